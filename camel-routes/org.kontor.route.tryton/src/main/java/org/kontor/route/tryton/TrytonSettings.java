/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

import org.kontor.api.sync.Brake;
import org.kontor.camel.SettingException;
import org.kontor.camel.Settings;

/**
 * The settings of a Tryton connection, checked.
 *
 * @param url address of the database, with a slash at its end: {@code https://erp.example.com/production/}
 * @param poll time between two looks for changes
 * @param overlap how long a transaction in Tryton may last without its changes being found late, at the next sweep only
 * @param sweep time between two full readings
 * @param keys time between two searches for what was deleted in Tryton
 * @param brake how much a run may archive
 * @param page parties per call
 * @param timeout for connecting and for each answer
 * @param bothWays whether what is changed in Kontor goes to Tryton
 */
public record TrytonSettings(
        URI url,
        String user,
        String password,
        Duration poll,
        Duration overlap,
        Duration sweep,
        Duration keys,
        Brake brake,
        int page,
        Duration timeout,
        boolean bothWays) {

    /** @throws SettingException when one is missing or wrong */
    public static TrytonSettings from(Settings settings) {
        return new TrytonSettings(
                url(settings.required("url")),
                settings.required("user"),
                settings.required("password"),
                settings.duration("poll", Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofHours(24)),
                settings.duration("overlap", Duration.ofMinutes(10), Duration.ofSeconds(1), Duration.ofDays(7)),
                settings.duration("sweep", Duration.ofHours(24), Duration.ofMinutes(1), Duration.ofDays(365)),
                settings.duration("keys", Duration.ofHours(1), Duration.ofSeconds(1), Duration.ofDays(365)),
                new Brake(
                        settings.number("brake.number", 50, 0, 1_000_000_000),
                        settings.number("brake.percent", 10, 0, 100) / 100.0),
                settings.number("page", 200, 1, 500),
                settings.duration("timeout", Duration.ofSeconds(30), Duration.ofMillis(100), Duration.ofMinutes(10)),
                bothWays(settings.text("direction", "in")));
    }

    private static boolean bothWays(String direction) {
        return switch (direction) {
            case "in" -> false;
            case "both" -> true;
            default -> throw new SettingException("direction", "must be in or both, not '" + direction + "'.");
        };
    }

    private static URI url(String text) {
        URI url;
        try {
            url = new URI(text.endsWith("/") ? text : text + "/");
        } catch (URISyntaxException e) {
            throw new SettingException("url", "is not an address.");
        }
        if (url.getRawUserInfo() != null) {
            // It would show in logs and in the list of endpoints.
            throw new SettingException("url", "must not carry a user or password: there are settings of these names.");
        }
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        boolean database = url.getRawPath() != null && url.getRawPath().length() > 1;
        if (!web || url.getHost() == null || !database || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new SettingException("url", "must be like http://host:8000/database/.");
        }
        return url;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Tryton at " + url + " as " + user;
    }
}
