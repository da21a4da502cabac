/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
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

import org.kontor.api.audit.AuditTrail;
import org.kontor.api.location.Location;
import org.kontor.api.location.Locations;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;
import org.kontor.rest.internal.json.LocationJson;
import org.kontor.rest.internal.json.Pages.AuditPage;
import org.kontor.rest.internal.json.Pages.LocationPage;

/** Locations. Thread-safe. */
@Path("locations")
@Tag(name = "locations")
@Produces(MediaType.APPLICATION_JSON)
public final class LocationsResource {
    private final RecordCalls<Location, LocationJson> calls;

    public LocationsResource(Locations locations, AuditTrail audit) {
        calls = new RecordCalls<>(RecordType.LOCATION, locations, audit, LocationJson::of);
    }

    @GET
    @QueryNames({
        "q",
        "match",
        "parent",
        "type",
        "status",
        "tag",
        "country",
        "customer",
        "archived",
        "sort",
        "limit",
        "cursor"
    })
    @Operation(
            summary = "List locations",
            parameters = {
                @Parameter(in = ParameterIn.QUERY, name = "q", description = Docs.Q, schema = @Schema(type = "string")),
                @Parameter(in = ParameterIn.QUERY, name = "country", description = Docs.COUNTRY),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "customer",
                        description = "Only those of this customer (id)."),
                @Parameter(in = ParameterIn.QUERY, name = "archived", description = Docs.ARCHIVED),
                @Parameter(in = ParameterIn.QUERY, name = "sort", description = Docs.SORT),
                @Parameter(in = ParameterIn.QUERY, name = "limit", description = Docs.LIMIT),
                @Parameter(in = ParameterIn.QUERY, name = "cursor", description = Docs.CURSOR)
            },
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = LocationPage.class))))
    public LocationPage list(@Context HttpServletRequest request, @Context UriInfo uri) {
        Parameters parameters = new Parameters(uri);
        Page<LocationJson> page = calls.list(request, parameters.query(RecordType.LOCATION));
        return new LocationPage(page.items(), page.next());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Create a location",
            description = "Name and customer are enough; a missing code is made.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = LocationJson.class))),
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            content = @Content(schema = @Schema(implementation = LocationJson.class))))
    public Response create(@Context HttpServletRequest request, @Context UriInfo uri, InputStream body) {
        return calls.create(request, uri, body);
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "Read a location",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = LocationJson.class))))
    public Response get(@Context HttpServletRequest request, @PathParam("id") String id) {
        return calls.get(request, id);
    }

    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @Operation(
            summary = "Change a location",
            description = Docs.PATCH,
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = LocationJson.class))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = LocationJson.class))))
    public Response update(
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            InputStream body) {
        return calls.update(request, id, ifMatch, body);
    }

    @POST
    @Path("{id}/archive")
    @Operation(
            summary = "Archive a location",
            description = Docs.ARCHIVE,
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = LocationJson.class))))
    public Response archive(
            @Context HttpServletRequest request, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return calls.setArchived(request, id, ifMatch, true);
    }

    @POST
    @Path("{id}/unarchive")
    @Operation(
            summary = "Un-archive a location",
            description = Docs.ARCHIVE,
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = LocationJson.class))))
    public Response unarchive(
            @Context HttpServletRequest request, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return calls.setArchived(request, id, ifMatch, false);
    }

    @GET
    @QueryNames({"limit", "cursor"})
    @Path("{id}/audit")
    @Operation(
            summary = "Who changed what of a location",
            description = "Newest first.",
            parameters = {
                @Parameter(in = ParameterIn.QUERY, name = "limit", description = Docs.LIMIT),
                @Parameter(in = ParameterIn.QUERY, name = "cursor", description = Docs.CURSOR)
            },
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = AuditPage.class))))
    public AuditPage audit(@Context HttpServletRequest request, @Context UriInfo uri, @PathParam("id") String id) {
        return calls.audit(request, uri, id);
    }
}
