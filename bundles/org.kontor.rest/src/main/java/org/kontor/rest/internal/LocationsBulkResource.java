/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.record.RecordType;
import org.kontor.rest.internal.bulk.BulkCalls;

/** Many locations in one call; a resource of its own, because the path is no part of {@code locations}. Thread-safe. */
@Path("locations:bulk")
@Tag(name = "locations")
public final class LocationsBulkResource {
    private final BulkCalls calls;

    public LocationsBulkResource(BulkCalls calls) {
        this.calls = calls;
    }

    @POST
    @Consumes(BulkCalls.NDJSON)
    @Produces(BulkCalls.NDJSON)
    @Operation(
            summary = "Write many locations",
            description = Docs.BULK,
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = BulkCalls.NDJSON,
                                            schema = @Schema(type = "string", description = Docs.BULK_LINES))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "A result per line, and a summary as the last line.",
                            content =
                                    @Content(
                                            mediaType = BulkCalls.NDJSON,
                                            schema = @Schema(type = "string", description = Docs.BULK_RESULTS))))
    public Response write(
            @Context HttpServletRequest request,
            @Parameter(description = Docs.BULK_KEY) @HeaderParam("Idempotency-Key") String key,
            InputStream body) {
        return calls.answer(request, RecordType.LOCATION, key, body);
    }
}
