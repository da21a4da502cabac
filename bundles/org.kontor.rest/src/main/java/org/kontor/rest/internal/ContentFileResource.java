/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.UUID;
import java.util.function.LongSupplier;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.core.UriInfo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.content.ContentFile;
import org.kontor.api.content.ContentItem;
import org.kontor.api.content.ContentUpload;
import org.kontor.api.content.Contents;
import org.kontor.api.content.NewContent;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.ContentJson;

/** Files of content items, streamed in and out. Thread-safe. */
@Path("content")
@Tag(name = "content")
@Produces(MediaType.APPLICATION_JSON)
public final class ContentFileResource {
    private static final Logger LOG = LoggerFactory.getLogger(ContentFileResource.class);
    private static final String DISPOSITION =
            "May tell the name of the file (RFC 6266): attachment; filename=\"a.zip\".";

    private final Contents contents;

    public ContentFileResource(Contents contents) {
        this.contents = contents;
    }

    @POST
    @Path("files")
    @QueryNames({"kind", "name", "description"})
    @Operation(
            operationId = "uploadContent",
            summary = "Make a content item of a file",
            description = "The body is the file, of any media type; it is there whole or not at all.",
            parameters = {
                @Parameter(in = ParameterIn.QUERY, name = "kind", required = true, description = ContentResource.KIND),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "name",
                        description = "Of the item; without it that of the file."),
                @Parameter(in = ParameterIn.QUERY, name = "description", description = "Of the item.")
            },
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary"))),
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        content = @Content(schema = @Schema(implementation = ContentJson.class))),
                @ApiResponse(responseCode = "404", ref = "NotFound"),
                @ApiResponse(responseCode = "409", ref = "Conflict")
            })
    public Response create(
            @Context HttpServletRequest request,
            @Context UriInfo uri,
            @Parameter(description = DISPOSITION) @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) String disposition,
            InputStream body) {
        CallContext caller = Door.caller(request, Source.REST);
        Parameters parameters = new Parameters(uri);
        NewContent order = new NewContent(
                parameters.text("kind"), parameters.text("name"), parameters.text("description"), null, null);
        ContentItem made = contents.create(caller, order, upload(request, FileNames.of(disposition), body));
        URI place = uri.getBaseUriBuilder()
                .path("content")
                .path(made.id().toString())
                .build();
        return Versions.tag(Response.created(place), made.version())
                .entity(ContentJson.of(made))
                .build();
    }

    private static ContentUpload upload(HttpServletRequest request, String name, InputStream body) {
        return new ContentUpload(body, name, request.getHeader(HttpHeaders.CONTENT_TYPE));
    }

    @PUT
    @Path("{id}/file")
    @QueryNames("name")
    @Operation(
            operationId = "putContentFile",
            summary = "Put a file in place of what the content item has",
            description = "The body is the file, of any media type; it takes the place of a file, a body or a link."
                    + " If-Match must name the version that the change is based on.",
            parameters =
                    @Parameter(
                            in = ParameterIn.QUERY,
                            name = "name",
                            description = "Of the file; else that of Content-Disposition, else the one it has."),
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary"))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = ContentJson.class))))
    public Response put(
            @Context HttpServletRequest request,
            @Context UriInfo uri,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Parameter(description = DISPOSITION) @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) String disposition,
            InputStream body) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requireContentWriter();
        UUID item = Parameters.pathId(id);
        LongSupplier current = () -> contents.get(caller, item).version();
        long version = Versions.required(ifMatch, current);
        String name = new Parameters(uri).text("name");
        String told = name == null ? FileNames.of(disposition) : name;
        return ContentResource.ok(contents.putFile(caller, item, version, upload(request, told, body)));
    }

    @GET
    @Path("{id}/file")
    @Produces("*/*")
    @Operation(
            operationId = "getContentFile",
            summary = "Download the file of a content item",
            description = "As an attachment, with the media type that it was uploaded with. An answer that does not end"
                    + " properly is not whole.",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The file.",
                        headers =
                                @Header(
                                        name = "ETag",
                                        description = "SHA-256 of the file.",
                                        schema = @Schema(type = "string")),
                        content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary"))),
                @ApiResponse(responseCode = "304", description = Docs.UNCHANGED)
            })
    public Response get(
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            @Parameter(description = "The ETag of the file that you have; answered by 304 while it is the same.")
                    @HeaderParam("If-None-Match")
                    String ifNoneMatch) {
        CallContext caller = Door.caller(request, Source.REST);
        UUID item = Parameters.pathId(id);
        ContentFile file = contents.get(caller, item).file();
        if (file == null) {
            throw new KontorException(ErrorCode.NOT_FOUND, "The content item has no file.");
        }
        EntityTag tag = new EntityTag(file.sha256());
        if (Versions.isKnown(ifNoneMatch, file.sha256())) {
            return Response.notModified(tag).build();
        }
        StreamingOutput bytes = out -> write(request, caller, item, file, out);
        return Response.ok(bytes)
                .tag(tag)
                // of outside origin: as it was told, and never shown by a browser as a page of ours
                .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileNames.attachment(file.name()))
                .build();
    }

    /** What fails behind the first byte cuts the answer off, so that nobody takes it for whole. */
    private void write(HttpServletRequest request, CallContext caller, UUID item, ContentFile file, OutputStream out) {
        try {
            contents.writeFile(caller, item, file.sha256(), out);
            out.flush();
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The client went away, correlation {}", Door.correlation(request), e);
            Door.cutOff(request);
        } catch (RuntimeException e) {
            LOG.warn("A download broke off, correlation {}", Door.correlation(request), e);
            Door.cutOff(request);
        }
    }
}
