/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.util.UUID;
import java.util.function.Supplier;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Drift;
import org.kontor.api.sync.DriftKind;
import org.kontor.api.sync.Reconciliation;
import org.kontor.api.sync.Reconciliations;
import org.kontor.api.sync.Reconciliations.Repaired;
import org.kontor.api.sync.Repair;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Input;
import org.kontor.rest.internal.json.Pages.DriftPage;
import org.kontor.rest.internal.json.Pages.ReconciliationPage;

/** Reports of comparisons, and their repair. Thread-safe. */
@Path("reconciliations")
@Tag(name = "synchronisation")
@Produces(MediaType.APPLICATION_JSON)
public final class ReconciliationsResource {
    private final Supplier<Reconciliations> reconciliations;

    /** @param reconciliations gives null while synchronisation is not installed */
    public ReconciliationsResource(Supplier<Reconciliations> reconciliations) {
        this.reconciliations = reconciliations;
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "DriftRepair")
    public record Order(
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            allowableValues = {"theirs", "ours", "both"},
                            description =
                                    "theirs: what is there is taken in. ours: ours is sent by the next run. both: what each"
                                            + " side changed goes to the other, by the rules of the mapping.")
                    String repair,
            @Schema(
                            description = "Only records that differ in this way.",
                            allowableValues = {"missing_here", "missing_there", "differs"})
                    String kind) {}

    @GET
    @QueryNames({"connection", "limit", "cursor"})
    @Operation(
            operationId = "listReconciliations",
            summary = "List comparisons of both sides",
            description = "Newest first; the newest ten of a connection are kept.",
            parameters = {
                @Parameter(in = ParameterIn.QUERY, name = "connection", description = "Only those of this connection."),
                @Parameter(in = ParameterIn.QUERY, name = "limit", description = Docs.LIMIT),
                @Parameter(in = ParameterIn.QUERY, name = "cursor", description = Docs.CURSOR)
            })
    public ReconciliationPage list(@Context HttpServletRequest request, @Context UriInfo uri) {
        Parameters parameters = new Parameters(uri);
        Page<Reconciliation> page =
                present().list(caller(request), parameters.text("connection"), parameters.limit(), parameters.cursor());
        return new ReconciliationPage(page.items(), page.next());
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getReconciliation",
            summary = "Read a comparison",
            description = "Its counts grow while it is RUNNING.")
    public Reconciliation get(@Context HttpServletRequest request, @PathParam("id") String id) {
        return present().get(caller(request), Parameters.pathId(id));
    }

    @GET
    @QueryNames({"type", "kind", "limit", "cursor"})
    @Path("{id}/drift")
    @Operation(
            operationId = "listDrift",
            summary = "List the records that differ",
            description = "In the order they were met; the first 1,000 of each kind are listed, and all are counted.",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "type",
                        description = "Only records of this type.",
                        schema = @Schema(allowableValues = {"customer", "location"})),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "kind",
                        description = "Only records that differ in this way.",
                        schema = @Schema(allowableValues = {"missing_here", "missing_there", "differs", "waiting"})),
                @Parameter(in = ParameterIn.QUERY, name = "limit", description = Docs.LIMIT),
                @Parameter(in = ParameterIn.QUERY, name = "cursor", description = Docs.CURSOR)
            })
    public DriftPage drift(@Context HttpServletRequest request, @Context UriInfo uri, @PathParam("id") String id) {
        Parameters parameters = new Parameters(uri);
        Page<Drift> page = present()
                .drift(
                        caller(request),
                        Parameters.pathId(id),
                        parameters.choice(RecordType.class, "type"),
                        parameters.choice(DriftKind.class, "kind"),
                        parameters.limit(),
                        parameters.cursor());
        return new DriftPage(page.items(), page.next());
    }

    @POST
    @Path("{id}/repairs")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "repairDrift",
            summary = "Repair what a comparison found",
            description =
                    "Each record that is listed and was not repaired yet is read there once more. What waits is left alone."
                            + " The run in the answer says what became of each record.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Order.class))))
    public Repaired repair(@Context HttpServletRequest request, @PathParam("id") String id, InputStream body) {
        CallContext caller = caller(request);
        caller.requireAdministrator();
        UUID report = Parameters.pathId(id);
        Input input = Input.read(body, "repair", "kind");
        Repair how = Parameters.choice(Repair.class, "repair", input.requiredText("repair"));
        String kind = input.text("kind");
        return present()
                .repair(caller, report, kind == null ? null : Parameters.choice(DriftKind.class, "kind", kind), how);
    }

    private Reconciliations present() {
        return Synchronising.present(reconciliations);
    }

    private static CallContext caller(HttpServletRequest request) {
        return Door.caller(request, Source.REST);
    }
}
