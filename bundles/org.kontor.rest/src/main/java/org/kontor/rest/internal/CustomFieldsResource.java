/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
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
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.custom.CustomFields;
import org.kontor.api.custom.CustomType;
import org.kontor.api.custom.Declaration;
import org.kontor.api.custom.DeclarationEdit;
import org.kontor.api.custom.NewDeclaration;
import org.kontor.api.record.RecordType;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.DeclarationJson;
import org.kontor.rest.internal.json.Input;
import org.kontor.rest.internal.json.Pages.CustomFieldList;

/** The fields that accounts declare. Thread-safe. */
@Path("custom-fields")
@Tag(name = "custom fields")
@Produces(MediaType.APPLICATION_JSON)
public final class CustomFieldsResource {
    private static final String RECORD = "record";
    private static final String KEY = "key";
    private static final String LABEL = "label";
    private static final String TYPE = "type";
    private static final String MAX_LENGTH = "maxLength";
    private static final String CHOICES = "choices";
    private static final String REQUIRED = "required";
    private static final String HELP = "help";

    private final CustomFields fields;

    public CustomFieldsResource(CustomFields fields) {
        this.fields = fields;
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "NewCustomField")
    public record Order(
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            allowableValues = {"customer", "location", "account"},
                            description = "The records that may have a value.")
                    String record,
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            description =
                                    "Its name everywhere, for ever: lower case letters, digits and _, a letter first.",
                            maxLength = 40,
                            example = "segment")
                    String key,
            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 100, example = "Market segment") String label,
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "For ever.") CustomType type,
            @Schema(description = "Of a text, in characters; 200 when missing.", minimum = "1", maximum = "1000")
                    Integer maxLength,
            @Schema(description = "The values of a choice, 1 to 100.") List<String> choices,
            @Schema(description = "Whether new records must have a value.") Boolean required,
            @Schema(description = "A sentence for who fills it in.", maxLength = 500) String help) {}

    /** As it is described. */
    @Schema(name = "CustomFieldPatch")
    public record Edit(
            @Schema(maxLength = 100) String label,
            @Schema(maxLength = 500, nullable = true) String help,
            Boolean required,
            @Schema(description = "All of them; those that are there stay.") List<String> choices) {}

    @GET
    @QueryNames(RECORD)
    @Operation(
            operationId = "listCustomFields",
            summary = "List custom fields",
            description =
                    "Those that count for records you see: of your account, of those above it and of those below.",
            parameters =
                    @Parameter(
                            in = ParameterIn.QUERY,
                            name = RECORD,
                            description = "Only those of this type of records.",
                            schema = @Schema(allowableValues = {"customer", "location", "account"})))
    public CustomFieldList list(@Context HttpServletRequest request, @Context UriInfo uri) {
        CallContext caller = caller(request);
        RecordType type = new Parameters(uri).choice(RecordType.class, RECORD);
        return new CustomFieldList(
                fields.list(caller, type).stream().map(DeclarationJson::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "declareCustomField",
            summary = "Declare a custom field",
            description =
                    "It counts for the records that your account and those below it manage. No account above or below"
                            + " may have declared the key.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Order.class))),
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            content = @Content(schema = @Schema(implementation = DeclarationJson.class))))
    public Response declare(@Context HttpServletRequest request, @Context UriInfo uri, InputStream body) {
        CallContext caller = caller(request);
        Input input = Input.read(body, RECORD, KEY, LABEL, TYPE, MAX_LENGTH, CHOICES, REQUIRED, HELP);
        String record = input.text(RECORD);
        String type = input.text(TYPE);
        DeclarationJson made = DeclarationJson.of(fields.declare(
                caller,
                new NewDeclaration(
                        record == null ? null : Parameters.choice(RecordType.class, RECORD, record),
                        input.text(KEY),
                        input.text(LABEL),
                        type == null ? null : Parameters.choice(CustomType.class, TYPE, type),
                        input.number(MAX_LENGTH),
                        input.texts(CHOICES, CustomFields.MAX_CHOICES),
                        input.isTrue(REQUIRED),
                        input.text(HELP))));
        URI place = uri.getAbsolutePathBuilder().path(made.id().toString()).build();
        return Versions.tag(Response.created(place), made.version())
                .entity(made)
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getCustomField",
            summary = "Read a custom field",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = DeclarationJson.class))))
    public Response get(@Context HttpServletRequest request, @PathParam("id") String id) {
        return ok(fields.get(caller(request), Parameters.pathId(id)));
    }

    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @Operation(
            operationId = "changeCustomField",
            summary = "Change a custom field",
            description = "Label, help, whether it is required, and more choices; key and type stay. " + Docs.PATCH,
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Edit.class))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = DeclarationJson.class))))
    public Response change(
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            InputStream body) {
        CallContext caller = caller(request);
        UUID field = Parameters.pathId(id);
        long version = Versions.required(ifMatch, current(caller, field));
        Input input = Input.read(body, LABEL, HELP, REQUIRED, CHOICES);
        DeclarationEdit edit = new DeclarationEdit(
                input.patched(LABEL),
                input.patched(HELP),
                input.names(REQUIRED) ? input.isTrue(REQUIRED) : null,
                input.names(CHOICES) ? input.texts(CHOICES, CustomFields.MAX_CHOICES) : null);
        return ok(fields.change(caller, field, version, edit));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteCustomField",
            summary = "Delete a custom field",
            description = "Only one of which no record has a value (409). Else archive it.",
            responses = @ApiResponse(responseCode = "204", description = "It is gone; its audit stays."))
    public void delete(
            @Context HttpServletRequest request, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        CallContext caller = caller(request);
        UUID field = Parameters.pathId(id);
        fields.delete(caller, field, Versions.required(ifMatch, current(caller, field)));
    }

    @POST
    @Path("{id}/archive")
    @Operation(
            operationId = "archiveCustomField",
            summary = "Archive a custom field",
            description =
                    "It takes no new values and is not required; what records have still shows. If-Match if you like.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = DeclarationJson.class))))
    public Response archive(
            @Context HttpServletRequest request, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return setArchived(request, id, ifMatch, true);
    }

    @POST
    @Path("{id}/unarchive")
    @Operation(
            operationId = "unarchiveCustomField",
            summary = "Un-archive a custom field",
            description = "If-Match if you like.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = DeclarationJson.class))))
    public Response unarchive(
            @Context HttpServletRequest request, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return setArchived(request, id, ifMatch, false);
    }

    private Response setArchived(HttpServletRequest request, String id, String ifMatch, boolean archived) {
        CallContext caller = caller(request);
        UUID field = Parameters.pathId(id);
        return ok(fields.setArchived(caller, field, Versions.optional(ifMatch, current(caller, field)), archived));
    }

    private LongSupplier current(CallContext caller, UUID id) {
        return () -> fields.get(caller, id).version();
    }

    private static Response ok(Declaration declaration) {
        return Versions.tag(Response.ok(), declaration.version())
                .entity(DeclarationJson.of(declaration))
                .build();
    }

    private static CallContext caller(HttpServletRequest request) {
        return Door.caller(request, Source.REST);
    }
}
