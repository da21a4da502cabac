/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.net.URI;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
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
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.account.Opening;
import org.kontor.api.account.Openings;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.OpeningJson;

/** Opens accounts, with all that belongs to them. Thread-safe. */
@Path("openings")
@Tag(name = "accounts")
@Produces(MediaType.APPLICATION_JSON)
public final class OpeningsResource {
    private final Openings openings;

    public OpeningsResource(Openings openings) {
        this.openings = openings;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @QueryNames("dryRun")
    @Operation(
            operationId = "openAccount",
            summary = "Open an account: customer, account, plan choice and administrators at once",
            description =
                    "All or nothing, in the account that the request is for. With dryRun=true nothing is stored or"
                            + " mailed, and the answer (200) tells all that would be.",
            parameters =
                    @Parameter(
                            in = ParameterIn.QUERY,
                            name = "dryRun",
                            description = "Whether it is only to be reviewed.",
                            schema = @Schema(allowableValues = {"true", "false"})),
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = OpeningJson.Wanted.class))),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "A review.",
                        content = @Content(schema = @Schema(implementation = OpeningJson.class))),
                @ApiResponse(
                        responseCode = "201",
                        content = @Content(schema = @Schema(implementation = OpeningJson.class)))
            })
    public Response open(
            @Context HttpServletRequest request,
            @Context UriInfo uri,
            @Parameter(description = Docs.KEY) @HeaderParam(Once.KEY) String key,
            InputStream body) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requireWriter();
        if (Boolean.TRUE.equals(new Parameters(uri).truth("dryRun"))) {
            return Response.ok(OpeningJson.of(openings.review(caller, OpeningJson.read(body))))
                    .build();
        }
        if (key == null) {
            return created(uri, openings.open(caller, OpeningJson.read(body))).build();
        }
        Once once = new Once(request, key, body);
        Opening opened = openings.open(once.of(caller), OpeningJson.read(once.body()));
        return once.tell(created(uri, opened)).build();
    }

    private static Response.ResponseBuilder created(UriInfo uri, Opening opened) {
        URI place = uri.getBaseUriBuilder()
                .path("accounts")
                .path(opened.account().id().toString())
                .build();
        return Response.created(place).entity(OpeningJson.of(opened));
    }
}
