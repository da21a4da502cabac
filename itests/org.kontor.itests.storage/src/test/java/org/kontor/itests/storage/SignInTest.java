/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.people.NewPerson;
import org.kontor.core.people.FirstAdministrator;
import org.kontor.core.people.SignInService;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

@Shows("X2")
public class SignInTest extends OnBothDatabases {
    private static final char[] FIRST = "correct horse battery".toCharArray();
    private static final char[] SECOND = "staple staple staple".toCharArray();
    private SignInService signIn;

    @Before
    public void administrator() {
        new FirstAdministrator(unitOfWork, new String(FIRST));
        signIn = signIn(Clock.systemUTC());
    }

    @Test
    public void theRightPasswordSignsInAndNoOther() {
        assertEquals(
                Set.of(Role.PLATFORM_OPERATOR),
                signIn.byPassword("Admin", FIRST).orElseThrow().roles());
        assertFalse(signIn.byPassword("admin", SECOND).isPresent());
        assertFalse(signIn.byPassword("nobody", FIRST).isPresent());
        assertFalse(signIn.byPassword("karaf", "karaf".toCharArray()).isPresent());
        assertFalse(signIn.byPassword("admin\0", FIRST).isPresent());
        assertFalse(signIn.byPassword("admin", new char[100_000]).isPresent());
    }

    @Test
    public void aChangedPasswordCountsAtOnce() throws Exception {
        SignInService otherNode = signIn(Clock.systemUTC());
        assertTrue(otherNode.byPassword("admin", FIRST).isPresent());
        CallContext admin = CallContext.of(signIn.byPassword("admin", FIRST).orElseThrow(), Source.REST);
        assertViolations(List.of("current wrong_password"), () -> signIn.changeOwnPassword(admin, SECOND, SECOND));
        assertViolations(
                List.of("replacement out_of_range"),
                () -> signIn.changeOwnPassword(admin, FIRST, "short".toCharArray()));
        signIn.changeOwnPassword(admin, FIRST, SECOND);
        for (SignInService node : new SignInService[] {signIn, otherNode}) {
            assertFalse(node.byPassword("admin", FIRST).isPresent());
            assertTrue(node.byPassword("admin", SECOND).isPresent());
        }
        assertEquals(
                0,
                database.count(
                        "SELECT count(*) FROM audit_value WHERE changes LIKE '%staple%' OR changes LIKE '%pbkdf2%'"));
        assertEquals(2, database.count("SELECT count(*) FROM audit_entry WHERE record_type = 'person'"));
    }

    @Test
    public void aDisabledPersonIsRefusedAtOnceAndThereIsOneFirstAdministrator() throws Exception {
        new FirstAdministrator(unitOfWork, new String(SECOND));
        assertEquals(1, database.count("SELECT count(*) FROM person"));
        assertTrue(signIn.byPassword("admin", FIRST).isPresent());
        database.run("UPDATE person SET disabled = true");
        assertFalse(signIn.byPassword("admin", FIRST).isPresent());
    }

    @Test
    @Shows({"P4", "P6", "U1"})
    public void anAdministratorAddsPeople() throws Exception {
        CallContext admin = as(Role.PLATFORM_OPERATOR);
        signIn.add(admin, new NewPerson("Rita@Example.com", "Rita", Set.of(Role.SUPER_ADMIN, Role.BILLING)), SECOND);
        assertEquals(
                Set.of(Role.SUPER_ADMIN, Role.BILLING),
                signIn.byPassword("rita@example.com", SECOND).orElseThrow().roles());
        assertEquals(
                "rita@example.com",
                signIn.byLogin("Rita@example.com").orElseThrow().name());
        assertEquals(0, database.count("SELECT count(*) FROM audit_value WHERE changes LIKE '%staple%'"));
        assertEquals(1, database.count("SELECT count(*) FROM audit_value WHERE changes LIKE '%BILLING SUPER_ADMIN%'"));

        NewPerson again = new NewPerson("rita@example.com", "Other", Set.of(Role.READ_ONLY));
        assertViolations(List.of("login taken"), () -> signIn.add(admin, again, SECOND));
        assertViolations(
                List.of("login format", "name required", "roles required", "password out_of_range"),
                () -> signIn.add(admin, new NewPerson("a b", " ", Set.of()), "short".toCharArray()));
        assertEquals(2, database.count("SELECT count(*) FROM person"));
        signIn.add(admin, new NewPerson("long", "😀".repeat(200), Set.of(Role.READ_ONLY)), SECOND);

        database.run("UPDATE person SET disabled = true WHERE login = 'rita@example.com'");
        assertFalse(signIn.byLogin("rita@example.com").isPresent());
    }

    @Test
    @Shows("P6")
    public void onlyAdministratorsAddPeopleAndOnlyOperatorsMakeOperators() throws Exception {
        NewPerson operator = new NewPerson("op", "Op", Set.of(Role.PLATFORM_OPERATOR));
        NewPerson reader = new NewPerson("reader", "Reader", Set.of(Role.READ_ONLY));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> signIn.add(as(Role.SUPER_ADMIN), operator, SECOND));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> signIn.add(as(Role.PARTNER_ADMIN), reader, SECOND));
        assertEquals(1, database.count("SELECT count(*) FROM person"));
        signIn.add(as(Role.SUPER_ADMIN), reader, SECOND);
        assertTrue(signIn.byPassword("reader", SECOND).isPresent());
    }

    private CallContext as(Role role) {
        Actor admin = signIn.byPassword("admin", FIRST).orElseThrow();
        return CallContext.of(new Actor(admin.id(), admin.name(), admin.account(), Set.of(role)), Source.SHELL);
    }
}
