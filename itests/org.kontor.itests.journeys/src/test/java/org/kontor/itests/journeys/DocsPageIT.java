/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.Before;
import org.junit.Test;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

/** The page to browse REST with: whole, from this server alone, without a sign-in. */
@Shows({"V1", "X2"})
public class DocsPageIT {
    private static final String PAGE = "/kontor/api/v1/docs/";
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href|url)\\s*[=:]\\s*[\"']([^\"']+)[\"']");

    private Api api;

    @Before
    public void start() throws Exception {
        api = Shared.H2.get().api();
    }

    @Test
    public void allThatThePageAsksForIsServedHere() throws Exception {
        Api.Answer page = api.anonymous("GET", PAGE);
        assertEquals(200, page.status());
        assertEquals("text/html;charset=utf-8", page.header("Content-Type").toLowerCase(Locale.ROOT));
        Set<String> asked = new TreeSet<>();
        collect(page.text(), asked);
        collect(api.anonymous("GET", PAGE + "docs.js").text(), asked);
        assertTrue(asked.toString(), asked.contains("../openapi.json") && asked.size() >= 5);
        for (String one : asked) {
            assertFalse(one, URI.create(one).isAbsolute());
            String path = URI.create(PAGE).resolve(one).getPath();
            Api.Answer answer = api.anonymous("GET", path);
            assertEquals(path, 200, answer.status());
            assertEquals(path, kind(path), answer.header("Content-Type").split(";")[0]);
            assertFalse(path, answer.text().isEmpty());
        }
        String styles = api.anonymous("GET", PAGE + "swagger-ui.css").text();
        Matcher images = Pattern.compile("url\\([\"']?+(?!data:)|@import").matcher(styles);
        assertFalse("styles load something from elsewhere", images.find());
    }

    @Test
    public void thePageRunsNothingButItsOwnFiles() throws Exception {
        Api.Answer page = api.anonymous("GET", PAGE);
        String policy = page.header("Content-Security-Policy");
        assertTrue(policy, policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"));
        assertTrue(policy, policy.contains("connect-src 'self'") && policy.contains("frame-ancestors 'none'"));
        assertEquals("nosniff", page.header("X-Content-Type-Options"));
        assertFalse(
                "inline style", page.text().contains("style=") || page.text().contains("<style"));
        assertFalse(
                "inline script",
                Pattern.compile("<script(?![^>]*src=)").matcher(page.text()).find());
    }

    @Test
    public void whatDidNotChangeIsNotSentAgain() throws Exception {
        Api.Answer first = api.anonymous("GET", PAGE + "swagger-ui-bundle.js");
        String tag = first.header("ETag");
        assertNotNull(tag);
        assertEquals("no-cache", first.header("Cache-Control"));
        Api.Answer second = api.send(api.request("/docs/swagger-ui-bundle.js").header("If-None-Match", tag));
        assertEquals(304, second.status());
        assertEquals("", second.text());
        assertEquals(tag, second.header("ETag"));
    }

    @Test
    public void withoutItsSlashThePageIsFoundToo() throws Exception {
        Api.Answer moved = api.anonymous("GET", "/kontor/api/v1/docs");
        assertEquals(301, moved.status());
        assertEquals("http://127.0.0.1:" + api.port() + PAGE, moved.header("Location"));
        assertEquals(404, api.anonymous("GET", PAGE + "openapi.json").status());
        assertEquals(404, api.anonymous("GET", PAGE + "nothing.js").status());
    }

    private static void collect(String text, Set<String> asked) {
        Matcher references = REFERENCE.matcher(text);
        while (references.find()) {
            if (!references.group(1).startsWith("data:")) {
                asked.add(references.group(1));
            }
        }
    }

    private static String kind(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css";
            case "js" -> "text/javascript";
            case "json" -> "application/json";
            default -> throw new AssertionError(path);
        };
    }
}
