/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.portal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

import org.kontor.api.error.KontorException;
import org.kontor.api.portal.Portals;

/** Where a portal may be. Stateless. */
final class PortalRules {
    private static final String URL = "url";
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private PortalRules() {}

    /**
     * @return as it is kept
     * @throws KontorException {@code invalid_input}
     */
    static String url(String given) {
        if (given == null || given.isBlank()) {
            throw KontorException.invalid(URL, "required", "Must be given.", null);
        }
        String url = given.strip();
        if (url.length() > Portals.MAX_URL) {
            throw KontorException.invalid(
                    URL,
                    "too_long",
                    "Must have at most " + Portals.MAX_URL + " characters.",
                    url.substring(0, Portals.MAX_URL) + "…");
        }
        URI uri = uri(url);
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw malformed(url);
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean own = LOOPBACK.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches();
        if (!scheme.equals("https") && !(scheme.equals("http") && own)) {
            throw KontorException.invalid(
                    URL, "not_https", "Must begin with https://; http:// is for the own machine alone.", url);
        }
        return uri.toASCIIString();
    }

    private static URI uri(String url) {
        try {
            return new URI(url).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw malformed(url);
        }
    }

    private static KontorException malformed(String url) {
        return KontorException.invalid(
                URL,
                "malformed_web_address",
                "Must be an address like https://portal.example.com/enter, without user and fragment.",
                url);
    }

    /** The address at which the portal finds the code. */
    static String withCode(String url, String code) {
        String separator = url.contains("?") ? "&" : "?";
        return url + separator + "kontor-visit=" + code;
    }
}
