/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.util.Map;

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

import org.kontor.api.account.Account;
import org.kontor.api.account.Accounts;
import org.kontor.api.audit.AuditTrail;
import org.kontor.api.custom.CustomFields;
import org.kontor.api.customer.Customers;
import org.kontor.api.record.RecordService;
import org.kontor.api.record.RecordType;
import org.kontor.rest.internal.json.AccountJson;
import org.kontor.rest.internal.json.AccountMove;
import org.kontor.rest.internal.json.Pages.AccountPage;
import org.kontor.rest.internal.json.Pages.AuditPage;
import org.kontor.rest.internal.json.Pages.ChoiceList;

/** The tree of accounts. Thread-safe. */
@Path("accounts")
@Tag(name = "accounts")
@Produces(MediaType.APPLICATION_JSON)
public final class AccountsResource {
    private final RecordCalls<Account, AccountJson> calls;
    private final Accounts accounts;

    public AccountsResource(Customers customers, Accounts accounts, CustomFields customFields, AuditTrail audit) {
        this.accounts = accounts;
        Map<RecordType, RecordService<?>> services =
                Map.of(RecordType.CUSTOMER, customers, RecordType.ACCOUNT, accounts);
        calls = new RecordCalls<>(RecordType.ACCOUNT, accounts, services, customFields, audit, AccountJson::of);
    }

