/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal;

import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.security.auth.Subject;

import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.junit.Test;

import org.kontor.api.call.Actor;
import org.kontor.api.call.Role;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.PersonPrincipal;
import org.kontor.api.people.SignIn;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

@Shows("X2")
public class WhoTest {
    private static final SignIn PEOPLE = new SignIn() {
        @Override
        public Optional<Actor> byPassword(String login, char[] password) {
            throw new AssertionError("nobody signs in here");
        }

        @Override
        public Optional<Actor> byLogin(String login) {
            return Set.of("admin", "rita").contains(login)
                    ? Optional.of(new Actor(new UUID(0, 1), login, new UUID(0, 2), Set.of(Role.READ_ONLY)))
                    : Optional.empty();
        }
    };

    private static Subject subject(Principal... principals) {
        return new Subject(true, Set.of(principals), Set.of(), Set.of());
    }

    private static String refused(Who who, Subject subject) {
        KontorException refusal = assertThrows(KontorException.class, () -> who.actor(subject));
        assertEquals(ErrorCode.UNAUTHENTICATED, refusal.code());
        return refusal.getMessage();
    }

    @Test
    public void aPersonOfKontorIsThatPerson() {
        Who who = new Who(PEOPLE, Map.of("user.admin", "rita"));
        assertEquals(
                "admin",
                who.actor(subject(new UserPrincipal("admin"), new PersonPrincipal("admin")))
                        .name());
        assertTrue(refused(who, subject(new PersonPrincipal("gone"))).contains("'gone'"));
    }

    @Test
    public void aUserOfAnotherRealmIsNobodyUnlessNamed() {
        Subject karaf = subject(new UserPrincipal("karaf"));
        Who strict = new Who(PEOPLE, Map.of());
        assertTrue(refused(strict, karaf).contains("user.karaf = LOGIN"));
        // Not even one that is called like a person.
        refused(strict, subject(new UserPrincipal("admin")));
        refused(strict, subject());
        refused(strict, null);
        Who mapped = new Who(PEOPLE, Map.of("user.karaf", " rita "));
        assertEquals("rita", mapped.actor(karaf).name());
        assertTrue(refused(new Who(PEOPLE, Map.of("user.karaf", "gone")), karaf).contains("'gone'"));
    }
}
