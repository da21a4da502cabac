/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.portal.Portal;
import org.kontor.api.portal.Portals;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Input;
import org.kontor.rest.internal.json.PortalJson;

/** Where an account has its own view. Thread-safe. */
@Path("accounts/{id}/portal")
@Tag(name = "accounts")
@Produces(MediaType.APPLICATION_JSON)
public final class PortalResource {
    private static final String ID = "id";
    private static final String IF_MATCH = "If-Match";
    private static final String URL = "url";

    private final Portals portals;

    public PortalResource(Portals portals) {
        this.portals = portals;
    }

    @GET
    @Operation(
            operationId = "getPortal",
            summary = "The portal of an account",
            description = "404 when it has none.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = PortalJson.class))))
    public Response get(@Context HttpServletRequest request, @PathParam(ID) String id) {
        CallContext caller = Door.caller(request, Source.REST);
        return answer(PortalJson.of(there(caller, Parameters.pathId(id))));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setPortal",
            summary = "Set up the portal of an account, or move it",
            description = "By those who manage the account. The first time the answer has the portal's secret; without"
                    + " If-Match then.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = PortalJson.class))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = PortalJson.class))))
    public Response set(
            @Context HttpServletRequest request,
            @PathParam(ID) String id,
            @HeaderParam(IF_MATCH) String ifMatch,
            InputStream body) {
        CallContext caller = writer(request);
        UUID account = Parameters.pathId(id);
        Optional<Portal> before = portals.get(caller, account);
        Long version = before.map(portal -> Versions.required(ifMatch, portal::version))
                .orElse(null);
        return answer(PortalJson.of(
                portals.set(caller, account, version, Input.read(body, URL).text(URL))));
    }

    @POST
    @Path("secret")
    @Operation(
            operationId = "renewPortalSecret",
            summary = "Give the portal of an account another secret",
            description = "The answer is the only one that has it. The one from before does not count any more.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = PortalJson.class))))
    public Response renewSecret(
            @Context HttpServletRequest request, @PathParam(ID) String id, @HeaderParam(IF_MATCH) String ifMatch) {
        CallContext caller = writer(request);
        UUID account = Parameters.pathId(id);
        Long version = Versions.optional(ifMatch, () -> there(caller, account).version());
        return answer(PortalJson.of(portals.renewSecret(caller, account, version)));
    }

    @DELETE
    @Operation(
            operationId = "removePortal",
            summary = "Take the portal of an account away",
            responses = @ApiResponse(responseCode = "204", description = "It is gone; its audit stays."))
    public void remove(
            @Context HttpServletRequest request, @PathParam(ID) String id, @HeaderParam(IF_MATCH) String ifMatch) {
        CallContext caller = writer(request);
        UUID account = Parameters.pathId(id);
        portals.remove(caller, account, Versions.required(ifMatch, () -> there(caller, account)
                .version()));
    }

    private Portal there(CallContext caller, UUID account) {
        return portals.get(caller, account)
                .orElseThrow(() -> new KontorException(ErrorCode.NOT_FOUND, "The account has no portal."));
    }

    private static Response answer(PortalJson portal) {
        return Versions.tag(Response.ok(portal), portal.version()).build();
    }

    private static CallContext writer(HttpServletRequest request) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requireWriter();
        return caller;
    }
}
