/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http;

import java.util.Optional;
import java.util.UUID;

import javax.servlet.http.HttpServletRequest;

import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.SessionCall;

/** What the gate leaves on a request for the edges behind it. */
public final class Door {
    /** Path under which everything of Kontor is served. */
    public static final String PATH = "/kontor";
    /** Property of the CXF bus service that edges publish on. */
    public static final String BUS = "(kontor.door=http)";

    /** Key under which log lines of a request carry its correlation id, as {@code %X{correlation}} of a log layout. */
    public static final String LOG_KEY = "correlation";

    /** WWW-Authenticate for browsers of people: with Basic they would ask themselves, before our page can. */
    public static final String QUIET_CHALLENGE = "Kontor realm=\"Kontor\"";

    private static final Source CONSOLE = new Source(Source.Door.CONSOLE, null);

    private static final String ACTOR = "org.kontor.http.actor";
    private static final String ON_BEHALF_OF = "org.kontor.http.onbehalfof";
    private static final String BY_TOKEN = "org.kontor.http.token";
    private static final String BY_SESSION = "org.kontor.http.session";
    private static final String CORRELATION = "org.kontor.http.correlation";
    private static final String OPERATION = "org.kontor.http.operation";

    private static final String CUT_OFF = "org.kontor.http.cutoff";

    private Door() {}

    /** Notes who signed in. */
    public static void signedIn(HttpServletRequest request, Actor actor) {
        request.setAttribute(ACTOR, actor);
    }

    /** Notes for which account and, in a support session, for whom who signed in acts. */
    public static void acts(HttpServletRequest request, CallContext call) {
        signedIn(request, call.actor());
        request.setAttribute(ON_BEHALF_OF, call.onBehalfOf());
    }

    /** Notes who signed in with a token instead of a password. */
    public static void signedInByToken(HttpServletRequest request, Actor actor) {
        signedIn(request, actor);
        request.setAttribute(BY_TOKEN, true);
    }

    /** Notes who came with a session. */
    public static void signedInBySession(HttpServletRequest request, SessionCall call) {
        signedIn(request, call.actor());
        request.setAttribute(BY_SESSION, call);
    }

    /** The session that the request came with. */
    public static Optional<SessionCall> session(HttpServletRequest request) {
        return request.getAttribute(BY_SESSION) instanceof SessionCall call ? Optional.of(call) : Optional.empty();
    }

    /**
     * For what only a person may do: a token that leaked must not make others, nor lock its owner out.
     *
     * @throws KontorException {@code access_denied} when the caller signed in with a token
     */
    public static void requirePassword(HttpServletRequest request) {
        if (request.getAttribute(BY_TOKEN) != null) {
            throw new KontorException(
                    ErrorCode.ACCESS_DENIED, "Not with a token: sign in with name and password for this.");
        }
    }

    /** The id that ties log lines and answers of this request together; also its X-Correlation-Id header. */
    public static String correlation(HttpServletRequest request) {
        Object known = request.getAttribute(CORRELATION);
        if (known == null) {
            known = UUID.randomUUID().toString();
            request.setAttribute(CORRELATION, known);
        }
        return (String) known;
    }

    /**
     * Notes what the request calls, for metrics.
     *
     * @param operation one of the operations that the edge has; never a text that the caller chose
     */
    public static void calls(HttpServletRequest request, String operation) {
        request.setAttribute(OPERATION, operation);
    }

    /** What the request calls; {@code -} when no edge knew it. */
    public static String operation(HttpServletRequest request) {
        return request.getAttribute(OPERATION) instanceof String operation ? operation : "-";
    }

    /** Notes that the answer cannot be brought to its end; it then ends so that the client sees it. */
    public static void cutOff(HttpServletRequest request) {
        request.setAttribute(CUT_OFF, true);
    }

    /** Whether the answer {@linkplain #cutOff broke off}. */
    public static boolean isCutOff(HttpServletRequest request) {
        return request.getAttribute(CUT_OFF) != null;
    }

    /**
     * @param source the door; a call of a session counts as the console's
     * @throws KontorException {@code unauthenticated} when nobody signed in
     */
    public static CallContext caller(HttpServletRequest request, Source source) {
        if (!(request.getAttribute(ACTOR) instanceof Actor actor)) {
            throw new KontorException(ErrorCode.UNAUTHENTICATED, "Sign in with HTTP Basic or a bearer token.");
        }
        Actor onBehalfOf = (Actor) request.getAttribute(ON_BEHALF_OF);
        Source through = session(request).isPresent() ? CONSOLE : source;
        return new CallContext(actor, onBehalfOf, through, correlation(request), null);
    }
}
