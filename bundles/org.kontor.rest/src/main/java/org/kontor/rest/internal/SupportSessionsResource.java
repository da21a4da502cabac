/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.net.URI;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.record.Page;
import org.kontor.api.support.NewSupportSession;
import org.kontor.api.support.SupportSession;
import org.kontor.api.support.SupportSessionQuery;
import org.kontor.api.support.SupportSessionState;
import org.kontor.api.support.SupportSessions;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Input;
import org.kontor.rest.internal.json.Pages.SupportSessionPage;

/** Support sessions. Thread-safe. */
@Path("support-sessions")
@Tag(name = "support")
@Produces(MediaType.APPLICATION_JSON)
public final class SupportSessionsResource {
    private final SupportSessions sessions;

    public SupportSessionsResource(SupportSessions sessions) {
        this.sessions = sessions;
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "NewSupportSession")
    public record Order(
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            format = "uuid",
                            description = "The account that is to be entered.")
                    String account,
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            maxLength = SupportSessions.MAX_REASON,
                            description = "For who grants it; kept in the audit.")
                    String reason,
            @Schema(minimum = "15", maximum = "1440", defaultValue = "60", description = "From the grant on.")
                    Integer minutes,
            @Schema(
                            allowableValues = {"ACCOUNT_ADMIN", "SITE_ADMIN", "SUPPORT", "BILLING", "READ_ONLY"},
                            defaultValue = "SUPPORT")
                    String role) {}

    @GET
    @QueryNames({"state", "limit", "cursor"})
    @Operation(
            operationId = "listSupportSessions",
            summary = "List support sessions",
            description = "Newest first: those in the account that the request is for, and those asked for from it.",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "state",
                        description = "Only those in this state.",
                        schema = @Schema(implementation = SupportSessionState.class)),
                @Parameter(in = ParameterIn.QUERY, name = "limit", description = Docs.LIMIT),
                @Parameter(in = ParameterIn.QUERY, name = "cursor", description = Docs.CURSOR)
            })
    public SupportSessionPage list(@Context HttpServletRequest request, @Context UriInfo uri) {
        CallContext caller = reader(request);
        Parameters parameters = new Parameters(uri);
        Page<SupportSession> page = sessions.find(
                caller,
                new SupportSessionQuery(
                        parameters.choice(SupportSessionState.class, "state"),
                        parameters.limit(),
                        parameters.cursor()));
        return new SupportSessionPage(page.items(), page.next());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "requestSupportSession",
            summary = "Ask for a support session",
            description =
                    "As a member of an account above. An administrator of the account itself grants it; then who asked"
                            + " enters it until the time is over. A request counts for 72 hours.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Order.class))),
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            content = @Content(schema = @Schema(implementation = SupportSession.class))))
    public Response request(@Context HttpServletRequest request, @Context UriInfo uri, InputStream body) {
        CallContext caller = reader(request);
        Input input = Input.read(body, "account", "reason", "minutes", "role");
        SupportSession made = sessions.request(
                caller,
                new NewSupportSession(
                        input.id("account"),
                        input.text("reason"),
                        input.number("minutes"),
                        input.choice(Role.class, "role")));
        URI place = uri.getAbsolutePathBuilder().path(made.id().toString()).build();
        return Response.created(place).entity(made).build();
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getSupportSession",
            summary = "Read a support session",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = SupportSession.class))))
    public SupportSession get(@Context HttpServletRequest request, @PathParam("id") String id) {
        return sessions.get(reader(request), Parameters.pathId(id));
    }

    @POST
    @Path("{id}/grant")
    @Operation(
            operationId = "grantSupportSession",
            summary = "Grant a support session",
            description = "Its time begins. Nobody grants their own.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = SupportSession.class))))
    public SupportSession grant(@Context HttpServletRequest request, @PathParam("id") String id) {
        return sessions.grant(administrator(request), Parameters.pathId(id));
    }

    @POST
    @Path("{id}/refuse")
    @Operation(
            operationId = "refuseSupportSession",
            summary = "Refuse a support session",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = SupportSession.class))))
    public SupportSession refuse(@Context HttpServletRequest request, @PathParam("id") String id) {
        return sessions.refuse(administrator(request), Parameters.pathId(id));
    }

    @POST
    @Path("{id}/end")
    @Operation(
            operationId = "endSupportSession",
            summary = "End a support session, or take back a request",
            description = "For who asked, and for those who look after the people on either side.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = SupportSession.class))))
    public SupportSession end(@Context HttpServletRequest request, @PathParam("id") String id) {
        return sessions.end(reader(request), Parameters.pathId(id));
    }

    /** Refused before anything else is looked at. */
    private static CallContext reader(HttpServletRequest request) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requireReader();
        return caller;
    }

    private static CallContext administrator(HttpServletRequest request) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requirePeople();
        return caller;
    }
}
