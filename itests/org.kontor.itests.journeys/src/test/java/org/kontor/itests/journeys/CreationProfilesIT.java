/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.net.http.HttpRequest.BodyPublishers;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

/** What a partner asks of new records, by REST and at the shell, on both databases. */
@RunWith(Parameterized.class)
@Shows({"C1", "V1"})
public class CreationProfilesIT {
    private static final String PLACE = "/creation-profiles/customer";

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private Api api;
    private String word;
    private String partner;

    @Before
    public void aPartner() throws Exception {
        api = shared.get().api();
        word = Unique.word("cp");
        String customer =
                api.made("/customers", "{\"name\":\"" + word + "\"}").path("id").asText();
        partner = api.made(
                        "/accounts",
                        "{\"code\":\"" + word + "\",\"name\":\"Partner " + word
                                + "\",\"type\":\"PARTNER\",\"customerId\":\"" + customer + "\"}")
                .path("id")
                .asText();
    }

    /** For the partner's account. */
    private Api.Answer call(String method, String path, String body) throws Exception {
        return api.send(api.request(path)
                .header("Kontor-Account", partner)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    @Test
    public void byRest() throws Exception {
        assertEquals("not_found", call("GET", PLACE, null).problem());
        assertEquals(
                "invalid_input fields unknown_field",
                call("PUT", PLACE, "{\"fields\":[\"nothing\"]}").problem());
        Api.Answer set = call("PUT", PLACE, "{\"fields\":[\"address.city\"],\"regionWhereSubdivided\":true}");
        assertEquals(set.text(), 200, set.status());
        assertEquals(partner, set.json().path("account").asText());
        assertEquals(
                set.json(),
                call("GET", "/creation-profiles", null).json().path("items").path(0));

        Api.Answer refused = call("POST", "/customers", "{\"name\":\"Acme\",\"address\":{\"country\":\"CH\"}}");
        assertEquals(refused.text(), 400, refused.status());
        JsonNode violations = refused.json().path("violations");
        assertEquals("address.city", violations.path(0).path("field").asText());
        assertEquals("address.region", violations.path(1).path("field").asText());
        assertEquals("required_by_profile", violations.path(0).path("rule").asText());
        assertTrue(refused.text(), refused.text().contains("Partner " + word));
        Api.Answer made = call(
                "POST",
                "/customers",
                "{\"name\":\"Acme\",\"address\":{\"city\":\"Bern\",\"country\":\"CH\",\"region\":\"CH-BE\"}}");
        assertEquals(made.text(), 201, made.status());
        api.made("/customers", "{\"name\":\"Above " + word + "\"}");

        assertEquals(204, call("DELETE", PLACE, null).status());
        assertEquals("not_found", call("DELETE", PLACE, null).problem());
        assertEquals(201, call("POST", "/customers", "{\"name\":\"Free\"}").status());
    }

    @Test
    @Shows("V3")
    public void atTheShell() throws Exception {
        try (Ssh ssh = new Ssh(shared.get().sshPort)) {
            String account = "--account " + word + " ";
            Ssh.Said none = ssh.run("kontor:creation-profile-list " + account);
            assertTrue(none.text(), none.text().contains("kontor:creation-profile-set"));
            Ssh.Said set = ssh.run("kontor:creation-profile-set " + account + "customer taxId address.city");
            assertEquals(set.text(), 0, set.status());
            assertTrue(set.text(), set.text().contains("kontor:creation-profile-delete customer"));
            String listed = ssh.run("kontor:creation-profile-list " + account).text();
            assertTrue(listed, listed.contains("taxId, address.city") && listed.contains("this account"));
            Ssh.Said refused = ssh.run("kontor:customer-create " + account + "name=Acme taxId=1");
            assertEquals(refused.text(), 1, refused.status());
            assertTrue(refused.text(), refused.text().contains("address.city: Must be given"));
            Ssh.Said deleted = ssh.run("kontor:creation-profile-delete " + account + "customer");
            assertEquals(deleted.text(), 0, deleted.status());
            assertEquals(
                    0,
                    ssh.run("kontor:customer-create " + account + "name=Acme").status());
        }
    }
}
