/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.util.List;
import java.util.function.Supplier;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.Source;
import org.kontor.api.sync.CheckedStep;
import org.kontor.api.sync.ConnectionDesk;
import org.kontor.http.Door;

/** Checks of connections. Thread-safe. */
@Path("connections/{name}/check")
@Tag(name = "synchronisation")
@Produces(MediaType.APPLICATION_JSON)
public final class ConnectionCheckResource {
    private final Supplier<ConnectionDesk> desk;

    /** @param desk gives null while synchronisation is not installed */
    public ConnectionCheckResource(Supplier<ConnectionDesk> desk) {
        this.desk = desk;
    }

    /** @param ok whether no step failed */
    @Schema(name = "ConnectionCheck")
    public record Check(
            @Schema(requiredMode = RequiredMode.REQUIRED) boolean ok,
            @Schema(requiredMode = RequiredMode.REQUIRED) List<CheckedStep> steps) {}

    @POST
    @Operation(
            operationId = "checkConnection",
            summary = "Try a connection step by step",
            description =
                    "Beside what it is doing, also one that is stopped or failed; nothing is stored. It takes up to"
                            + " 90 seconds. Behind a step that fails, those that need it are skipped. For people who look after the"
                            + " installation.")
    public Check check(
            @Context HttpServletRequest request,
            @Parameter(description = "The connection.", schema = @Schema(type = "string")) @PathParam("name")
                    String name) {
        List<CheckedStep> steps =
                Synchronising.present(desk).check(Door.caller(request, Source.REST), name, step -> {});
        return new Check(steps.stream().noneMatch(step -> step.state() == CheckedStep.StepState.FAILED), steps);
    }
}
