/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.util.Map;
import java.util.function.Supplier;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.enums.ParameterStyle;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.audit.AuditTrail;
import org.kontor.api.custom.CustomFields;
import org.kontor.api.customer.Customers;
import org.kontor.api.location.Location;
import org.kontor.api.location.Locations;
import org.kontor.api.record.RecordService;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Explanation;
import org.kontor.api.sync.Explanations;
import org.kontor.rest.internal.json.LocationJson;
import org.kontor.rest.internal.json.Pages.AuditPage;
import org.kontor.rest.internal.json.Pages.ChoiceList;
import org.kontor.rest.internal.json.Pages.LocationPage;

/** Locations. Thread-safe. */
@Path("locations")
@Tag(name = "locations")
@Produces(MediaType.APPLICATION_JSON)
public final class LocationsResource {
    private final RecordCalls<Location, LocationJson> calls;
    private final Supplier<Explanations> explanations;

    /** @param explanations gives null while synchronisation is not installed */
    public LocationsResource(
            Customers customers,
            Locations locations,
            CustomFields customFields,
            AuditTrail audit,
            Supplier<Explanations> explanations) {
        this.explanations = explanations;
        Map<RecordType, RecordService<?>> services =
                Map.of(RecordType.CUSTOMER, customers, RecordType.LOCATION, locations);
        calls = new RecordCalls<>(RecordType.LOCATION, locations, services, customFields, audit, LocationJson::of);
    }

