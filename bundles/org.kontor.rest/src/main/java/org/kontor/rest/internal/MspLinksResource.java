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

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.provider.MspLink;
import org.kontor.api.provider.MspLinkQuery;
import org.kontor.api.provider.MspLinkState;
import org.kontor.api.provider.MspLinks;
import org.kontor.api.record.Page;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Input;
import org.kontor.rest.internal.json.Pages.MspLinkPage;

/** Links to managed service providers. Thread-safe. */
@Path("msp-links")
@Tag(name = "providers")
@Produces(MediaType.APPLICATION_JSON)
public final class MspLinksResource {
    private static final String ACCOUNT = "account";
    private static final String PROVIDER = "provider";

    private final MspLinks links;

    public MspLinksResource(MspLinks links) {
        this.links = links;
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "NewMspLink")
    public record Order(
            @Schema(
                            format = "uuid",
                            description = "The customer's account; without it the one that the request is for.")
                    String account,
            @Schema(format = "uuid", description = "The partner; without it the account that the request is for.")
                    String provider) {}

    @GET
    @QueryNames({ACCOUNT, "state", "limit", "cursor"})
    @Operation(
            operationId = "listMspLinks",
            summary = "List links to managed service providers",
            description = "Newest first: those of the account that the request is for, as customer or as provider.",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = ACCOUNT,
                        description = "Those of this account (id), which stands below.",
                        schema = @Schema(type = "string", format = "uuid")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "state",
                        description = "Only those in this state.",
                        schema = @Schema(implementation = MspLinkState.class)),
                @Parameter(in = ParameterIn.QUERY, name = "limit", description = Docs.LIMIT),
                @Parameter(in = ParameterIn.QUERY, name = "cursor", description = Docs.CURSOR)
            })
    public MspLinkPage list(@Context HttpServletRequest request, @Context UriInfo uri) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requireReader();
        Parameters parameters = new Parameters(uri);
        Page<MspLink> page = links.find(
                caller,
                new MspLinkQuery(
                        parameters.id(ACCOUNT),
                        parameters.choice(MspLinkState.class, "state"),
                        parameters.limit(),
                        parameters.cursor()));
        return new MspLinkPage(page.items(), page.next());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "requestMspLink",
            summary = "Ask for a link between a customer's account and a managed service provider",
            description = "The other side accepts. waitsFor tells who has yet to agree.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Order.class))),
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            content = @Content(schema = @Schema(implementation = MspLink.class))))
    public Response request(@Context HttpServletRequest request, @Context UriInfo uri, InputStream body) {
        CallContext caller = writer(request);
        Input input = Input.read(body, ACCOUNT, PROVIDER);
        MspLink made = links.request(caller, input.id(ACCOUNT), input.id(PROVIDER));
        URI place = uri.getAbsolutePathBuilder().path(made.id().toString()).build();
        return Response.created(place).entity(made).build();
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getMspLink",
            summary = "Read a link",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = MspLink.class))))
    public MspLink get(@Context HttpServletRequest request, @PathParam("id") String id) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requireReader();
        return links.get(caller, Parameters.pathId(id));
    }

    @POST
    @Path("{id}/accept")
    @Operation(
            operationId = "acceptMspLink",
            summary = "Agree to a link",
            description = "For the side that was asked. Once nobody has yet to agree, it is active.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = MspLink.class))))
    public MspLink accept(@Context HttpServletRequest request, @PathParam("id") String id) {
        return links.accept(writer(request), Parameters.pathId(id));
    }

    @POST
    @Path("{id}/decline")
    @Operation(
            operationId = "declineMspLink",
            summary = "Refuse a link",
            description = "For the side that was asked.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = MspLink.class))))
    public MspLink decline(@Context HttpServletRequest request, @PathParam("id") String id) {
        return links.decline(writer(request), Parameters.pathId(id));
    }

    @POST
    @Path("{id}/revoke")
    @Operation(
            operationId = "revokeMspLink",
            summary = "End a link, or take back a request",
            description = "For both sides. The people of the provider are out with their next request.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = MspLink.class))))
    public MspLink revoke(@Context HttpServletRequest request, @PathParam("id") String id) {
        return links.revoke(writer(request), Parameters.pathId(id));
    }

    /** Refused before anything else is looked at. */
    private static CallContext writer(HttpServletRequest request) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requireWriter();
        return caller;
    }
}
