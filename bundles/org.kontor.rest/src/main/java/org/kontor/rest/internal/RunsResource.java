/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.record.Page;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.Runs;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Pages.RunItemPage;
import org.kontor.rest.internal.json.Pages.RunPage;
import org.kontor.rest.internal.json.RunItemJson;

/** Runs of synchronisations and their items. Thread-safe. */
@Path("runs")
@Tag(name = "synchronisation")
@Produces(MediaType.APPLICATION_JSON)
public final class RunsResource {
    private final Runs runs;

    public RunsResource(Runs runs) {
        this.runs = runs;
    }

    @GET
    @QueryNames({"connection", "limit", "cursor"})
    @Operation(
            summary = "List runs",
            description = "Newest first.",
            parameters = {
                @Parameter(in = ParameterIn.QUERY, name = "connection", description = "Only those of this connection."),
                @Parameter(in = ParameterIn.QUERY, name = "limit", description = Docs.LIMIT),
                @Parameter(in = ParameterIn.QUERY, name = "cursor", description = Docs.CURSOR)
            })
    public RunPage list(@Context HttpServletRequest request, @Context UriInfo uri) {
        Parameters parameters = new Parameters(uri);
        Page<Run> page =
                runs.list(caller(request), parameters.text("connection"), parameters.limit(), parameters.cursor());
        return new RunPage(page.items(), page.next());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a run", description = "Its counts grow while it is RUNNING.")
    public Run get(@Context HttpServletRequest request, @PathParam("id") String id) {
        return runs.get(caller(request), Parameters.pathId(id));
    }

    @GET
    @QueryNames({"outcome", "limit", "cursor"})
    @Path("{id}/items")
    @Operation(
            summary = "List what became of the records of a run",
            description = "In the order they were met; unchanged records are counted, not listed.",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "outcome",
                        description = "Only those with this outcome.",
                        schema =
                                @Schema(
                                        allowableValues = {
                                            "created",
                                            "updated",
                                            "archived",
                                            "unarchived",
                                            "deleted",
                                            "sent",
                                            "conflict",
                                            "refused"
                                        })),
                @Parameter(in = ParameterIn.QUERY, name = "limit", description = Docs.LIMIT),
                @Parameter(in = ParameterIn.QUERY, name = "cursor", description = Docs.CURSOR)
            })
    public RunItemPage items(@Context HttpServletRequest request, @Context UriInfo uri, @PathParam("id") String id) {
        Parameters parameters = new Parameters(uri);
        Page<RunItemJson> page = runs.items(
                        caller(request),
                        Parameters.pathId(id),
                        parameters.choice(Outcome.class, "outcome"),
                        parameters.limit(),
                        parameters.cursor())
                .map(RunItemJson::of);
        return new RunItemPage(page.items(), page.next());
    }

    private static CallContext caller(HttpServletRequest request) {
        return Door.caller(request, Source.REST);
    }
}