    @GET
    @QueryNames({
        "q",
        "match",
        "customer",
        "parent",
        "type",
        "status",
        "tag",
        "custom",
        "country",
        "archived",
        "sort",
        "fields",
        "limit",
        "cursor"
    })
    @Operation(
            summary = "List locations",
            parameters = {
                @Parameter(in = ParameterIn.QUERY, name = "q", description = Docs.Q, schema = @Schema(type = "string")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "match",
                        description = Docs.MATCH,
                        schema = @Schema(allowableValues = {"words", "part", "similar"})),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "customer",
                        description = "Only those of this customer (id)."),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "parent",
                        description = "Only those that are a part of this location (id)."),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "type",
                        description = "Only those of this type.",
                        schema =
                                @Schema(
                                        allowableValues = {
                                            "HEADQUARTERS",
                                            "OFFICE",
                                            "PLANT",
                                            "WAREHOUSE",
                                            "STORE",
                                            "SPACE",
                                            "OTHER"
                                        })),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "status",
                        description = "Only those with this status.",
                        schema = @Schema(allowableValues = {"PLANNED", "ACTIVE", "CLOSED"})),
                @Parameter(in = ParameterIn.QUERY, name = "tag", description = Docs.TAG),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "custom",
                        description = Docs.CUSTOM,
                        style = ParameterStyle.FORM,
                        explode = Explode.TRUE,
                        schema = @Schema(type = "object", additionalProperties = AdditionalPropertiesValue.TRUE)),
                @Parameter(in = ParameterIn.QUERY, name = "country", description = Docs.COUNTRY),
                @Parameter(in = ParameterIn.QUERY, name = "archived", description = Docs.ARCHIVED),
                @Parameter(in = ParameterIn.QUERY, name = "sort", description = Docs.SORT),
                @Parameter(in = ParameterIn.QUERY, name = "fields", description = Docs.FIELDS),
                @Parameter(in = ParameterIn.QUERY, name = "limit", description = Docs.LIMIT),
                @Parameter(in = ParameterIn.QUERY, name = "cursor", description = Docs.CURSOR)
            },
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = LocationPage.class))))
    public Response list(@Context HttpServletRequest request, @Context UriInfo uri) {
        return calls.list(request, uri);
    }

    @GET
    @Path("lookup")
    @QueryNames({"text", "customer", "parent", "type", "status", "tag", "custom", "country", "limit"})
    @Operation(
            summary = "Look up locations for a drop-down",
            description = Docs.LOOKUP,
            parameters = {
                @Parameter(in = ParameterIn.QUERY, name = "text", description = Docs.TEXT),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "customer",
                        description = "Only those of this customer (id)."),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "parent",
                        description = "Only those that are a part of this location (id)."),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "type",
                        description = "Only those of this type.",
                        schema =
                                @Schema(
                                        allowableValues = {
                                            "HEADQUARTERS",
                                            "OFFICE",
                                            "PLANT",
                                            "WAREHOUSE",
                                            "STORE",
                                            "SPACE",
                                            "OTHER"
                                        })),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "status",
                        description = "Only those with this status.",
                        schema = @Schema(allowableValues = {"PLANNED", "ACTIVE", "CLOSED"})),
                @Parameter(in = ParameterIn.QUERY, name = "tag", description = Docs.TAG),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "custom",
                        description = Docs.CUSTOM,
                        style = ParameterStyle.FORM,
                        explode = Explode.TRUE,
                        schema = @Schema(type = "object", additionalProperties = AdditionalPropertiesValue.TRUE)),
                @Parameter(in = ParameterIn.QUERY, name = "country", description = Docs.COUNTRY),
                @Parameter(in = ParameterIn.QUERY, name = "limit", description = Docs.LIMIT)
            },
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = ChoiceList.class))))
    public ChoiceList lookup(@Context HttpServletRequest request, @Context UriInfo uri) {
        return calls.lookup(request, uri);
    }

    @GET
    @Path("export")
    @Produces({Export.NDJSON, Export.CSV})
    @QueryNames({
        "q",
        "match",
        "customer",
        "parent",
        "type",
        "status",
        "tag",
        "custom",
        "country",
        "archived",
        "sort",
        "fields"
    })
    @Operation(
            summary = "Export locations",
            description = Docs.EXPORT,
            parameters = {
                @Parameter(in = ParameterIn.QUERY, name = "q", description = Docs.Q, schema = @Schema(type = "string")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "match",
                        description = Docs.MATCH,
                        schema = @Schema(allowableValues = {"words", "part", "similar"})),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "customer",
                        description = "Only those of this customer (id)."),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "parent",
                        description = "Only those that are a part of this location (id)."),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "type",
                        description = "Only those of this type.",
                        schema =
                                @Schema(
                                        allowableValues = {
                                            "HEADQUARTERS",
                                            "OFFICE",
                                            "PLANT",
                                            "WAREHOUSE",
                                            "STORE",
                                            "SPACE",
                                            "OTHER"
                                        })),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "status",
                        description = "Only those with this status.",
                        schema = @Schema(allowableValues = {"PLANNED", "ACTIVE", "CLOSED"})),
                @Parameter(in = ParameterIn.QUERY, name = "tag", description = Docs.TAG),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "custom",
                        description = Docs.CUSTOM,
                        style = ParameterStyle.FORM,
                        explode = Explode.TRUE,
                        schema = @Schema(type = "object", additionalProperties = AdditionalPropertiesValue.TRUE)),
                @Parameter(in = ParameterIn.QUERY, name = "country", description = Docs.COUNTRY),
                @Parameter(in = ParameterIn.QUERY, name = "archived", description = Docs.ARCHIVED),
                @Parameter(in = ParameterIn.QUERY, name = "sort", description = Docs.SORT),
                @Parameter(in = ParameterIn.QUERY, name = "fields", description = Docs.FIELDS)
            },
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "All of them; an answer that does not end properly is not whole.",
                            content = {
                                @Content(
                                        mediaType = Export.NDJSON,
                                        schema = @Schema(implementation = LocationJson.class)),
                                @Content(mediaType = Export.CSV, schema = @Schema(type = "string"))
                            }))
    public Response export(@Context HttpServletRequest request, @Context Request negotiation, @Context UriInfo uri) {
        return calls.export(request, negotiation, uri);
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
    public Response create(
            @Context HttpServletRequest request,
            @Context UriInfo uri,
            @Parameter(description = Docs.KEY) @HeaderParam(Once.KEY) String key,
            InputStream body) {
        return calls.create(request, uri, key, body);
    }

    @GET
    @Path("{id}")
    @QueryNames("fields")
    @Operation(
            summary = "Read a location",
            parameters = {@Parameter(in = ParameterIn.QUERY, name = "fields", description = Docs.FIELDS)},
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        content = @Content(schema = @Schema(implementation = LocationJson.class))),
                @ApiResponse(responseCode = "304", description = Docs.UNCHANGED)
            })
    public Response get(
            @Context HttpServletRequest request,
            @Context UriInfo uri,
            @PathParam("id") String id,
            @Parameter(description = Docs.IF_NONE_MATCH) @HeaderParam("If-None-Match") String ifNoneMatch) {
        return calls.get(request, uri, id, ifNoneMatch);
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

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replace a location",
            description = Docs.PUT,
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = LocationJson.class))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = LocationJson.class))))
    public Response replace(
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            InputStream body) {
        return calls.replace(request, id, ifMatch, body);
    }

    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Delete a location",
            description = Docs.DELETE,
            responses = @ApiResponse(responseCode = "204", description = "It is gone; its audit stays."))
    public void delete(
            @Context HttpServletRequest request, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        calls.delete(request, id, ifMatch);
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
            description = "Newest first; also when the record is gone.",
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

    @GET
    @Path("{id}/explanation")
    @Operation(
            operationId = "explainLocation",
            summary = "Why a location is as it is",
            description = Docs.EXPLANATION,
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = Explanation.class))))
    public Explanation explain(@Context HttpServletRequest request, @PathParam("id") String id) {
        return calls.explain(request, explanations, id);
    }
}
