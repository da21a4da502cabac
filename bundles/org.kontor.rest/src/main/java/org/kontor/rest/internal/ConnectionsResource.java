/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.util.List;
import java.util.function.Supplier;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.sync.Connections;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Pages.ConnectionPage;

/** The configured connections; none where no synchronisation is installed. Thread-safe. */
@Path("connections")
@Tag(name = "synchronisation")
@Produces(MediaType.APPLICATION_JSON)
public final class ConnectionsResource {
    private final Supplier<Connections> connections;

    /** @param connections gives null while synchronisation is not installed */
    public ConnectionsResource(Supplier<Connections> connections) {
        this.connections = connections;
    }

    @GET
    @Operation(summary = "List the connections to external systems and how they do")
    public ConnectionPage list(@Context HttpServletRequest request) {
        CallContext caller = Door.caller(request, Source.REST);
        Connections present = connections.get();
        return new ConnectionPage(present == null ? List.of() : present.list(caller));
    }
}
