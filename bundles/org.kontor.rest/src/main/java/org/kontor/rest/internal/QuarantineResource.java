/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

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
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Quarantine;
import org.kontor.api.sync.Quarantine.Identity;
import org.kontor.api.sync.Quarantine.Replayed;
import org.kontor.api.sync.QuarantineQuery;
import org.kontor.api.sync.Quarantined;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Input;
import org.kontor.rest.internal.json.Pages.QuarantinePage;

/** The quarantine over REST. */
@Path("quarantine")
@Tag(name = "synchronisation")
@Produces(MediaType.APPLICATION_JSON)
public final class QuarantineResource {
    private final Supplier<Quarantine> quarantine;

    /** @param quarantine gives null while synchronisation is not installed */
    public QuarantineResource(Supplier<Quarantine> quarantine) {
        this.quarantine = quarantine;
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "QuarantineReplay")
    public record Replay(
            @Schema(
                            description =
                                    "What shall count instead of what was told, by path of the field; null clears."
                                            + " The external system is not told.",
                            example = "{\"email\": \"info@acme.example\"}")
                    Map<String, Object> values,
            @Schema(description = "Which record of ours it is, when that was the question (ambiguous_match).")
                    UUID recordId,
            @Schema(description = "True: it is none of ours, but a new one.") boolean isNew) {}

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "QuarantineSelection")
    public record Selection(
            @Schema(description = "All of this connection.") String connection,
            @Schema(
                            description = "All of this type.",
                            allowableValues = {"customer", "location"})
                    String type,
            @Schema(description = "All of this record.") UUID recordId,
            @Schema(description = "All that were refused with this code.", example = "invalid_input") String error) {}

    @GET
    @QueryNames({"connection", "type", "recordId", "error", "limit", "cursor"})
    @Operation(
            operationId = "listQuarantine",
            summary = "List what external systems told and could not be taken in",
            description = "The longest waiting first. A later good version of a record takes it out.",
            parameters = {
                @Parameter(in = ParameterIn.QUERY, name = "connection", description = "Only those of this connection."),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "type",
                        description = "Only records of this type.",
                        schema = @Schema(allowableValues = {"customer", "location"})),
                @Parameter(in = ParameterIn.QUERY, name = "recordId", description = "Only those of this record."),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "error",
                        description = "Only those that were refused with this code."),
                @Parameter(in = ParameterIn.QUERY, name = "limit", description = Docs.LIMIT),
                @Parameter(in = ParameterIn.QUERY, name = "cursor", description = Docs.CURSOR)
            })
    public QuarantinePage list(@Context HttpServletRequest request, @Context UriInfo uri) {
        Parameters parameters = new Parameters(uri);
        QuarantineQuery query = new QuarantineQuery(
                parameters.text("connection"),
                parameters.choice(RecordType.class, "type"),
                parameters.id("recordId"),
                parameters.text("error"));
        Page<Quarantined> page =
                Synchronising.present(quarantine).list(caller(request), query, parameters.limit(), parameters.cursor());
        return new QuarantinePage(page.items(), page.next());
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getQuarantined",
            summary = "Read what waits in the quarantine",
            description = "Gone once it is taken in.")
    public Quarantined get(@Context HttpServletRequest request, @PathParam("id") String id) {
        return Synchronising.present(quarantine).get(caller(request), Parameters.pathId(id));
    }

    @POST
    @Path("{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayQuarantined",
            summary = "Take it in once more, edited or as it is",
            description = "Answers what became of it; refused again, it stays with the new reason.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Replay.class))))
    public ItemResult replay(@Context HttpServletRequest request, @PathParam("id") String id, InputStream body) {
        CallContext caller = caller(request);
        UUID ward = Parameters.pathId(id);
        Input input = Input.read(body, "values", "recordId", "isNew");
        UUID recordId = input.id("recordId");
        boolean isNew = input.isTrue("isNew");
        if (isNew && recordId != null) {
            throw KontorException.invalid("isNew", "contradiction", "Give recordId or isNew, not both.", null);
        }
        Identity as = isNew || recordId != null ? new Identity(recordId) : null;
        return Synchronising.present(quarantine).replay(caller, ward, input.values("values"), as);
    }

    @POST
    @Path("replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayQuarantine",
            summary = "Take everything in once more that fits",
            description = "An empty object stands for everything.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Selection.class))))
    public Replayed replayAll(@Context HttpServletRequest request, InputStream body) {
        CallContext caller = caller(request);
        Input input = Input.read(body, "connection", "type", "recordId", "error");
        String type = input.text("type");
        QuarantineQuery query = new QuarantineQuery(
                input.text("connection"),
                type == null ? null : Parameters.choice(RecordType.class, "type", type),
                input.id("recordId"),
                input.text("error"));
        return Synchronising.present(quarantine).replayAll(caller, query);
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "dismissQuarantined",
            summary = "Forget it",
            description = "When it is told and refused again, it comes back.",
            responses = @ApiResponse(responseCode = "204", description = "Forgotten."))
    public Response dismiss(@Context HttpServletRequest request, @PathParam("id") String id) {
        Synchronising.present(quarantine).dismiss(caller(request), Parameters.pathId(id));
        return Response.noContent().build();
    }

    private static CallContext caller(HttpServletRequest request) {
        return Door.caller(request, Source.REST);
    }
}
