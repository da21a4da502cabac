/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
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

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.sync.Again;
import org.kontor.api.sync.ConnectionStatus;
import org.kontor.api.sync.Connections;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Input;
import org.kontor.rest.internal.json.Pages.ConnectionPage;

/** The configured connections; none where no synchronisation is installed. Thread-safe. */
@Path("connections")
@Tag(name = "synchronisation")
@Produces(MediaType.APPLICATION_JSON)
public final class ConnectionsResource {
    private static final String NAME = "The name of the connection.";
    private static final String RECORDS = "records";
    private static final String CHANGED_FROM = "changedFrom";
    private static final String CHANGED_TO = "changedTo";
    private static final String FULL = "full";

    private final Supplier<Connections> connections;

    /** @param connections gives null while synchronisation is not installed */
    public ConnectionsResource(Supplier<Connections> connections) {
        this.connections = connections;
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "ConnectionSync", description = "What to read once more; empty: what is new.")
    public record SyncOrder(
            @Schema(description = "These records, by their ids there; at most 1000.", example = "[\"4711\"]")
                    List<String> records,
            @Schema(description = "Records that were changed there at this time or later; with changedTo.")
                    Instant changedFrom,
            @Schema(description = "And before this time.") Instant changedTo,
            @Schema(description = "True: everything.") boolean full) {}

    /** @param begun false when a run is under way already, and nothing else was begun */
    public record SyncBegun(boolean begun) {}

    @GET
    @Operation(summary = "List the connections to external systems and how they do")
    public ConnectionPage list(@Context HttpServletRequest request) {
        CallContext caller = Door.caller(request, Source.REST);
        Connections present = connections.get();
        return new ConnectionPage(present == null ? List.of() : present.list(caller));
    }

    @GET
    @Path("{name}")
    @Operation(operationId = "getConnection", summary = "Read how a connection does")
    public ConnectionStatus get(
            @Context HttpServletRequest request,
            @Parameter(description = NAME, schema = @Schema(type = "string")) @PathParam("name") String name) {
        return found(name).get(Door.caller(request, Source.REST), name);
    }

    @POST
    @Path("{name}/start")
    @Operation(
            operationId = "startConnection",
            summary = "Start a stopped connection",
            description = "Answers before it is up. It also starts with Kontor from now on.")
    public ConnectionStatus start(
            @Context HttpServletRequest request,
            @Parameter(description = NAME, schema = @Schema(type = "string")) @PathParam("name") String name) {
        return done(request, name, Connections::start);
    }

    @POST
    @Path("{name}/stop")
    @Operation(
            operationId = "stopConnection",
            summary = "Stop a connection",
            description = "Answers before it is down. It stays stopped, also after a restart, until it is started.")
    public ConnectionStatus stop(
            @Context HttpServletRequest request,
            @Parameter(description = NAME, schema = @Schema(type = "string")) @PathParam("name") String name) {
        return done(request, name, Connections::stop);
    }

    @POST
    @Path("{name}/pause")
    @Operation(
            operationId = "pauseConnection",
            summary = "Hold a connection",
            description =
                    "A run under way ends with the batch it is at; nothing begins until the connection is resumed, also"
                            + " not after a restart. Answers before that is so.")
    public ConnectionStatus pause(
            @Context HttpServletRequest request,
            @Parameter(description = NAME, schema = @Schema(type = "string")) @PathParam("name") String name) {
        return done(request, name, Connections::pause);
    }

    @POST
    @Path("{name}/resume")
    @Operation(
            operationId = "resumeConnection",
            summary = "Let a paused connection go on",
            description = "From where it stood. Answers before it is up.")
    public ConnectionStatus resume(
            @Context HttpServletRequest request,
            @Parameter(description = NAME, schema = @Schema(type = "string")) @PathParam("name") String name) {
        return done(request, name, Connections::resume);
    }

    @POST
    @Path("{name}/sync")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "syncConnection",
            summary = "Read what is new now, or something once more",
            description =
                    "An empty object reads what is new. Records, a time of change or everything are read once more,"
                            + " while what is new goes on being read; the connection says invalid_input where its connector"
                            + " cannot. Answers before anything is read.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = SyncOrder.class))))
    public SyncBegun sync(
            @Context HttpServletRequest request,
            @Parameter(description = NAME, schema = @Schema(type = "string")) @PathParam("name") String name,
            InputStream body) {
        CallContext caller = Door.caller(request, Source.REST);
        Input input = Input.read(body, RECORDS, CHANGED_FROM, CHANGED_TO, FULL);
        boolean full = input.isTrue(FULL);
        if (!full && !input.has(RECORDS) && !input.has(CHANGED_FROM) && !input.has(CHANGED_TO)) {
            return new SyncBegun(found(name).sync(caller, name));
        }
        Again again = new Again(
                input.texts(RECORDS, Again.MAX_RECORDS), input.moment(CHANGED_FROM), input.moment(CHANGED_TO), full);
        found(name).again(caller, name, again);
        return new SyncBegun(true);
    }

    private ConnectionStatus done(HttpServletRequest request, String name, Control control) {
        CallContext caller = Door.caller(request, Source.REST);
        Connections present = found(name);
        control.apply(present, caller, name);
        return present.get(caller, name);
    }

    /** What is done to a connection. */
    @FunctionalInterface
    private interface Control {
        void apply(Connections connections, CallContext caller, String name);
    }

    private Connections found(String name) {
        Connections present = connections.get();
        if (present == null) {
            throw new KontorException(ErrorCode.NOT_FOUND, "There is no connection '" + name + "'.");
        }
        return present;
    }
}
