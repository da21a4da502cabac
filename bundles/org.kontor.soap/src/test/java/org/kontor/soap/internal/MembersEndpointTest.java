/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.Set;

import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.w3c.dom.Document;

import org.kontor.api.call.Actor;
import org.kontor.api.call.Role;
import org.kontor.api.people.NewInvitation;
import org.kontor.api.people.PeopleQuery;
import org.kontor.api.people.PersonEdit;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;

/** What records v1 does with the members of an account, envelope by envelope. */
@Shows({"P2", "P9", "V2"})
public class MembersEndpointTest {
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

    @Before
    public void anAdministrator() {
        as(Role.ACCOUNT_ADMIN);
    }

    private static void as(Role role) {
        server.actor = new Actor(server.actor.id(), "ada", server.actor.account(), Set.of(role));
    }

    @Test
    public void membersAreListed() throws Exception {
        Document page = records.answer("<findMembers v1><query><text>pa</text><role>ACCOUNT_ADMIN</role>"
                + "<disabled>false</disabled><limit>7</limit><cursor>c</cursor></query></findMembers>");
        assertEquals(new PeopleQuery("pa", Role.ACCOUNT_ADMIN, false, 7, "c"), server.store.people.asked);
        assertEquals(FakePeople.ID.toString(), Raw.text(page, "id"));
        assertEquals("paula", Raw.text(page, "login"));
        assertEquals("ACCOUNT_ADMIN READ_ONLY SITE_ADMIN", Raw.texts(page, "role"));
        assertEquals(FakePeople.ID + " " + FakePeople.GROUP, Raw.texts(page, "id"));
        assertEquals("Paula Support", Raw.texts(page, "name"));
        assertEquals("true", Raw.text(page, "labs"));
        assertEquals("2026-11-22T12:00:00Z", Raw.text(page, "lastSignIn"));
        assertNull(Raw.text(page, "lockedUntil"));
        assertNull(Raw.text(page, "email"));
        assertEquals("more", Raw.text(page, "next"));

        records.answer("<findMembers v1><query><disabled NIL/></query></findMembers>");
        assertEquals(new PeopleQuery(null, null, null, 50, null), server.store.people.asked);
        records.refused(
                "<findMembers v1><query><role>KING</role></query></findMembers>",
                "InvalidInputFault",
                "role unknown_choice KING");
    }

    @Test
    public void somebodyIsInvited() throws Exception {
        Document invited = records.answer("<inviteMember v1><member><name>Rita</name><email>rita@example.com</email>"
                + "<roles><role>SITE_ADMIN</role><role>BILLING</role></roles><language>fr</language><later>true</later>"
                + "</member></inviteMember>");
        assertEquals(
                new NewInvitation(null, "Rita", "rita@example.com", Set.of(Role.SITE_ADMIN, Role.BILLING), "fr", true),
                server.store.people.invited);
        assertEquals("WAITING", Raw.text(invited, "state"));
        assertEquals("ada", Raw.text(invited, "invitedBy"));
        assertEquals(FakePeople.ID.toString(), Raw.text(invited, "person"));
        assertNull(Raw.text(invited, "sent"));
        records.refused(
                "<inviteMember v1><member><roles><role>KING</role></roles></member></inviteMember>",
                "InvalidInputFault",
                "roles unknown_choice KING");
    }

    @Test
    public void aMemberIsChanged() throws Exception {
        String update = "<updateMember v1><id>" + FakePeople.ID
                + "</id><version>3</version><changes>%s</changes></updateMember>";
        Document changed = records.answer(update.formatted(
                "<name>Paula M.</name><email/>" + "<roles><role>BILLING</role></roles><labs>false</labs>"));
        assertEquals(new PersonEdit("Paula M.", "", Set.of(Role.BILLING), false), server.store.people.changed);
        assertEquals("4", Raw.text(changed, "version"));
        records.answer(update.formatted("<name NIL/><email NIL/><roles NIL/><labs NIL/>"));
        assertEquals(new PersonEdit(null, null, null, null), server.store.people.changed);
        records.refused(
                update.formatted("<roles><role>KING</role></roles>"), "InvalidInputFault", "roles unknown_choice KING");
    }

    @Test
    public void aMemberIsDisabledAndLetInAgain() throws Exception {
        String disable = "<disableMember v1><id>" + FakePeople.ID + "</id><version>3</version></disableMember>";
        assertEquals("true", Raw.text(records.answer(disable), "disabled"));
        assertEquals(FakePeople.ID + " 3", server.store.people.removed);
        String enable = "<enableMember v1><id>" + FakePeople.ID + "</id></enableMember>";
        assertEquals("false", Raw.text(records.answer(enable), "disabled"));
        assertEquals(FakePeople.ID + " null", server.store.people.removed);
    }

    @Test
    public void aMembershipEnds() throws Exception {
        String remove = "<removeMember v1><id>" + FakePeople.ID + "</id></removeMember>";
        assertNotNull(records.answer(remove));
        assertEquals(FakePeople.ID + " null", server.store.people.removed);
        assertEquals(
                "last_administrator",
                records.refused(remove.replace("</id>", "</id><version>3</version>"), "ConflictFault", null));
    }

    @Test
    @Shows("P6")
    public void whoDoesNotLookAfterPeopleIsToldSoFirst() throws Exception {
        as(Role.SITE_ADMIN);
        for (String request : new String[] {
            "<findMembers v1><query><role>KING</role></query></findMembers>",
            "<inviteMember v1><member><roles><role>KING</role></roles></member></inviteMember>",
            "<updateMember v1><id>x</id><version>1</version><changes/></updateMember>",
            "<disableMember v1><id>x</id></disableMember>",
            "<enableMember v1><id>x</id></enableMember>",
            "<removeMember v1><id>x</id></removeMember>",
        }) {
            assertEquals("access_denied", records.refused(request, "AccessDeniedFault", null));
        }
    }
}
