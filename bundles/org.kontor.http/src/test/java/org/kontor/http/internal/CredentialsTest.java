/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.servlet.http.HttpServletRequest;

import org.junit.Test;

import org.kontor.api.call.Actor;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.SignIn;
import org.kontor.http.Door;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

@Shows("X2")
public class CredentialsTest {
    private static final Actor RITA = new Actor(new UUID(0, 1), "rita", new UUID(0, 2), Set.of(Role.READ_ONLY));

    private static final SignIn PASSWORDS = new SignIn() {
        @Override
        public Optional<Actor> byPassword(String login, char[] password) {
            return login.equals("rita") && new String(password).equals("se:same")
                    ? Optional.of(RITA)
                    : Optional.empty();
        }

        @Override
        public Optional<Actor> byLogin(String login) {
            throw new AssertionError("nobody comes in by name alone");
        }
    };

    private final Credentials credentials = new Credentials(
            PASSWORDS,
            secret -> secret.equals("kontor_x") ? Optional.of(RITA) : Optional.empty(),
            secret -> Optional.empty());

    private static HttpServletRequest request(String authorization) {
        Map<Object, Object> attributes = new HashMap<>();
        return (HttpServletRequest) Proxy.newProxyInstance(
                CredentialsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, called, arguments) -> switch (called.getName()) {
                    case "getHeader" -> "Authorization".equals(arguments[0]) ? authorization : null;
                    case "getCookies" -> null;
                    case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
                    default -> attributes.get(arguments[0]);
                });
    }

    private static String basic(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    public void whoHasThePasswordMayDoWhatATokenMayNot() {
        HttpServletRequest person = request("basic " + basic("rita:se:same"));
        assertTrue(credentials.signIn(person).isPresent());
        Door.requirePassword(person);
        assertEquals(RITA, Door.caller(person, Source.REST).actor());

        HttpServletRequest program = request("bearer  kontor_x ");
        assertTrue(credentials.signIn(program).isPresent());
        assertEquals(RITA, Door.caller(program, Source.REST).actor());
        KontorException refusal = assertThrows(KontorException.class, () -> Door.requirePassword(program));
        assertEquals(ErrorCode.ACCESS_DENIED, refusal.code());
    }

    @Test
    public void anythingElseSignsNobodyIn() {
        for (String header : new String[] {
            null,
            "",
            "Basic",
            "Basic ",
            "Basic !!!",
            "Basic " + basic("rita"),
            "Basic " + basic(":se:same"),
            "Basic " + basic("rita:kontor_x"),
            "Bearer",
            "Bearer ",
            "Bearer kontor_y",
            "Bearer " + basic("rita:se:same"),
            "Bearer " + "x".repeat(10_000),
            "Digest kontor_x",
            "kontor_x"
        }) {
            HttpServletRequest request = request(header);
            assertFalse(header, credentials.signIn(request).isPresent());
            assertThrows(header, KontorException.class, () -> Door.caller(request, Source.REST));
        }
    }

    @Test
    public void theAnswerAsksForWhatWasTried() {
        assertTrue(Credentials.challenge(request(null)).header().startsWith("Basic "));
        assertTrue(Credentials.challenge(request("Basic x")).header().startsWith("Basic "));
        assertTrue(Credentials.challenge(request("Bearer x")).header().startsWith("Bearer "));
    }
}
