/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.Test;

import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

/** The limit of requests is configured while Kontor runs, and counts for REST and SOAP together. */
@Shows({"V1", "X3"})
public class RateLimitIT {
    private static final Duration SEEN = Duration.ofSeconds(60);

    @Test
    public void whoAsksTooFastIsToldWhenToComeBack() throws Exception {
        KontorProcess kontor = Shared.H2.get();
        Api api = kontor.api();
        Path file = kontor.karaf.resolve("etc/org.kontor.http.cfg");
        String shipped = Files.readString(file);
        assertEquals("6000", api.get("/me").header("RateLimit-Limit"));
        assertEquals("5999", api.get("/me").header("RateLimit-Remaining"));
        try {
            Files.writeString(file, "requestsPerSecond = 1\nburst = 3\n");
            Api.Answer refused = Await.value("a refusal", SEEN, () -> {
                Api.Answer answer = api.get("/me");
                return answer.status() == 429 ? answer : null;
            });
            assertEquals("too_many_requests", refused.problem());
            assertEquals("3", refused.header("RateLimit-Limit"));
            assertEquals("0", refused.header("RateLimit-Remaining"));
            assertTrue(refused.header("RateLimit-Reset"), Integer.parseInt(refused.header("RateLimit-Reset")) <= 3);
            assertEquals("1", refused.header("Retry-After"));
            Await.until(
                    "SOAP has the same limit", SEEN, () -> api.soap(new byte[0]).status() == 429);
            Await.until("who waits is admitted", SEEN, () -> api.get("/me").status() == 200);
        } finally {
            Files.writeString(file, shipped);
        }
        Await.until(
                "the shipped limit", SEEN, () -> "6000".equals(api.get("/me").header("RateLimit-Limit")));
        assertNull(api.anonymous("GET", "/kontor/api/v1/openapi.json").header("RateLimit-Limit"));
    }
}
