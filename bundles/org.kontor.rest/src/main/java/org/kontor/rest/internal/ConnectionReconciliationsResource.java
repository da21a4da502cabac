/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.util.UUID;
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
import org.kontor.api.sync.Reconciliation;
import org.kontor.api.sync.Reconciliations;
import org.kontor.http.Door;

/** Begins comparisons. Thread-safe. */
@Path("connections/{name}/reconciliations")
@Tag(name = "synchronisation")
@Produces(MediaType.APPLICATION_JSON)
public final class ConnectionReconciliationsResource {
    private final Supplier<Reconciliations> reconciliations;

    /** @param reconciliations gives null while synchronisation is not installed */
    public ConnectionReconciliationsResource(Supplier<Reconciliations> reconciliations) {
        this.reconciliations = reconciliations;
    }

    @POST
    @Operation(
            operationId = "beginReconciliation",
            summary = "Compare both sides of a connection",
            description =
                    "Begins in the background, beside what the connection is doing, and writes nothing but the report; one that"
                            + " is under way is answered. For people who look after the installation.")
    public Reconciliation begin(
            @Context HttpServletRequest request,
            @Parameter(description = "The name of the connection.") @PathParam("name") String name) {
        CallContext caller = Door.caller(request, Source.REST);
        Reconciliations present = Synchronising.present(reconciliations);
        UUID id = present.begin(caller, name);
        return present.get(caller, id);
    }
}
