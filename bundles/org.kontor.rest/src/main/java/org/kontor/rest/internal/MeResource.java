/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.util.Set;

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
            @Schema(requiredMode = RequiredMode.REQUIRED) Set<Role> roles) {}

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
        return new Me(actor.name(), actor.roles());
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
