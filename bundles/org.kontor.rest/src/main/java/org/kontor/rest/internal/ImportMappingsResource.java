/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.util.Map;
import java.util.function.Supplier;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
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
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.imports.FileImports;
import org.kontor.api.imports.ImportMapping;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.ImportJson.MappingInput;
import org.kontor.rest.internal.json.ImportJson.MappingPage;
import org.kontor.rest.internal.json.Input;

/** What the columns of the files of a source mean. Thread-safe. */
@Path("import-mappings")
@Tag(name = "imports")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportMappingsResource {
    private static final String SOURCE =
            "Name of where the files come from, like erp-export; of a folder its connection.";

    private final Supplier<FileImports> imports;

    /** @param imports gives null while imports are not installed */
    public ImportMappingsResource(Supplier<FileImports> imports) {
        this.imports = imports;
    }

    static FileImports present(Supplier<FileImports> imports) {
        FileImports present = imports.get();
        if (present == null) {
            throw new KontorException(
                    ErrorCode.UNAVAILABLE, "Imports are not installed, or not up yet (feature kontor-imports).");
        }
        return present;
    }

    @GET
    @Path("{source}")
    @Operation(
            operationId = "getImportMapping",
            summary = "Read what the columns of a source mean",
            description = "At most one mapping for each type; none when nothing is remembered.")
    public MappingPage get(
            @Context HttpServletRequest request, @Parameter(description = SOURCE) @PathParam("source") String source) {
        return new MappingPage(present(imports).mappings(caller(request), source));
    }

    @PUT
    @Path("{source}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setImportMapping",
            summary = "Say what the columns of a source mean",
            description =
                    "Instead of what was remembered for this source and type. The next import uses it, also one of"
                            + " the folder whose connection has this name.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = MappingInput.class))))
    public ImportMapping put(
            @Context HttpServletRequest request,
            @Parameter(description = SOURCE) @PathParam("source") String source,
            InputStream body) {
        CallContext caller = caller(request);
        caller.ofOperator().requireWriter();
        FileImports present = present(imports);
        Input json = Input.read(body, "type", "columns");
        Map<String, String> columns = ImportParameters.columns("columns", json.get("columns"));
        return present.remember(caller, source, ImportParameters.requiredType(json.text("type")), columns);
    }

    @DELETE
    @Path("{source}")
    @QueryNames("type")
    @Operation(
            operationId = "deleteImportMapping",
            summary = "Forget what the columns of a source mean",
            parameters =
                    @Parameter(
                            in = ParameterIn.QUERY,
                            name = "type",
                            description = "Only for this type.",
                            schema = @Schema(allowableValues = {"customer", "location"})),
            responses = @ApiResponse(responseCode = "204", description = "Forgotten."))
    public Response delete(
            @Context HttpServletRequest request,
            @Context UriInfo uri,
            @Parameter(description = SOURCE) @PathParam("source") String source) {
        present(imports).forget(caller(request), source, ImportParameters.type(new Parameters(uri).text("type")));
        return Response.noContent().build();
    }

    private static CallContext caller(HttpServletRequest request) {
        return Door.caller(request, Source.REST);
    }
}
