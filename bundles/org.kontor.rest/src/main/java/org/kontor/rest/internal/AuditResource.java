/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.audit.AuditTrail;
import org.kontor.api.call.Source;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Pages.AuditPage;

/** The audit of all records (U1). Thread-safe. */
@Path("audit")
@Tag(name = "changes")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {
    private final AuditTrail audit;

    public AuditResource(AuditTrail audit) {
        this.audit = audit;
    }

    @GET
    @QueryNames({"type", "record", "actor", "source", "from", "until", "limit", "cursor"})
    @Operation(
            summary = "Who changed what",
            description = "Newest first; also of records that are gone.",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "type",
                        description = "Only records of this type.",
                        schema = @Schema(allowableValues = {"customer", "location"})),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "record",
                        description = "Only this record (id).",
                        schema = @Schema(type = "string", format = "uuid")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "actor",
                        description = "Only what somebody of this name did.",
                        schema = @Schema(type = "string", maxLength = 254)),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "source",
                        description = "Only what came through this: REST, SOAP, SHELL, or CONNECTION:NAME.",
                        schema = @Schema(type = "string", maxLength = 254)),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "from",
                        description = "Only from this moment on.",
                        schema = @Schema(type = "string", format = "date-time")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "until",
                        description = "Only before this moment.",
                        schema = @Schema(type = "string", format = "date-time")),
                @Parameter(in = ParameterIn.QUERY, name = "limit", description = Docs.LIMIT),
                @Parameter(in = ParameterIn.QUERY, name = "cursor", description = Docs.CURSOR)
            })
    public AuditPage list(@Context HttpServletRequest request, @Context UriInfo uri) {
        Parameters parameters = new Parameters(uri);
        Page<AuditEntry> page = audit.find(
                Door.caller(request, Source.REST),
                new AuditQuery(
                        parameters.choice(RecordType.class, "type"),
                        parameters.id("record"),
                        parameters.text("actor"),
                        parameters.text("source"),
                        parameters.moment("from"),
                        parameters.moment("until"),
                        parameters.limit(),
                        parameters.cursor()));
        return new AuditPage(page.items(), page.next());
    }
}
