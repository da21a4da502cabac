/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.portal.PortalVisit;
import org.kontor.api.portal.PortalVisits;
import org.kontor.http.Door;

/** Visits to portals; not for programs. Thread-safe. */
@Path("accounts/{id}/portal-visits")
@Tag(name = "accounts")
@Produces(MediaType.APPLICATION_JSON)
public final class PortalVisitsResource {
    private final PortalVisits visits;

    public PortalVisitsResource(PortalVisits visits) {
        this.visits = visits;
    }

    @POST
    @Operation(
            operationId = "visitPortal",
            summary = "Visit the portal of an account",
            description = "For members of the account: to manage it is not enough. The browser opens the address of the"
                    + " answer, which counts once and for a minute.",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            content = @Content(schema = @Schema(implementation = PortalVisit.class))))
    public Response visit(@Context HttpServletRequest request, @PathParam("id") String id) {
        CallContext caller = Door.caller(request, Source.REST);
        Door.requirePassword(request);
        return Response.status(Response.Status.CREATED)
                .entity(visits.visit(caller, Parameters.pathId(id)))
                .build();
    }
}
