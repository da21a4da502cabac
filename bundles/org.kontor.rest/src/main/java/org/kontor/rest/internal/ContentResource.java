/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.net.URI;
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
import org.kontor.api.content.ContentEdit;
import org.kontor.api.content.ContentItem;
import org.kontor.api.content.ContentQuery;
import org.kontor.api.content.ContentQuery.Sort;
import org.kontor.api.content.Contents;
import org.kontor.api.content.NewContent;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.Page;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.ContentJson;
import org.kontor.rest.internal.json.Input;
import org.kontor.rest.internal.json.Pages.ContentKinds;
import org.kontor.rest.internal.json.Pages.ContentPage;

/** What members keep in an account. Thread-safe. */
@Path("content")
@Tag(name = "content")
@Produces(MediaType.APPLICATION_JSON)
public final class ContentResource {
    static final String KIND = "One of those that GET /content/kinds lists, like PATTERN.";
    private static final String KIND_NAME = "kind";
    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";
    private static final String BODY = "body";
    private static final String LINK = "link";

    private final Contents contents;

    public ContentResource(Contents contents) {
        this.contents = contents;
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "NewContentItem")
    public record Addition(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = KIND, example = "PATTERN") String kind,
            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 200, example = "Pallet 800 x 1200") String name,
            @Schema(maxLength = 4000) String description,
            @Schema(implementation = Object.class, description = "Any JSON but null; or a link.") Object body,
            @Schema(
                            maxLength = 2000,
                            description = "The http or https address of the tool that runs it; or a body.",
                            example = "https://tool.example.com/run/7")
                    String link) {}

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "ContentItemChange")
    public record Edit(
            @Schema(maxLength = 200) String name,
            @Schema(maxLength = 4000, description = "Null clears it.") String description,
            @Schema(
                            implementation = Object.class,
                            description = "Any JSON but null; takes the place of what is there, as a whole.")
                    Object body,
            @Schema(maxLength = 2000, description = "Takes the place of what is there.") String link) {}

    @GET
    @QueryNames({"kind", "q", "sort", "limit", "cursor"})
    @Operation(
            operationId = "listContent",
            summary = "List content items",
            description = "Those of the account that the request is for, without their bodies. Only for who enters the"
                    + " account: for who manages it from above there is nothing (404).",
            parameters = {
                @Parameter(in = ParameterIn.QUERY, name = "kind", description = "Only those of this kind."),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "q",
                        description = "A part of the name.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "sort",
                        description = "With a - in front descending.",
                        schema =
                                @Schema(
                                        allowableValues = {"name", "-name", "changed", "-changed"},
                                        defaultValue = "name")),
                @Parameter(in = ParameterIn.QUERY, name = "limit", description = Docs.LIMIT),
                @Parameter(in = ParameterIn.QUERY, name = "cursor", description = Docs.CURSOR)
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        content = @Content(schema = @Schema(implementation = ContentPage.class))),
                @ApiResponse(responseCode = "404", ref = "NotFound")
            })
    public ContentPage list(@Context HttpServletRequest request, @Context UriInfo uri) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requireContentReader();
        Parameters parameters = new Parameters(uri);
        String sort = parameters.text("sort");
        boolean descending = sort != null && sort.startsWith("-");
        ContentQuery query = new ContentQuery(
                parameters.text(KIND_NAME),
                parameters.text("q"),
                sort == null ? null : Parameters.choice(Sort.class, "sort", descending ? sort.substring(1) : sort),
                descending,
                parameters.limit(),
                parameters.cursor());
        Page<ContentJson> page = contents.find(caller, query).map(ContentJson::of);
        return new ContentPage(page.items(), page.next());
    }

    @GET
    @Path("kinds")
    @Operation(
            operationId = "listContentKinds",
            summary = "List the kinds of content",
            description = "Those of Kontor, and those that the installation adds.",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        content = @Content(schema = @Schema(implementation = ContentKinds.class))),
                @ApiResponse(responseCode = "404", ref = "NotFound")
            })
    public ContentKinds kinds(@Context HttpServletRequest request) {
        return new ContentKinds(contents.kinds(Door.caller(request, Source.REST)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createContent",
            summary = "Make a content item of a JSON body or a link",
            description = "Of a file: POST /content/files.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Addition.class))),
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        content = @Content(schema = @Schema(implementation = ContentJson.class))),
                @ApiResponse(responseCode = "404", ref = "NotFound"),
                @ApiResponse(responseCode = "409", ref = "Conflict")
            })
    public Response create(@Context HttpServletRequest request, @Context UriInfo uri, InputStream body) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requireContentWriter();
        Input input = Input.read(body, KIND_NAME, NAME, DESCRIPTION, BODY, LINK);
        ContentItem made = contents.create(
                caller,
                new NewContent(
                        input.text(KIND_NAME),
                        input.text(NAME),
                        input.text(DESCRIPTION),
                        json(input),
                        input.text(LINK)));
        URI place = uri.getAbsolutePathBuilder().path(made.id().toString()).build();
        return Versions.tag(Response.created(place), made.version())
                .entity(ContentJson.of(made))
                .build();
    }

    /** The body as JSON text; null when there is none. */
    private static String json(Input input) {
        return input.has(BODY) ? input.get(BODY).toString() : null;
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getContent",
            summary = "Read a content item",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = ContentJson.class))))
    public Response get(@Context HttpServletRequest request, @PathParam("id") String id) {
        return ok(contents.get(Door.caller(request, Source.REST), Parameters.pathId(id)));
    }

    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @Operation(
            operationId = "changeContent",
            summary = "Change a content item",
            description = Docs.PATCH + " The kind stays. A body is replaced as a whole.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Edit.class))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = ContentJson.class))))
    public Response change(
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            InputStream body) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requireContentWriter();
        UUID item = Parameters.pathId(id);
        long version = Versions.required(ifMatch, current(caller, item));
        Input input = Input.read(body, NAME, DESCRIPTION, BODY, LINK);
        for (String part : new String[] {BODY, LINK}) {
            if (input.names(part) && !input.has(part)) {
                throw KontorException.invalid(
                        part, "required", "Cannot be cleared: give a body, a link or a file in its place.", null);
            }
        }
        ContentEdit edit =
                new ContentEdit(cleared(input, NAME), cleared(input, DESCRIPTION), json(input), input.text(LINK));
        return ok(contents.change(caller, item, version, edit));
    }

    /** A null of the merge patch is an empty text. */
    private static String cleared(Input input, String name) {
        String text = input.text(name);
        return text == null && input.names(name) ? "" : text;
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteContent",
            summary = "Delete a content item",
            description = "For ever. If-Match must name the version that the deletion is based on.",
            responses = @ApiResponse(responseCode = "204", description = "It is gone; its audit stays."))
    public void delete(
            @Context HttpServletRequest request, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requireContentWriter();
        UUID item = Parameters.pathId(id);
        contents.delete(caller, item, Versions.required(ifMatch, current(caller, item)));
    }

    private LongSupplier current(CallContext caller, UUID id) {
        return () -> contents.get(caller, id).version();
    }

    static Response ok(ContentItem item) {
        return Versions.tag(Response.ok(ContentJson.of(item)), item.version()).build();
    }
}
