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
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Unsent;
import org.kontor.api.sync.UnsentQuery;
import org.kontor.api.sync.UnsentRecord;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Input;
import org.kontor.rest.internal.json.Pages.UnsentPage;

/** What external systems did not take, over REST. */
@Path("unsent")
@Tag(name = "synchronisation")
@Produces(MediaType.APPLICATION_JSON)
public final class UnsentResource {
    private final Supplier<Unsent> unsent;

    /** @param unsent gives null while synchronisation is not installed */
    public UnsentResource(Supplier<Unsent> unsent) {
        this.unsent = unsent;
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "UnsentSelection")
    public record Selection(
            @Schema(description = "These entries, at most 1,000; those that are not there any more are passed over.")
                    List<UUID> ids,
            @Schema(description = "Without ids: all of this connection.") String connection,
            @Schema(
                            description = "Without ids: all of this type.",
                            allowableValues = {"customer", "location"})
                    String type,
            @Schema(description = "Without ids: all of this record.") UUID recordId,
            @Schema(description = "Without ids: all that were refused with this code.", example = "invalid_input")
                    String error,
            @Schema(description = "Without ids and restrictions this must be true: everything is sent once more.")
                    boolean all) {}

    /** @param count how many the next runs send */
    @Schema(name = "UnsentRetried")
    public record Retried(long count) {}

    @GET
    @QueryNames({"connection", "type", "recordId", "error", "limit", "cursor"})
    @Operation(
            operationId = "listUnsent",
            summary = "List what external systems did not take",
            description =
                    "Records that were made, changed or deleted here and refused there. The longest waiting first."
                            + " It is sent again when the record changes here, and leaves the list once it was sent.",
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
    public UnsentPage list(@Context HttpServletRequest request, @Context UriInfo uri) {
        Parameters parameters = new Parameters(uri);
        UnsentQuery query = new UnsentQuery(
                parameters.text("connection"),
                parameters.choice(RecordType.class, "type"),
                parameters.id("recordId"),
                parameters.text("error"));
        Page<UnsentRecord> page =
                Synchronising.present(unsent).list(caller(request), query, parameters.limit(), parameters.cursor());
        return new UnsentPage(page.items(), page.next());
    }

    @POST
    @Path("retry")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "retryUnsent",
            summary = "Send once more: by id, or all that fit",
            description = "Of an administrator. The next runs of the connections send them; what is refused again comes"
                    + " back to the list, with the new reason.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Selection.class))))
    public Retried retry(@Context HttpServletRequest request, InputStream body) {
        CallContext caller = caller(request);
        caller.requireAdministrator();
        Input input = Input.read(body, "ids", "connection", "type", "recordId", "error", "all");
        String type = input.text("type");
        UnsentQuery query = new UnsentQuery(
                input.text("connection"),
                type == null ? null : Parameters.choice(RecordType.class, "type", type),
                input.id("recordId"),
                input.text("error"));
        boolean all = input.isTrue("all");
        if (input.has("ids")) {
            List<UUID> ids = input.ids("ids", Unsent.MAX_RETRIED);
            return new Retried(Synchronising.present(unsent).retry(caller, ids));
        }
        if (query.equals(UnsentQuery.ALL) && !all) {
            throw KontorException.invalid("ids", "required", "Say which: ids, a restriction, or all.", null);
        }
        return new Retried(Synchronising.present(unsent).retryAll(caller, query));
    }

    private static CallContext caller(HttpServletRequest request) {
        return Door.caller(request, Source.REST);
    }
}