    @GET
    @QueryNames({
        "q",
        "match",
        "type",
        "stage",
        "customer",
        "responsible",
        "sandbox",
        "lab",
        "suspended",
        "closed",
        "tag",
        "custom",
        "archived",
        "sort",
        "fields",
        "limit",
        "cursor"
    })
    @Operation(
            summary = "List accounts",
            parameters = {
                @Parameter(in = ParameterIn.QUERY, name = "q", description = Docs.Q, schema = @Schema(type = "string")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "match",
                        description = Docs.MATCH,
                        schema = @Schema(allowableValues = {"words", "part", "similar"})),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "type",
                        description = "Only those of this type.",
                        schema = @Schema(allowableValues = {"OPERATOR", "PARTNER", "ENTERPRISE", "UNIT", "CUSTOMER"})),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "stage",
                        description = "Only those in this stage.",
                        schema = @Schema(allowableValues = {"LEAD", "CONVERTED", "CUSTOMER"})),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "customer",
                        description = "Only those of this customer (id)."),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "responsible",
                        description = "Only those that this person (login) is responsible for."),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "sandbox",
                        description = "Only sandboxes, or none.",
                        schema = @Schema(type = "boolean")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "lab",
                        description = "Only partners' labs, or none.",
                        schema = @Schema(type = "boolean")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "suspended",
                        description = "Only suspended ones, or none.",
                        schema = @Schema(type = "boolean")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "closed",
                        description = "Only closed ones, or none.",
                        schema = @Schema(type = "boolean")),
                @Parameter(in = ParameterIn.QUERY, name = "tag", description = Docs.TAG),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "custom",
                        description = Docs.CUSTOM,
                        style = ParameterStyle.FORM,
                        explode = Explode.TRUE,
                        schema = @Schema(type = "object", additionalProperties = AdditionalPropertiesValue.TRUE)),
                @Parameter(in = ParameterIn.QUERY, name = "archived", description = Docs.ARCHIVED),
                @Parameter(in = ParameterIn.QUERY, name = "sort", description = Docs.SORT),
                @Parameter(in = ParameterIn.QUERY, name = "fields", description = Docs.FIELDS),
                @Parameter(in = ParameterIn.QUERY, name = "limit", description = Docs.LIMIT),
                @Parameter(in = ParameterIn.QUERY, name = "cursor", description = Docs.CURSOR)
            },
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = AccountPage.class))))
    public Response list(@Context HttpServletRequest request, @Context UriInfo uri) {
        return calls.list(request, uri);
    }

    @GET
    @Path("lookup")
    @QueryNames({
        "text",
        "type",
        "stage",
        "customer",
        "responsible",
        "sandbox",
        "lab",
        "suspended",
        "closed",
        "tag",
        "custom",
        "limit"
    })
    @Operation(
            summary = "Look up accounts for a drop-down",
            description = Docs.LOOKUP,
            parameters = {
                @Parameter(in = ParameterIn.QUERY, name = "text", description = Docs.TEXT),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "type",
                        description = "Only those of this type.",
                        schema = @Schema(allowableValues = {"OPERATOR", "PARTNER", "ENTERPRISE", "UNIT", "CUSTOMER"})),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "stage",
                        description = "Only those in this stage.",
                        schema = @Schema(allowableValues = {"LEAD", "CONVERTED", "CUSTOMER"})),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "customer",
                        description = "Only those of this customer (id)."),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "responsible",
                        description = "Only those that this person (login) is responsible for."),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "sandbox",
                        description = "Only sandboxes, or none.",
                        schema = @Schema(type = "boolean")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "lab",
                        description = "Only partners' labs, or none.",
                        schema = @Schema(type = "boolean")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "suspended",
                        description = "Only suspended ones, or none.",
                        schema = @Schema(type = "boolean")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "closed",
                        description = "Only closed ones, or none.",
                        schema = @Schema(type = "boolean")),
                @Parameter(in = ParameterIn.QUERY, name = "tag", description = Docs.TAG),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "custom",
                        description = Docs.CUSTOM,
                        style = ParameterStyle.FORM,
                        explode = Explode.TRUE,
                        schema = @Schema(type = "object", additionalProperties = AdditionalPropertiesValue.TRUE)),
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
        "type",
        "stage",
        "customer",
        "responsible",
        "sandbox",
        "lab",
        "suspended",
        "closed",
        "tag",
        "custom",
        "archived",
        "sort",
        "fields"
    })
    @Operation(
            summary = "Export accounts",
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
                        name = "type",
                        description = "Only those of this type.",
                        schema = @Schema(allowableValues = {"OPERATOR", "PARTNER", "ENTERPRISE", "UNIT", "CUSTOMER"})),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "stage",
                        description = "Only those in this stage.",
                        schema = @Schema(allowableValues = {"LEAD", "CONVERTED", "CUSTOMER"})),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "customer",
                        description = "Only those of this customer (id)."),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "responsible",
                        description = "Only those that this person (login) is responsible for."),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "sandbox",
                        description = "Only sandboxes, or none.",
                        schema = @Schema(type = "boolean")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "lab",
                        description = "Only partners' labs, or none.",
                        schema = @Schema(type = "boolean")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "suspended",
                        description = "Only suspended ones, or none.",
                        schema = @Schema(type = "boolean")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "closed",
                        description = "Only closed ones, or none.",
                        schema = @Schema(type = "boolean")),
                @Parameter(in = ParameterIn.QUERY, name = "tag", description = Docs.TAG),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "custom",
                        description = Docs.CUSTOM,
                        style = ParameterStyle.FORM,
                        explode = Explode.TRUE,
                        schema = @Schema(type = "object", additionalProperties = AdditionalPropertiesValue.TRUE)),
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
                                        schema = @Schema(implementation = AccountJson.class)),
                                @Content(mediaType = Export.CSV, schema = @Schema(type = "string"))
                            }))
    public Response export(@Context HttpServletRequest request, @Context Request negotiation, @Context UriInfo uri) {
        return calls.export(request, negotiation, uri);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Create an account",
            description =
                    "Type, name and customer are enough; a missing code is made. It is made in the account that the request is for: the"
                            + " caller's own, or that of the header Kontor-Account.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = AccountJson.class))),
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            content = @Content(schema = @Schema(implementation = AccountJson.class))))
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
            summary = "Read an account",
            parameters = {@Parameter(in = ParameterIn.QUERY, name = "fields", description = Docs.FIELDS)},
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        content = @Content(schema = @Schema(implementation = AccountJson.class))),
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
            summary = "Change an account",
            description = Docs.PATCH,
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = AccountJson.class))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = AccountJson.class))))
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
            summary = "Replace an account",
            description = Docs.PUT,
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = AccountJson.class))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = AccountJson.class))))
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
            summary = "Delete an account",
            description = Docs.DELETE,
            responses = @ApiResponse(responseCode = "204", description = "It is gone; its audit stays."))
    public void delete(
            @Context HttpServletRequest request, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        calls.delete(request, id, ifMatch);
    }

    @POST
    @Path("{id}/archive")
    @Operation(
            summary = "Archive an account",
            description = Docs.ARCHIVE,
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = AccountJson.class))))
    public Response archive(
            @Context HttpServletRequest request, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return calls.setArchived(request, id, ifMatch, true);
    }

    @POST
    @Path("{id}/unarchive")
    @Operation(
            summary = "Un-archive an account",
            description = Docs.ARCHIVE,
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = AccountJson.class))))
    public Response unarchive(
            @Context HttpServletRequest request, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return calls.setArchived(request, id, ifMatch, false);
    }

    @GET
    @QueryNames({"limit", "cursor"})
    @Path("{id}/audit")
    @Operation(
            summary = "Who changed what of an account",
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

    @POST
    @Path("{id}/move")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "moveAccount",
            summary = "Move an account",
            description = "It hangs with everything below it under another account that may hold it.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = AccountMove.class))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = AccountJson.class))))
    public Response move(
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            InputStream body) {
        return calls.changed(
                request, id, ifMatch, (call, one, version) -> accounts.move(call, one, version, AccountMove.to(body)));
    }
}
