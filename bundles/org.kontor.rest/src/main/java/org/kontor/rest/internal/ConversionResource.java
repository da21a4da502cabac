/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.net.URI;
import java.util.UUID;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
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
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.account.Conversions;
import org.kontor.api.account.Converted;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.ConvertedJson;

/** Converts leads. Thread-safe. */
@Path("accounts/{id}/conversion")
@Tag(name = "accounts")
@Produces(MediaType.APPLICATION_JSON)
public final class ConversionResource {
    private final Conversions conversions;

    public ConversionResource(Conversions conversions) {
        this.conversions = conversions;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @QueryNames("dryRun")
    @Operation(
            operationId = "convertLead",
            summary = "Convert a lead to an account of its own",
            description =
                    "The new account is a copy: customer, name, tags and responsible are carried, of the content what is"
                            + " chosen; never members, plans or markers. The lead stays, CONVERTED and linked; a second"
                            + " conversion is refused (409). With dryRun=true nothing is stored, and the answer (200) tells"
                            + " all that would be.",
            parameters =
                    @Parameter(
                            in = ParameterIn.QUERY,
                            name = "dryRun",
                            description = "Whether it is only to be reviewed.",
                            schema = @Schema(allowableValues = {"true", "false"})),
            requestBody =
                    @RequestBody(content = @Content(schema = @Schema(implementation = ConvertedJson.Wanted.class))),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "A review.",
                        content = @Content(schema = @Schema(implementation = ConvertedJson.class))),
                @ApiResponse(
                        responseCode = "201",
                        content = @Content(schema = @Schema(implementation = ConvertedJson.class)))
            })
    public Response convert(
            @Context HttpServletRequest request, @Context UriInfo uri, @PathParam("id") String id, InputStream body) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requireWriter();
        UUID lead = Parameters.pathId(id);
        if (Boolean.TRUE.equals(new Parameters(uri).truth("dryRun"))) {
            return Response.ok(ConvertedJson.of(conversions.review(caller, lead, ConvertedJson.read(body))))
                    .build();
        }
        Converted converted = conversions.convert(caller, lead, ConvertedJson.read(body));
        URI place = uri.getBaseUriBuilder()
                .path("accounts")
                .path(converted.account().id().toString())
                .build();
        return Response.created(place).entity(ConvertedJson.of(converted)).build();
    }
}
