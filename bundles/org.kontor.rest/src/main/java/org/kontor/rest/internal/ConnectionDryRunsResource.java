/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

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
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.sync.DryRuns;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.Runs;
import org.kontor.http.Door;

/** Begins dry runs. Thread-safe. */
@Path("connections/{name}/dry-runs")
@Tag(name = "synchronisation")
@Produces(MediaType.APPLICATION_JSON)
public final class ConnectionDryRunsResource {
    private final Supplier<DryRuns> dryRuns;
    private final Runs runs;

    /** @param dryRuns gives null while synchronisation is not installed */
    public ConnectionDryRunsResource(Supplier<DryRuns> dryRuns, Runs runs) {
        this.dryRuns = dryRuns;
        this.runs = runs;
    }

    @POST
    @Operation(
            operationId = "beginDryRun",
            summary = "Find out what a run would do",
            description =
                    "Reads everything, looks for what was deleted there and works out what would be sent, and writes nothing on"
                            + " either side but this run, whose items tell each record with its changes field by field. It goes on in"
                            + " the background, beside what the connection is doing, also of one that is stopped; one that is under way"
                            + " is answered. For people who look after the installation.")
    public Run begin(
            @Context HttpServletRequest request,
            @Parameter(description = "The name of the connection.") @PathParam("name") String name) {
        CallContext caller = Door.caller(request, Source.REST);
        return runs.get(caller, Synchronising.present(dryRuns).begin(caller, name));
    }
}
