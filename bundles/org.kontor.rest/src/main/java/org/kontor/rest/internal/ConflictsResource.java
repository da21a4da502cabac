/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.util.List;
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
import org.kontor.api.error.KontorException;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Conflict;
import org.kontor.api.sync.ConflictQuery;
import org.kontor.api.sync.Conflicts;
import org.kontor.api.sync.Conflicts.Decided;
import org.kontor.api.sync.Side;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Input;
import org.kontor.rest.internal.json.Pages.ConflictPage;

/** The conflict queue over REST. */
@Path("conflicts")
@Tag(name = "synchronisation")
@Produces(MediaType.APPLICATION_JSON)
public final class ConflictsResource {
    private final Supplier<Conflicts> conflicts;

    /** @param conflicts gives null while synchronisation is not installed */
    public ConflictsResource(Supplier<Conflicts> conflicts) {
        this.conflicts = conflicts;
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "ConflictDecision")
    public record Decision(
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            allowableValues = {"ours", "theirs"},
                            description = "Whose value stays: Kontor's or that of the external system.")
                    String stays,
            @Schema(description = "These conflicts, at most 1,000: all of them are decided, or none.") List<UUID> ids,
            @Schema(description = "Without ids: all of this connection.") String connection,
            @Schema(
                            description = "Without ids: all of this type.",
                            allowableValues = {"customer", "location"})
                    String type,
            @Schema(description = "Without ids: all of this record.") UUID recordId,
            @Schema(description = "Without ids: all of this field.", example = "address.city") String field,
            @Schema(description = "Without ids and restrictions this must be true: every open conflict is decided.")
                    boolean all) {}

    @GET
    @QueryNames({"connection", "type", "recordId", "field", "limit", "cursor"})
    @Operation(
            operationId = "listConflicts",
            summary = "List the fields that wait for a decision",
            description = "Both sides changed them, each to something else, and their rule is to ask. Oldest first.",
            parameters = {
                @Parameter(in = ParameterIn.QUERY, name = "connection", description = "Only those of this connection."),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "type",
                        description = "Only records of this type.",
                        schema = @Schema(allowableValues = {"customer", "location"})),
                @Parameter(in = ParameterIn.QUERY, name = "recordId", description = "Only those of this record."),
                @Parameter(in = ParameterIn.QUERY, name = "field", description = "Only those of this field."),
                @Parameter(in = ParameterIn.QUERY, name = "limit", description = Docs.LIMIT),
                @Parameter(in = ParameterIn.QUERY, name = "cursor", description = Docs.CURSOR)
            })
    public ConflictPage list(@Context HttpServletRequest request, @Context UriInfo uri) {
        Parameters parameters = new Parameters(uri);
        ConflictQuery query = new ConflictQuery(
                parameters.text("connection"),
                parameters.choice(RecordType.class, "type"),
                parameters.id("recordId"),
                parameters.text("field"));
        Page<Conflict> page =
                Synchronising.present(conflicts).list(caller(request), query, parameters.limit(), parameters.cursor());
        return new ConflictPage(page.items(), page.next());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getConflict", summary = "Read a conflict", description = "Gone once it is decided.")
    public Conflict get(@Context HttpServletRequest request, @PathParam("id") String id) {
        return Synchronising.present(conflicts).get(caller(request), Parameters.pathId(id));
    }

    @POST
    @Path("decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideConflicts",
            summary = "Decide conflicts: by id, or all that fit",
            description =
                    "By id all of them are decided, or none. Otherwise what cannot be decided, because their value"
                            + " breaks a rule, stays open and is told.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Decision.class))))
    public Decided decide(@Context HttpServletRequest request, InputStream body) {
        CallContext caller = caller(request);
        caller.ofOperator().requireWriter();
        Input input = Input.read(body, "stays", "ids", "connection", "type", "recordId", "field", "all");
        Side stays = Parameters.choice(Side.class, "stays", input.requiredText("stays"));
        String type = input.text("type");
        ConflictQuery query = new ConflictQuery(
                input.text("connection"),
                type == null ? null : Parameters.choice(RecordType.class, "type", type),
                input.id("recordId"),
                input.text("field"));
        if (input.has("ids")) {
            List<UUID> ids = input.ids("ids", Conflicts.MAX_DECIDED);
            Synchronising.present(conflicts).decide(caller, ids, stays);
            return new Decided(ids.size(), List.of());
        }
        if (query.equals(ConflictQuery.ALL) && !input.isTrue("all")) {
            throw KontorException.invalid("ids", "required", "Say which: ids, a restriction, or all.", null);
        }
        return Synchronising.present(conflicts).decideAll(caller, query, stays);
    }

    private static CallContext caller(HttpServletRequest request) {
        return Door.caller(request, Source.REST);
    }
}
