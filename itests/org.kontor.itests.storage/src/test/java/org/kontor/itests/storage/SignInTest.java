/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.Set;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
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
        signIn = new SignInService(unitOfWork);
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
        SignInService otherNode = new SignInService(unitOfWork);
        assertTrue(otherNode.byPassword("admin", FIRST).isPresent());
        CallContext admin = CallContext.of(signIn.byPassword("admin", FIRST).orElseThrow(), Source.REST);
        assertViolations(
                java.util.List.of("current wrong_password"), () -> signIn.changeOwnPassword(admin, SECOND, SECOND));
        assertViolations(
                java.util.List.of("replacement out_of_range"),
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
}
