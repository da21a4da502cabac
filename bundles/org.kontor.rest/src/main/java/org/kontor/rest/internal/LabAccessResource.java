/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.people.LabAccess;

/** Who reaches the labs of a partner. Thread-safe. */
@Path("people/labs")
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public final class LabAccessResource {
    private final LabAccess labs;

    public LabAccessResource(LabAccess labs) {
        this.labs = labs;
    }

    /** What became of it. */
    @Schema(name = "LabsOpened")
    public record Opened(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "How many did not reach them before.")
                    int opened) {}

    @POST
    @Operation(
            operationId = "openLabs",
            summary = "Let all members of a partner reach all its labs",
            description = "One by one: PATCH /people/{id} with labs. New members: labsForNewMembers of the account.")
    public Opened open(@Context HttpServletRequest request) {
        return new Opened(labs.openToAll(PeopleResource.caller(request)));
    }
}
