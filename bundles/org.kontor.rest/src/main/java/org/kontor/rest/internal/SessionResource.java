/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.Actor;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.BegunSession;
import org.kontor.api.people.NewSession;
import org.kontor.api.people.Session;
import org.kontor.api.people.SessionCall;
import org.kontor.api.people.Sessions;
import org.kontor.http.Door;
import org.kontor.http.SessionCookie;
import org.kontor.rest.internal.json.Input;

/** The session of a browser: how it begins, what it is, how it ends. Thread-safe. */
@Path("session")
@Tag(name = "me")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {
    private static final String LOGIN = "login";
    private static final String PASSWORD = "password";

    private final Sessions sessions;

    public SessionResource(Sessions sessions) {
        this.sessions = sessions;
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "NewSession")
    public record Order(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "rita") String login,
            @Schema(requiredMode = RequiredMode.REQUIRED, format = "password") String password) {}

    /** Whose session it is, and what a page needs of it. */
    @Schema(name = "CurrentSession")
    public record Current(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "rita") String name,
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            description =
                                    "The account that the call is made for: the home, or what Kontor-Account names.")
                    UUID account,
            @Schema(requiredMode = RequiredMode.REQUIRED) Set<Role> roles,
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "Whether as a member of the account.")
                    boolean member,
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            description = "To be sent as X-CSRF-Token with every request that is not GET or HEAD.")
                    String csrfToken,
            @Schema(requiredMode = RequiredMode.REQUIRED) Session session) {
        static Current of(SessionCall call, Actor actor) {
            return new Current(
                    actor.name(), actor.account(), actor.roles(), actor.enters(), call.csrfToken(), call.session());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "beginSession",
            summary = "Begin a session",
            description =
                    "For pages; programs use tokens. The cookie of the answer signs in from now on. A session that"
                            + " the browser had before ends.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Order.class))),
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            content = @Content(schema = @Schema(implementation = Current.class))))
    public Response begin(@Context HttpServletRequest request, InputStream body) {
        Input input = Input.read(body, LOGIN, PASSWORD);
        String login = input.requiredText(LOGIN);
        char[] password = input.requiredText(PASSWORD).toCharArray();
        try {
            BegunSession begun = sessions.begin(new NewSession(
                            login,
                            password,
                            request.getHeader(HttpHeaders.USER_AGENT),
                            SessionCookie.of(request).orElse(null),
                            Source.REST,
                            Door.correlation(request)))
                    .orElseThrow(() -> new KontorException(ErrorCode.UNAUTHENTICATED, "Login or password is wrong."));
            return Response.status(Response.Status.CREATED)
                    .header(HttpHeaders.SET_COOKIE, SessionCookie.begin(request, begun.secret()))
                    .entity(Current.of(begun.call(), begun.call().actor()))
                    .build();
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    @GET
    @Operation(
            operationId = "getSession",
            summary = "The session that you come with",
            description =
                    "For a page that is loaded anew: whose it is, and the token that changes need. 404 for who signs"
                            + " in otherwise.")
    public Current get(@Context HttpServletRequest request) {
        Actor actor = Door.caller(request, Source.REST).actor();
        return Current.of(call(request), actor);
    }

    @DELETE
    @Operation(
            operationId = "endSession",
            summary = "End the session that you come with",
            description = "Counts at once.",
            responses = @ApiResponse(responseCode = "204", description = "Ended."))
    public Response end(@Context HttpServletRequest request) {
        sessions.end(Door.caller(request, Source.REST), call(request).session().id());
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.end())
                .build();
    }

    private static SessionCall call(HttpServletRequest request) {
        return Door.session(request)
                .orElseThrow(() -> new KontorException(
                        ErrorCode.NOT_FOUND, "This request came without a session, or with another sign-in."));
    }
}
