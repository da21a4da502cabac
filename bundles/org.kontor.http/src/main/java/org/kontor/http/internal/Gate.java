/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Optional;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.osgi.framework.Bundle;
import org.osgi.service.http.context.ServletContextHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.call.Actor;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.http.Allowances;
import org.kontor.http.Door;

/** The one gate: nobody comes in without a sign-in but to read a description, to sign in, or to sign up. */
final class Gate extends ServletContextHelper {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final Credentials credentials;
    private final MadeFor madeFor;
    private final RequestLog log;
    private final RateLimits limits;
    private final OpenCalls open = new OpenCalls();

    Gate(Bundle bundle, Credentials credentials, MadeFor madeFor, RateLimits limits, RequestLog log) {
        super(bundle);
        this.credentials = credentials;
        this.madeFor = madeFor;
        this.limits = limits;
        this.log = log;
    }

    @Override
    public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) throws IOException {
        log.begin(request);
        boolean admitted = false;
        try {
            admitted = admits(request, response);
            return admitted;
        } finally {
            if (!admitted) {
                log.end(request, response);
            }
        }
    }

    @Override
    public void finishSecurity(HttpServletRequest request, HttpServletResponse response) {
        log.end(request, response);
    }

    private boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Correlation-Id", Door.correlation(request));
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!isProper(request.getRequestURI())) {
            Problems.write(request, response, 404, ErrorCode.NOT_FOUND, "There is nothing at this path.");
            return false;
        }
        if (!isKnownCharset(request.getCharacterEncoding())) {
            Problems.write(request, response, 415, ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The charset is not known here.");
            return false;
        }
        if (Descriptions.isOne(request)) {
            return true;
        }
        if (!Origins.mayCall(request)) {
            Problems.write(
                    request, response, 403, ErrorCode.ACCESS_DENIED, "Pages of other sites may not call this server.");
            return false;
        }
        if (OpenCalls.isOne(request)) {
            response.setHeader("Cache-Control", "no-store");
            return mayGoOn(request, response, open.count(request));
        }
        try {
            Optional<Actor> actor = credentials.signIn(request);
            if (actor.isPresent()) {
                response.setHeader("Cache-Control", "no-store");
                if (!mayGoOn(request, response, limits.count(actor.get().id()))) {
                    return false;
                }
                if (!Csrf.mayCall(request)) {
                    Problems.write(
                            request,
                            response,
                            403,
                            ErrorCode.CSRF_TOKEN_REQUIRED,
                            "With a session, what changes something needs its token in the header " + Csrf.HEADER
                                    + ".");
                    return false;
                }
                madeFor.note(request, actor.get());
                return true;
            }
        } catch (KontorException refusal) {
            Problems.write(request, response, status(refusal.code()), refusal.code(), refusal.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.error("Sign-in failed, correlation {}", Door.correlation(request), e);
            Problems.write(request, response, 503, ErrorCode.UNAVAILABLE, "Sign-in is not possible at the moment.");
            return false;
        }
        Credentials.Challenge challenge = Credentials.challenge(request);
        response.setHeader("WWW-Authenticate", challenge.header());
        Problems.write(request, response, 401, ErrorCode.UNAUTHENTICATED, challenge.message());
        return false;
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case INVALID_INPUT -> 400;
            case ACCESS_DENIED, ACCOUNT_SUSPENDED -> 403;
            case NOT_FOUND -> 404;
            case TOO_MANY_REQUESTS -> 429;
            default -> 503;
        };
    }

    /** Tells how much the caller may ask yet; refuses when that is nothing. */
    private static boolean mayGoOn(HttpServletRequest request, HttpServletResponse response, Allowances.Verdict verdict)
            throws IOException {
        if (verdict.limit() > 0) {
            response.setHeader("RateLimit-Limit", String.valueOf(verdict.limit()));
            response.setHeader("RateLimit-Remaining", String.valueOf(verdict.left()));
            response.setHeader("RateLimit-Reset", String.valueOf(verdict.fullIn()));
        }
        if (!verdict.admitted()) {
            response.setHeader("Retry-After", String.valueOf(verdict.retryIn()));
            Problems.write(
                    request,
                    response,
                    429,
                    ErrorCode.TOO_MANY_REQUESTS,
                    "Too many requests; Retry-After says in how many seconds the next one may come.");
        }
        return verdict.admitted();
    }

    /** What is no URI would fail further on, with names from inside. */
    private static boolean isProper(String path) {
        try {
            new URI(path);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isKnownCharset(String name) {
        try {
            return name == null || Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
