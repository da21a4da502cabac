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
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.Customers;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;
import org.kontor.rest.internal.json.CustomerJson;
import org.kontor.rest.internal.json.Pages.AuditPage;
import org.kontor.rest.internal.json.Pages.CustomerPage;

/** Customers. Thread-safe. */
@Path("customers")
@Tag(name = "customers")
@Produces(MediaType.APPLICATION_JSON)
public final class CustomersResource {
    private final RecordCalls<Customer, CustomerJson> calls;

    public CustomersResource(Customers customers, AuditTrail audit) {
        calls = new RecordCalls<>(RecordType.CUSTOMER, customers, audit, CustomerJson::of);
    }

    @GET
    @QueryNames({"q", "match", "kind", "relation", "tag", "country", "archived", "sort", "limit", "cursor"})
    @Operation(
            summary = "List customers",
            parameters = {
                @Parameter(in = ParameterIn.QUERY, name = "q", description = Docs.Q, schema = @Schema(type = "string")),
                @Parameter(in = ParameterIn.QUERY, name = "country", description = Docs.COUNTRY),
                @Parameter(in = ParameterIn.QUERY, name = "archived", description = Docs.ARCHIVED),
                @Parameter(in = ParameterIn.QUERY, name = "sort", description = Docs.SORT),
                @Parameter(in = ParameterIn.QUERY, name = "limit", description = Docs.LIMIT),
                @Parameter(in = ParameterIn.QUERY, name = "cursor", description = Docs.CURSOR)
            },
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = CustomerPage.class))))
    public CustomerPage list(@Context HttpServletRequest request, @Context UriInfo uri) {
        Parameters parameters = new Parameters(uri);
        Page<CustomerJson> page = calls.list(request, parameters.query(RecordType.CUSTOMER));
        return new CustomerPage(page.items(), page.next());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Create a customer",
            description = "The name is enough; a missing code is made.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = CustomerJson.class))),
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            content = @Content(schema = @Schema(implementation = CustomerJson.class))))
    public Response create(@Context HttpServletRequest request, @Context UriInfo uri, InputStream body) {
        return calls.create(request, uri, body);
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "Read a customer",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = CustomerJson.class))))
    public Response get(@Context HttpServletRequest request, @PathParam("id") String id) {
        return calls.get(request, id);
    }

    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @Operation(
            summary = "Change a customer",
            description = Docs.PATCH,
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = CustomerJson.class))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = CustomerJson.class))))
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
            summary = "Archive a customer",
            description = Docs.ARCHIVE,
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = CustomerJson.class))))
    public Response archive(
            @Context HttpServletRequest request, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return calls.setArchived(request, id, ifMatch, true);
    }

    @POST
    @Path("{id}/unarchive")
    @Operation(
            summary = "Un-archive a customer",
            description = Docs.ARCHIVE,
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = CustomerJson.class))))
    public Response unarchive(
            @Context HttpServletRequest request, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return calls.setArchived(request, id, ifMatch, false);
    }

    @GET
    @QueryNames({"limit", "cursor"})
    @Path("{id}/audit")
    @Operation(
            summary = "Who changed what of a customer",
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
