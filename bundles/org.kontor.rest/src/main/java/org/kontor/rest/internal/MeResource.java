/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.people.Membership;
import org.kontor.api.people.People;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Input;

/** Who I am here, and my password. Thread-safe. */
@Path("me")
@Tag(name = "me")
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource {
    private final People people;

    public MeResource(People people) {
        this.people = people;
    }

    /** The caller. */
    public record Me(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "admin") String name,
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            description =
                                    "The account that the call is made for: the home, or what Kontor-Account names.")
                    UUID account,
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            description = "As a member of the account, or of one that it stands below.")
                    Set<Role> roles,
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            description = "Whether as a member: content and people are there for members alone.")
                    boolean member) {}

    /** The accounts of the caller. */
    @Schema(name = "Memberships")
    public record Mine(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "The home first, then by name.")
                    List<Membership> items) {}

    /** A change of one's own password. */
    @Schema(name = "PasswordChange")
    public record PasswordChange(
            @Schema(requiredMode = RequiredMode.REQUIRED, format = "password") String current,
            @Schema(requiredMode = RequiredMode.REQUIRED, format = "password", minLength = 12, maxLength = 128)
                    String replacement) {}

    @GET
    @Operation(summary = "Who I am here")
    public Me get(@Context HttpServletRequest request) {
        Actor actor = Door.caller(request, Source.REST).actor();
        return new Me(actor.name(), actor.account(), actor.roles(), actor.enters());
    }

    @GET
    @Path("accounts")
    @Operation(
            operationId = "listMyAccounts",
            summary = "The accounts that I am a member of",
            description = "Name one in the header Kontor-Account to act for it.")
    public Mine accounts(@Context HttpServletRequest request) {
        return new Mine(people.memberships(Door.caller(request, Source.REST)));
    }

    @PUT
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change my password",
            description = "12 to 128 characters; counts at once.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = PasswordChange.class))),
            responses = @ApiResponse(responseCode = "204", description = "Changed."))
    public void changePassword(@Context HttpServletRequest request, InputStream body) {
        CallContext caller = Door.caller(request, Source.REST);
        Door.requirePassword(request);
        Input json = Input.read(body, "current", "replacement");
        people.changeOwnPassword(
                caller,
                json.requiredText("current").toCharArray(),
                json.requiredText("replacement").toCharArray());
    }
}
