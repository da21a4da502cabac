/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
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
import org.kontor.api.imports.FileImports;
import org.kontor.api.imports.ImportPreview;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.Runs;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.ImportJson;

/** Files of customers and locations. Thread-safe. */
@Path("imports")
@Tag(name = "imports")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportsResource {
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int DEFAULT_WAIT = 10;
    private static final int MAX_WAIT = 60;

    private static final String TYPE = "What the file holds.";
    private static final String SOURCE =
            "Where the file comes from: small letters, digits and -, at most 60. Records are"
                    + " known again, and the mapping is remembered, under this name.";
    private static final String NAME = "What the run is called, for example the file's name.";
    private static final String SHEET = "Name of the sheet of an XLSX file; else the first one that is not hidden.";
    private static final String DELIMITER = "comma, semicolon, tab or pipe; found out when missing.";
    private static final String ENCODING = "Like UTF-8 or windows-1252; found out when missing.";
    private static final String MAPPING =
            "What columns mean, as JSON: {\"Firma\": \"name\", \"Bemerkung\": \"\"}. Empty"
                    + " passes a column over; the header * stands for all others.";

    private final Supplier<FileImports> imports;
    private final Runs runs;
    private final ImportJobs jobs;

    public ImportsResource(Supplier<FileImports> imports, Runs runs, ImportJobs jobs) {
        this.imports = imports;
        this.runs = runs;
        this.jobs = jobs;
    }

    @POST
    @Path("preview")
    @Consumes({CSV, XLSX})
    @QueryNames({"type", "source", "name", "sheet", "delimiter", "encoding", "mapping"})
    @Operation(
            summary = "Preview a file",
            description = "How its columns would be taken, and what would become of its rows. Nothing is written.",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "type",
                        required = true,
                        description = TYPE,
                        schema = @Schema(allowableValues = {"customer", "location"})),
                @Parameter(in = ParameterIn.QUERY, name = "source", required = true, description = SOURCE),
                @Parameter(in = ParameterIn.QUERY, name = "name", description = NAME),
                @Parameter(in = ParameterIn.QUERY, name = "sheet", description = SHEET),
                @Parameter(in = ParameterIn.QUERY, name = "delimiter", description = DELIMITER),
                @Parameter(in = ParameterIn.QUERY, name = "encoding", description = ENCODING),
                @Parameter(in = ParameterIn.QUERY, name = "mapping", description = MAPPING)
            },
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = CSV, schema = @Schema(type = "string", format = "binary")),
                                @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary"))
                            }))
    public ImportPreview preview(@Context HttpServletRequest request, @Context UriInfo uri, InputStream body) {
        CallContext caller = caller(request);
        caller.ofOperator().requireWriter();
        FileImports present = ImportMappingsResource.present(imports);
        var asked = ImportParameters.request(new Parameters(uri));
        try (SpooledFile file = SpooledFile.of(body)) {
            return present.preview(caller, asked, file.path());
        }
    }

    @POST
    @Consumes({CSV, XLSX})
    @QueryNames({"type", "source", "name", "sheet", "delimiter", "encoding", "mapping", "wait"})
    @Operation(
            summary = "Import a file",
            description =
                    "Takes the file in, row by row; a row that breaks a rule is refused alone. The answer is the run:"
                            + " 200 when it ended in time, else 202, and the run tells how far it is. A mapping that is given is"
                            + " remembered for the source.",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "type",
                        required = true,
                        description = TYPE,
                        schema = @Schema(allowableValues = {"customer", "location"})),
                @Parameter(in = ParameterIn.QUERY, name = "source", required = true, description = SOURCE),
                @Parameter(in = ParameterIn.QUERY, name = "name", description = NAME),
                @Parameter(in = ParameterIn.QUERY, name = "sheet", description = SHEET),
                @Parameter(in = ParameterIn.QUERY, name = "delimiter", description = DELIMITER),
                @Parameter(in = ParameterIn.QUERY, name = "encoding", description = ENCODING),
                @Parameter(in = ParameterIn.QUERY, name = "mapping", description = MAPPING),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "wait",
                        description = "Seconds to wait for the end.",
                        schema = @Schema(type = "integer", minimum = "0", maximum = "60", defaultValue = "10"))
            },
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = CSV, schema = @Schema(type = "string", format = "binary")),
                                @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary"))
                            }),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        content = @Content(schema = @Schema(implementation = ImportJson.class))),
                @ApiResponse(
                        responseCode = "202",
                        description = "The import goes on.",
                        content = @Content(schema = @Schema(implementation = ImportJson.class)))
            })
    public Response run(@Context HttpServletRequest request, @Context UriInfo uri, InputStream body) {
        CallContext caller = caller(request);
        caller.ofOperator().requireWriter();
        Parameters parameters = new Parameters(uri);
        FileImports present = ImportMappingsResource.present(imports);
        var asked = ImportParameters.request(parameters);
        Duration wait = wait(parameters.text("wait"));
        ImportJobs.Job job = jobs.start(present, caller, asked, SpooledFile.of(body));
        Optional<Run> ended = job.end(wait);
        Run run = ended.isPresent() ? ended.get() : runs.get(caller, job.run());
        URI place =
                uri.getBaseUriBuilder().path("runs").path(run.id().toString()).build();
        return Response.status(ended.isPresent() ? 200 : 202)
                .location(place)
                .entity(new ImportJson(run, place.getPath() + "/items"))
                .build();
    }

    private static Duration wait(String text) {
        try {
            int seconds = text == null ? DEFAULT_WAIT : Integer.parseInt(text);
            if (seconds >= 0 && seconds <= MAX_WAIT) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException e) {
            // told below, with the range
        }
        throw KontorException.invalid("wait", "out_of_range", "Must be from 0 to " + MAX_WAIT + ".", text);
    }

    private static CallContext caller(HttpServletRequest request) {
        return Door.caller(request, Source.REST);
    }
}
