/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.net.URI;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.provider.InvitePermission;
import org.kontor.api.provider.InvitePermissionQuery;
import org.kontor.api.provider.InvitePermissions;
import org.kontor.api.provider.InvitedCustomer;
import org.kontor.api.record.Page;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Input;
import org.kontor.rest.internal.json.InvitedCustomerJson;
import org.kontor.rest.internal.json.OpeningJson;
import org.kontor.rest.internal.json.Pages.InvitePermissionPage;

/** Permissions to invite customers under another partner. Thread-safe. */
@Path("invite-permissions")
@Tag(name = "providers")
@Produces(MediaType.APPLICATION_JSON)
public final class InvitePermissionsResource {
    private static final String INVITER = "inviter";
    private static final String RECEIVED = "received";

    private final InvitePermissions permissions;

    public InvitePermissionsResource(InvitePermissions permissions) {
        this.permissions = permissions;
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "NewInvitePermission")
    public record Order(
            @Schema(requiredMode = RequiredMode.REQUIRED, format = "uuid", description = "The partner who may.")
                    String inviter) {}

    @GET
    @QueryNames({RECEIVED, "limit", "cursor"})
    @Operation(
            operationId = "listInvitePermissions",
            summary = "List permissions to invite customers",
            description = "Newest first: those that the account gave, and those that it was given.",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = RECEIVED,
                        description = "true: only those that it was given; false: only those that it gave.",
                        schema = @Schema(allowableValues = {"true", "false"})),
                @Parameter(in = ParameterIn.QUERY, name = "limit", description = Docs.LIMIT),
                @Parameter(in = ParameterIn.QUERY, name = "cursor", description = Docs.CURSOR)
            })
    public InvitePermissionPage list(@Context HttpServletRequest request, @Context UriInfo uri) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requireReader();
        Parameters parameters = new Parameters(uri);
        Page<InvitePermission> page = permissions.find(
                caller, new InvitePermissionQuery(parameters.truth(RECEIVED), parameters.limit(), parameters.cursor()));
        return new InvitePermissionPage(page.items(), page.next());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "giveInvitePermission",
            summary = "Let a partner invite customers",
            description = "Under the partner that the request is for. What is there already is answered as it is.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Order.class))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = InvitePermission.class))))
    public InvitePermission give(@Context HttpServletRequest request, InputStream body) {
        CallContext caller = administrator(request);
        return permissions.give(caller, Input.read(body, INVITER).id(INVITER));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "takeInvitePermission",
            summary = "Take a permission to invite back",
            description = "What was opened stays, and so do its links.",
            responses = @ApiResponse(responseCode = "204", description = "It is gone; its audit stays."))
    public void take(@Context HttpServletRequest request, @PathParam("id") String id) {
        permissions.take(administrator(request), Parameters.pathId(id));
    }

    @POST
    @Path("{id}/openings")
    @Consumes(MediaType.APPLICATION_JSON)
    @QueryNames("dryRun")
    @Operation(
            operationId = "inviteCustomer",
            summary = "Open a customer's account under the partner who lets you",
            description =
                    "A new customer, an account of the type CUSTOMER and its administrator, who is invited, with an"
                            + " active link to your account; all or nothing. With dryRun=true nothing is stored or mailed,"
                            + " and the answer (200) tells all that would be.",
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
                        content = @Content(schema = @Schema(implementation = InvitedCustomerJson.class))),
                @ApiResponse(
                        responseCode = "201",
                        content = @Content(schema = @Schema(implementation = InvitedCustomerJson.class)))
            })
    public Response open(
            @Context HttpServletRequest request,
            @Context UriInfo uri,
            @PathParam("id") String id,
            @Parameter(description = Docs.KEY) @HeaderParam(Once.KEY) String key,
            InputStream body) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requireWriter();
        if (Boolean.TRUE.equals(new Parameters(uri).truth("dryRun"))) {
            return Response.ok(InvitedCustomerJson.of(
                            permissions.review(caller, Parameters.pathId(id), OpeningJson.read(body))))
                    .build();
        }
        if (key == null) {
            return created(uri, permissions.open(caller, Parameters.pathId(id), OpeningJson.read(body)))
                    .build();
        }
        Once once = new Once(request, key, body);
        InvitedCustomer opened =
                permissions.open(once.of(caller), Parameters.pathId(id), OpeningJson.read(once.body()));
        return once.tell(created(uri, opened)).build();
    }

    private static Response.ResponseBuilder created(UriInfo uri, InvitedCustomer opened) {
        URI place = uri.getBaseUriBuilder()
                .path("accounts")
                .path(opened.account().id().toString())
                .build();
        return Response.created(place).entity(InvitedCustomerJson.of(opened));
    }

    /** Refused before anything else is looked at. */
    private static CallContext administrator(HttpServletRequest request) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requirePeople();
        return caller;
    }
}
