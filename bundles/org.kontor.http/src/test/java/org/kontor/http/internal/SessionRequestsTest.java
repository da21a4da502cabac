/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

import org.junit.Test;

import org.kontor.api.call.Actor;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.people.Session;
import org.kontor.api.people.SessionCall;
import org.kontor.api.people.SignIn;
import org.kontor.http.Door;
import org.kontor.http.SessionCookie;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** Requests that come with the cookie of a session. */
@Shows("X2")
public class SessionRequestsTest {
    private static final Actor RITA = new Actor(new UUID(0, 1), "rita", new UUID(0, 2), Set.of(Role.READ_ONLY));
    private static final Session SESSION =
            new Session(new UUID(0, 3), Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, null);

    private static final SignIn NOBODY = new SignIn() {
        @Override
        public Optional<Actor> byPassword(String login, char[] password) {
            return Optional.empty();
        }

        @Override
        public Optional<Actor> byLogin(String login) {
            return Optional.empty();
        }
    };

    private final Credentials credentials = new Credentials(
            NOBODY,
            secret -> Optional.empty(),
            secret -> secret.equals("ours") ? Optional.of(new SessionCall(SESSION, RITA, "fits")) : Optional.empty());

    /** @param answers of getters; of getHeader by {@code header NAME} */
    private static HttpServletRequest request(Map<String, Object> answers, Cookie... cookies) {
        Map<Object, Object> attributes = new HashMap<>();
        return (HttpServletRequest) Proxy.newProxyInstance(
                SessionRequestsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, called, arguments) -> switch (called.getName()) {
                    case "getHeader" -> answers.get("header " + arguments[0]);
                    case "getCookies" -> cookies.length == 0 ? null : cookies;
                    case "isSecure" -> answers.containsKey("isSecure");
                    case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
                    case "getAttribute" -> attributes.get(arguments[0]);
                    default -> answers.get(called.getName());
                });
    }

    private static Cookie session(String value) {
        return new Cookie(SessionCookie.NAME, value);
    }

    private boolean mayCall(String method, String token) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("getMethod", method);
        answers.put("header X-CSRF-Token", token);
        HttpServletRequest request = request(answers, session("ours"));
        assertTrue(credentials.signIn(request).isPresent());
        return Csrf.mayCall(request);
    }

    @Test
    public void theCookieSignsInAndTheCallIsTheConsoles() {
        HttpServletRequest request = request(Map.of(), new Cookie("other", "x"), session("ours"));
        assertEquals(RITA, credentials.signIn(request).orElseThrow());
        Door.requirePassword(request);
        assertEquals(
                Source.Door.CONSOLE, Door.caller(request, Source.REST).source().door());
    }

    @Test
    public void aCookieThatSomebodyPlantedBesideItMakesNoneCount() {
        assertTrue(credentials
                .signIn(request(Map.of(), session("ours"), session("ours")))
                .isPresent());
        assertFalse(credentials
                .signIn(request(Map.of(), session("ours"), session("theirs")))
                .isPresent());
        assertFalse(credentials.signIn(request(Map.of(), session("theirs"))).isPresent());
        assertFalse(credentials.signIn(request(Map.of())).isPresent());
    }

    @Test
    public void theHeaderAuthorizationWins() {
        for (String header : new String[] {"Bearer x", "Basic x", "x", ""}) {
            HttpServletRequest request = request(Map.of("header Authorization", header), session("ours"));
            assertFalse(header, credentials.signIn(request).isPresent());
        }
    }

    @Test
    public void whatChangesSomethingNeedsTheToken() {
        assertTrue(mayCall("GET", null));
        assertTrue(mayCall("HEAD", null));
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get"}) {
            assertTrue(method, mayCall(method, "fits"));
            for (String token : new String[] {null, "", "fit", "fits ", "FITS", "fitss"}) {
                assertFalse(method + " " + token, mayCall(method, token));
            }
        }
        HttpServletRequest program = request(Map.of("getMethod", "POST"));
        assertTrue("without a session", Csrf.mayCall(program));
    }

    @Test
    public void aPageIsNotAskedForBasic() {
        assertEquals(
                Door.QUIET_CHALLENGE,
                Credentials.challenge(request(Map.of(), session("x"))).header());
        assertEquals(
                Door.QUIET_CHALLENGE,
                Credentials.challenge(request(Map.of("header X-CSRF-Token", "")))
                        .header());
        assertTrue(Credentials.challenge(request(Map.of())).header().startsWith("Basic "));
    }

    @Test
    public void theCookieIsSecureWhereThePageCameByTls() {
        String plain = "kontor-session=x; Path=/kontor; HttpOnly; SameSite=Strict";
        assertEquals(plain, SessionCookie.begin(request(Map.of()), "x"));
        assertEquals(plain, SessionCookie.begin(request(Map.of("header Origin", "http://localhost:8181")), "x"));
        assertEquals(plain + "; Secure", SessionCookie.begin(request(Map.of("isSecure", true)), "x"));
        assertEquals(
                plain + "; Secure",
                SessionCookie.begin(request(Map.of("header Origin", "https://kontor.example")), "x"));
    }

    @Test
    public void onlyHowOneSignsInIsOpen() {
        assertTrue(open("POST", "/api/v1/session"));
        assertTrue(open("POST", "/api/v1/portal-visits/redeem"));
        assertFalse(open("POST", "/api/v1/portal-visits"));
        for (String path : new String[] {
            "/api/v1/session/",
            "/api/v1/session;x",
            "/api/v1/sessions",
            "/api/v1/me/sessions",
            "/api/v1/Session",
            "/",
            ""
        }) {
            assertFalse(path, open("POST", path));
        }
        assertFalse(open("GET", "/api/v1/session"));
        assertFalse(open("DELETE", "/api/v1/session"));
    }

    private static boolean open(String method, String path) {
        return OpenCalls.isOne(request(Map.of("getMethod", method, "getPathInfo", path)));
    }
}
