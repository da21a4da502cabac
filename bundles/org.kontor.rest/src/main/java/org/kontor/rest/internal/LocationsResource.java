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

import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditTrail;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.location.Location;
import org.kontor.api.location.Locations;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.LocationJson;
import org.kontor.rest.internal.json.Pages.AuditPage;
import org.kontor.rest.internal.json.Pages.LocationPage;
import org.kontor.rest.internal.json.RecordBody;

/** Locations. Thread-safe. */
@Path("locations")
@Tag(name = "locations")
@Produces(MediaType.APPLICATION_JSON)
public final class LocationsResource {
    private final Locations locations;
    private final AuditTrail audit;

    public LocationsResource(Locations locations, AuditTrail audit) {
        this.locations = locations;
        this.audit = audit;
    }

    @GET
    @QueryNames({"q", "country", "customer", "archived", "sort", "limit", "cursor"})
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
        Page<LocationJson> page = locations
                .find(caller(request), parameters.query().withCustomer(parameters.id("customer")))
                .map(LocationJson::of);
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
        Location made = locations.create(caller(request), RecordBody.read(RecordType.LOCATION, body));
        URI place = uri.getAbsolutePathBuilder().path(made.id().toString()).build();
        return Versions.tag(Response.created(place), made)
                .entity(LocationJson.of(made))
                .build();
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
        return answer(locations.get(caller(request), Parameters.pathId(id)));
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
        long version = Versions.required(ifMatch);
        return answer(locations.update(
                caller(request), Parameters.pathId(id), version, RecordBody.read(RecordType.LOCATION, body)));
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
        return setArchived(request, id, ifMatch, true);
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
        return setArchived(request, id, ifMatch, false);
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
        Parameters parameters = new Parameters(uri);
        Page<AuditEntry> page = audit.ofRecord(
                caller(request), RecordType.LOCATION, Parameters.pathId(id), parameters.limit(), parameters.cursor());
        return new AuditPage(page.items(), page.next());
    }

    private Response setArchived(HttpServletRequest request, String id, String ifMatch, boolean archived) {
        return answer(
                locations.setArchived(caller(request), Parameters.pathId(id), Versions.optional(ifMatch), archived));
    }

    private static Response answer(Location location) {
        return Versions.tag(Response.ok(LocationJson.of(location)), location).build();
    }

    private static CallContext caller(HttpServletRequest request) {
        return Door.caller(request, Source.REST);
    }
}
