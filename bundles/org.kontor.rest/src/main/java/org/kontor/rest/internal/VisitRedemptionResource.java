/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.portal.PortalVisitor;
import org.kontor.api.portal.PortalVisits;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Input;

/** Where portals ask who comes. Thread-safe. */
@Path("portal-visits")
@Tag(name = "accounts")
@Produces(MediaType.APPLICATION_JSON)
public final class VisitRedemptionResource {
    private static final String BEARER = "Bearer ";
    private static final String CODE = "code";

    private final PortalVisits visits;

    public VisitRedemptionResource(PortalVisits visits) {
        this.visits = visits;
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "VisitCode")
    public record Code(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "What stood behind kontor-visit=.")
                    String code) {}

    @POST
    @Path("redeem")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "redeemPortalVisit",
            summary = "Who visits the portal",
            description =
                    "For the portal itself, which signs in with its own secret: Authorization: Bearer, a space, the"
                            + " secret. A code counts once.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Code.class))))
    public PortalVisitor redeem(@Context HttpServletRequest request, InputStream body) {
        String code = Input.read(body, CODE).requiredText(CODE);
        return visits.redeem(secret(request.getHeader(HttpHeaders.AUTHORIZATION)), code, Door.correlation(request));
    }

    private static String secret(String header) {
        return header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? null
                : header.substring(BEARER.length()).strip();
    }
}
