/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.servlet.http.HttpServletRequest;

import org.kontor.api.call.Actor;
import org.kontor.api.people.SessionCall;
import org.kontor.api.people.SessionSignIn;
import org.kontor.api.people.SignIn;
import org.kontor.api.people.TokenSignIn;
import org.kontor.http.Door;
import org.kontor.http.SessionCookie;

/**
 * What a request says of who sends it: HTTP Basic (RFC 7617), a bearer token (RFC 6750) or the cookie of a session. The header
 * Authorization wins: with it the cookie is not looked at. Thread-safe.
 */
final class Credentials {
    private static final String HEADER = "Authorization";
    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";
    private static final int MAX_LENGTH = 2000;

    private final SignIn passwords;
    private final TokenSignIn tokens;
    private final SessionSignIn sessions;

    Credentials(SignIn passwords, TokenSignIn tokens, SessionSignIn sessions) {
        this.passwords = passwords;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /** Who sends it, noted at the {@link Door}; empty when nobody signed in. */
    Optional<Actor> signIn(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        if (header == null) {
            return bySession(request);
        }
        if (header.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (says(header, BEARER)) {
            Optional<Actor> actor =
                    tokens.byToken(header.substring(BEARER.length()).strip());
            actor.ifPresent(known -> Door.signedInByToken(request, known));
            return actor;
        }
        Optional<Actor> actor = says(header, BASIC) ? byPassword(header) : Optional.empty();
        actor.ifPresent(known -> Door.signedIn(request, known));
        return actor;
    }

    private Optional<Actor> bySession(HttpServletRequest request) {
        Optional<SessionCall> call = SessionCookie.of(request).flatMap(sessions::bySecret);
        call.ifPresent(known -> Door.signedInBySession(request, known));
        return call.map(SessionCall::actor);
    }

    private static boolean says(String header, String scheme) {
        return header.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    /** The base64 of name:password in UTF-8. */
    private Optional<Actor> byPassword(String header) {
        CharBuffer credentials;
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            credentials = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
        int colon = credentials.toString().indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        char[] all = new char[credentials.length()];
        credentials.get(all);
        char[] password = Arrays.copyOfRange(all, colon + 1, all.length);
        try {
            return passwords.byPassword(new String(all, 0, colon), password);
        } finally {
            Arrays.fill(all, '\0');
            Arrays.fill(password, '\0');
        }
    }

    /** What the answer to a request that did not sign in asks for. */
    static Challenge challenge(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        if (header == null && isOfPage(request)) {
            return new Challenge(Door.QUIET_CHALLENGE, "There is no session. Begin one by POST /session.");
        }
        if (header == null) {
            return new Challenge(Challenge.BASIC, "Sign in with HTTP Basic (name and password) or a bearer token.");
        }
        return says(header, BEARER)
                ? new Challenge(Challenge.BEARER, "The token does not count.")
                : new Challenge(Challenge.BASIC, "Name or password is wrong.");
    }

    /** Whether a page of ours sends it, which asks for name and password itself. */
    private static boolean isOfPage(HttpServletRequest request) {
        return SessionCookie.isIn(request) || request.getHeader(Csrf.HEADER) != null;
    }

    /**
     * A challenge. Only Basic is offered to who offered nothing: some clients take the first scheme or none.
     *
     * @param header WWW-Authenticate
     * @param message for people; the same for every token that does not count, whatever the reason
     */
    record Challenge(String header, String message) {
        private static final String BASIC = "Basic realm=\"Kontor\", charset=\"UTF-8\"";
        private static final String BEARER = "Bearer realm=\"Kontor\", error=\"invalid_token\"";
    }
}
