/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.Set;

import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.w3c.dom.Document;

import org.kontor.api.account.AccountField;
import org.kontor.api.account.Conversion;
import org.kontor.api.account.FirstAdministrators;
import org.kontor.api.account.NewAccount;
import org.kontor.api.account.PlanChoice;
import org.kontor.api.call.Actor;
import org.kontor.api.call.Role;
import org.kontor.api.customer.CustomerField;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

/** How records v1 opens accounts and converts leads, envelope by envelope. */
@Shows({"A2", "A5", "V2"})
public class OpeningsEndpointTest {
    private static final String WHO =
            "<administrators><who>BOTH</who><name>Paula</name><email>paula@example.com</email>"
                    + "<language>fr</language><later>true</later><partnerToo NIL/></administrators>";
    private static TestServer server;
    private static Envelopes records;

    @BeforeClass
    public static void start() throws Exception {
        server = new TestServer(0);
        records = new Envelopes(server);
    }

    @AfterClass
    public static void stop() throws Exception {
        server.close();
    }

    @Test
    public void anAccountIsOpenedWithAllThatBelongsToIt() throws Exception {
        Document opened = records.answer("<openAccount v1><customerId NIL/><customer><name>Muster</name></customer>"
                + "<account><name>A</name><type>CUSTOMER</type></account><plan><kind>TRIAL</kind><quantity>7</quantity>"
                + "</plan>" + WHO + "<requestId>r</requestId></openAccount>");
        NewAccount asked = server.store.openings.asked;
        assertNull(asked.customerId());
        assertEquals("Muster", asked.customer().text(CustomerField.NAME));
        assertEquals("A", asked.account().text(AccountField.NAME));
        assertEquals(new PlanChoice(PlanChoice.Kind.TRIAL, 7), asked.plan());
        assertEquals(
                new FirstAdministrators(FirstAdministrators.Who.BOTH, "Paula", "paula@example.com", "fr", true, false),
                asked.administrators());
        assertEquals("r", server.store.openings.caller.request().key());

        assertEquals("true", Raw.text(opened, "stored"));
        assertEquals("true", Raw.text(opened, "customerIsNew"));
        assertEquals("Muster Account Lab Paula", Raw.texts(opened, "name"));
        assertEquals("7", Raw.text(opened, "quantity"));
        assertEquals("ACCOUNT_ADMIN", Raw.text(opened, "role"));
        assertEquals("true", Raw.text(opened, "isNew"));
        assertEquals("paula@example.com", Raw.text(opened, "to"));
        assertNull(Raw.text(opened, "language"));
    }

    @Test
    public void aReviewStoresNothing() throws Exception {
        Document told = records.answer("<openAccount v1><customerId>" + FakeOpenings.ID
                + "</customerId><account/><plan NIL/><administrators><who>ME</who></administrators><dryRun>true</dryRun>"
                + "</openAccount>");
        assertEquals("false", Raw.text(told, "stored"));
        assertEquals("false", Raw.text(told, "customerIsNew"));
        assertNull(Raw.text(told, "plan"));
        assertEquals(FirstAdministrators.ME, server.store.openings.asked.administrators());
    }

    @Test
    public void whatIsWrongIsToldWithItsPlace() throws Exception {
        String[][] broken = {
            {"<customerId>x</customerId><account/>" + WHO, "customerId malformed_id x"},
            {
                "<account><custom><field><key>!</key><value>1</value></field></custom></account>" + WHO,
                "account.custom unknown_field !"
            },
            {"<account/><plan><kind>FREE</kind></plan>" + WHO, "plan.kind unknown_choice FREE"},
            {"<account/><administrators><who>YOU</who></administrators>", "administrators.who unknown_choice YOU"},
            {"<account/>", "openAccount missing_element null"},
        };
        for (String[] one : broken) {
            records.refused("<openAccount v1>" + one[0] + "</openAccount>", "InvalidInputFault", one[1]);
        }
    }

    @Test
    public void aLeadIsConverted() throws Exception {
        Document converted = records.answer("<convertLead v1><id>" + FakeOpenings.ID
                + "</id><colleagues><login>rita</login></colleagues><invited><invitee><name>Paula</name>"
                + "<email>paula@example.com</email></invitee></invited><contentKinds><kind>PROGRAM</kind></contentKinds>"
                + "</convertLead>");
        Conversion asked = server.store.openings.askedToConvert;
        assertEquals(Set.of("rita"), asked.colleagues());
        assertEquals(
                new Conversion.Invitee("Paula", "paula@example.com", null, false),
                asked.invited().get(0));
        assertEquals(Set.of("PROGRAM"), asked.contentKinds());
        assertEquals("true", Raw.text(converted, "stored"));
        assertEquals("Lead Account Paula", Raw.texts(converted, "name"));
        assertEquals(FakeOpenings.ID.toString(), Raw.text(converted, "convertedTo"));
        assertEquals("3", Raw.text(converted, "copied"));

        Document told = records.answer("<convertLead v1><id>" + FakeOpenings.ID
                + "</id><colleagues NIL/><invited NIL/><contentKinds NIL/><dryRun>true</dryRun></convertLead>");
        assertEquals("false", Raw.text(told, "stored"));
        assertEquals(
                "already_converted",
                records.refused(
                        "<convertLead v1><id>01890000-0000-7000-8000-000000000008</id></convertLead>",
                        "ConflictFault",
                        null));
    }

    @Test
    @Shows("P6")
    public void whoMayNotWriteIsToldSoFirst() throws Exception {
        Actor before = server.actor;
        server.actor = new Actor(before.id(), before.name(), before.account(), Set.of(Role.READ_ONLY));
        try {
            for (String request : new String[] {
                "<convertLead v1><id>x</id></convertLead>",
                "<openAccount v1><customerId>x</customerId><account/>" + WHO + "</openAccount>",
            }) {
                assertEquals("access_denied", records.refused(request, "AccessDeniedFault", null));
            }
        } finally {
            server.actor = before;
        }
    }
}
