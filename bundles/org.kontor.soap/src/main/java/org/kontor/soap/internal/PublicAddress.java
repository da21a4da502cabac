/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.net.URI;
import java.util.regex.Pattern;

import javax.servlet.http.HttpServletRequest;

/** Where clients find the service that a request asks about. Immutable. */
final class PublicAddress {
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:\\d{1,5})?");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    private final String configured;
    private final boolean forwarded;

    /** @throws IllegalArgumentException when the configured address is not the beginning of a URL */
    PublicAddress(SoapConfiguration configuration) {
        this(configuration.address(), configuration.forwarded());
    }

    PublicAddress(String address, boolean forwarded) {
        this.configured = address.strip().replaceFirst("/+$", "");
        this.forwarded = forwarded;
        if (!configured.isEmpty() && !isBase(configured)) {
            throw new IllegalArgumentException("address in " + SoapConfiguration.PID
                    + " must be like https://crm.example.com, not '" + address + "'");
        }
    }

    private static boolean isBase(String text) {
        try {
            URI uri = URI.create(text);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The address of what the request names. */
    String of(HttpServletRequest request) {
        if (!configured.isEmpty()) {
            return configured + request.getRequestURI();
        }
        String own = request.getRequestURL().toString();
        if (!forwarded) {
            return own;
        }
        URI direct = URI.create(own);
        String scheme = first(request, "X-Forwarded-Proto");
        String host = first(request, "X-Forwarded-Host");
        String port = first(request, "X-Forwarded-Port");
        String authority = host != null && HOST.matcher(host).matches() ? host : direct.getRawAuthority();
        if (port != null && PORT.matcher(port).matches()) {
            authority = authority.replaceFirst(":\\d+$", "") + ":" + port;
        }
        boolean known = "http".equals(scheme) || "https".equals(scheme);
        String way = known ? scheme : direct.getScheme();
        return way + "://" + withoutDefault(way, authority) + request.getRequestURI();
    }

    private static String withoutDefault(String scheme, String authority) {
        String usual = scheme.equals("https") ? ":443" : ":80";
        return authority.endsWith(usual) ? authority.substring(0, authority.length() - usual.length()) : authority;
    }

    /** What the first of several proxies, the one that the client knows, has set. */
    private static String first(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? null : value.split(",", 2)[0].strip();
    }
}
