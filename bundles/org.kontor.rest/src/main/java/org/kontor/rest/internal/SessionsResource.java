/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.util.List;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.people.Session;
import org.kontor.api.people.SessionCall;
import org.kontor.api.people.Sessions;
import org.kontor.http.Door;

/** All sessions of the caller; not for programs. Thread-safe. */
@Path("me/sessions")
@Tag(name = "me")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionsResource {
    private final Sessions sessions;

    public SessionsResource(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The caller's sessions. */
    @Schema(name = "SessionList")
    public record Mine(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "Those that count, newest first.")
                    List<Session> items) {}

    @GET
    @Operation(operationId = "listMySessions", summary = "List my sessions, newest first")
    public Mine list(@Context HttpServletRequest request) {
        return new Mine(sessions.list(caller(request)));
    }

    @DELETE
    @Operation(
            operationId = "endMyOtherSessions",
            summary = "End all my sessions but the one that I come with",
            description = "All of them for who comes without one.",
            responses = @ApiResponse(responseCode = "204", description = "Ended."))
    public Response endOthers(@Context HttpServletRequest request) {
        CallContext caller = caller(request);
        sessions.endOthers(
                caller,
                Door.session(request).map(SessionCall::session).map(Session::id).orElse(null));
        return Response.noContent().build();
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "endMySession",
            summary = "End one of my sessions",
            description = "Counts at once.",
            responses = @ApiResponse(responseCode = "204", description = "Ended."))
    public Response end(
            @Context HttpServletRequest request,
            @Parameter(description = "The id of the session.", schema = @Schema(type = "string", format = "uuid"))
                    @PathParam("id")
                    String id) {
        sessions.end(caller(request), Parameters.pathId(id));
        return Response.noContent().build();
    }

    private static CallContext caller(HttpServletRequest request) {
        CallContext caller = Door.caller(request, Source.REST);
        Door.requirePassword(request);
        return caller;
    }
}
