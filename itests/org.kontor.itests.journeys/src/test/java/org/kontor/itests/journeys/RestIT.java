/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

/** Customers and locations over REST, on both databases. */
@RunWith(Parameterized.class)
@Shows({"C1", "C2", "C4", "C5", "C6", "U1", "V1"})
public class RestIT {
    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private Api api;

    @Before
    public void start() throws Exception {
        api = shared.get().api();
    }

    @Test
    public void aCustomerIsCreatedReadChangedAndArchived() throws Exception {
        Api.Answer created = api.post("/customers", "{\"name\":\"Journey\",\"address\":{\"country\":\"ch\"}}");
        assertEquals(201, created.status());
        assertEquals("\"1\"", created.header("ETag"));
        String path = "/customers/" + created.json().path("id").asText();
        assertEquals("CH", api.get(path).json().path("address").path("country").asText());

        Api.Answer changed = api.patch(path, 1, "{\"name\":\"Journey on\",\"address\":null}");
        assertEquals(200, changed.status());
        assertEquals(2, changed.json().path("version").asInt());
        assertEquals(412, api.patch(path, 1, "{\"name\":\"Stale\"}").status());
        assertEquals(428, api.patch(path, null, "{\"name\":\"Blind\"}").status());
        assertEquals(
                true, api.post(path + "/archive", "").json().path("archived").asBoolean());

        JsonNode audit = api.get(path + "/audit").json().path("items");
        assertEquals("ARCHIVE", audit.path(0).path("action").asText());
        assertEquals("admin", audit.path(1).path("actor").asText());
        assertEquals("REST", audit.path(1).path("source").asText());
    }
}
