/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.util.List;
import java.util.function.Supplier;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.sync.Braked;
import org.kontor.api.sync.Brakes;
import org.kontor.http.Door;

/** Runs that would archive too much, and wait for a person. Thread-safe. */
@Path("brakes")
@Tag(name = "synchronisation")
@Produces(MediaType.APPLICATION_JSON)
public final class BrakesResource {
    private final Supplier<Brakes> brakes;

    /** @param brakes gives null while synchronisation is not installed */
    public BrakesResource(Supplier<Brakes> brakes) {
        this.brakes = brakes;
    }

    /** A list that is never long: one for a connection and type. */
    public record BrakeList(List<Braked> items) {}

    @GET
    @Operation(
            operationId = "listBrakes",
            summary = "List the runs that would archive too much, and wait for a person",
            description = "By connection and type.")
    public BrakeList list(@Context HttpServletRequest request) {
        return new BrakeList(Synchronising.present(brakes).list(caller(request)));
    }

    @POST
    @Path("{name}/release")
    @Operation(
            operationId = "releaseBrake",
            summary = "Let a connection archive as many as it finds",
            description = "Counts until a run of the connection completes.")
    public BrakeList release(
            @Context HttpServletRequest request,
            @Parameter(description = "The name of the connection.", schema = @Schema(type = "string"))
                    @PathParam("name")
                    String name) {
        return new BrakeList(Synchronising.present(brakes).release(caller(request), name));
    }

    private static CallContext caller(HttpServletRequest request) {
        return Door.caller(request, Source.REST);
    }
}
