/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.net.URI;
import java.time.Instant;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.people.IssuedToken;
import org.kontor.api.people.NewToken;
import org.kontor.api.people.TokenScope;
import org.kontor.api.people.Tokens;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Input;
import org.kontor.rest.internal.json.Pages.TokenList;

/** The caller's tokens for programs; only for who signed in with a password. Thread-safe. */
@Path("me/tokens")
@Tag(name = "me")
@Produces(MediaType.APPLICATION_JSON)
public final class TokensResource {
    private static final String NAME = "name";
    private static final String SCOPE = "scope";
    private static final String EXPIRES = "expires";

    private final Tokens tokens;

    public TokensResource(Tokens tokens) {
        this.tokens = tokens;
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "NewToken")
    public record TokenOrder(
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            description = "What it is for.",
                            example = "Invoices of the ERP",
                            maxLength = 200)
                    String name,
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            description =
                                    "What it may do at most: READ reads; WRITE also changes records and calls hooks;"
                                            + " FULL is all that you may do. It never adds to your roles.")
                    TokenScope scope,
            @Schema(description = "When it ends, at most 366 days from now; 90 days when missing.") Instant expires) {}

    @GET
    @Operation(
            operationId = "listTokens",
            summary = "List my tokens, newest first",
            description = "Without their secrets. Those that were revoked or expired stay for a while, 50 at most.")
    public TokenList list(@Context HttpServletRequest request) {
        return new TokenList(tokens.list(caller(request)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createToken",
            summary = "Make a token for a program",
            description = "The answer is the only one that has the secret. A program sends it with every request:"
                    + " Authorization: Bearer, a space, the secret.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = TokenOrder.class))),
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            content = @Content(schema = @Schema(implementation = IssuedToken.class))))
    public Response create(@Context HttpServletRequest request, @Context UriInfo uri, InputStream body) {
        CallContext caller = caller(request);
        Input input = Input.read(body, NAME, SCOPE, EXPIRES);
        String scope = input.text(SCOPE);
        NewToken order = new NewToken(
                input.text(NAME),
                scope == null ? null : Parameters.choice(TokenScope.class, SCOPE, scope),
                input.moment(EXPIRES));
        IssuedToken issued = tokens.create(caller, order);
        URI place = uri.getAbsolutePathBuilder()
                .path(issued.token().id().toString())
                .build();
        return Response.created(place).entity(issued).build();
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "revokeToken",
            summary = "Revoke a token",
            description = "Counts at once. Administrators revoke those of others whom they may change, too.",
            responses = @ApiResponse(responseCode = "204", description = "Revoked."))
    public Response revoke(
            @Context HttpServletRequest request,
            @Parameter(description = "The id of the token.", schema = @Schema(type = "string", format = "uuid"))
                    @PathParam("id")
                    String id) {
        tokens.revoke(caller(request), Parameters.pathId(id));
        return Response.noContent().build();
    }

    private static CallContext caller(HttpServletRequest request) {
        CallContext caller = Door.caller(request, Source.REST);
        Door.requirePassword(request);
        return caller;
    }
}
