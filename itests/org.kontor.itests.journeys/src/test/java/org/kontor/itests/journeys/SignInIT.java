/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import org.kontor.api.account.Account;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

/** Who I am, and a change of password that counts at once, on both databases. */
@RunWith(Parameterized.class)
@Shows({"X2", "V1"})
public class SignInIT {
    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    @Test
    public void aChangedPasswordCountsAtOnce() throws Exception {
        Api before = shared.get().api();
        // other journeys give wrong passwords on purpose
        String admin =
                before.get("/people?q=admin&limit=1").json().at("/items/0/id").asText();
        assertEquals(200, before.post("/people/" + admin + "/unlock", "").status());
        assertEquals(
                "{\"name\":\"admin\",\"account\":\"" + Account.OPERATOR
                        + "\",\"roles\":[\"PLATFORM_OPERATOR\"],\"member\":true}",
                before.get("/me").text());
        String replacement = "another one, only for these tests";
        Api after = new Api(before.port(), before.user(), replacement);
        assertEquals(401, after.get("/me").status());

        assertEquals(204, change(before, before.password(), replacement).status());
        try {
            assertEquals(401, before.get("/me").status());
            assertEquals(200, after.get("/me").status());
            assertEquals(401, before.soap(Soap.envelope("<find/>").getBytes()).status());
            assertEquals(200, after.soap(Soap.envelope("<find/>").getBytes()).status());
            assertEquals(
                    200, new Api(after.port(), "ADMIN", replacement).get("/me").status());
        } finally {
            assertEquals(204, change(after, replacement, before.password()).status());
        }
        assertEquals(401, after.get("/me").status());
        assertEquals(200, before.get("/me").status());
    }

    private static Api.Answer change(Api api, String current, String replacement) throws Exception {
        return api.put("/me/password", "{\"current\":\"" + current + "\",\"replacement\":\"" + replacement + "\"}");
    }
}
