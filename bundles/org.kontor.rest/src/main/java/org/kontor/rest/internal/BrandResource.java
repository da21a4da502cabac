/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.brand.AccountBrand;
import org.kontor.api.brand.BrandParts;
import org.kontor.api.brand.Brands;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.BrandJson;
import org.kontor.rest.internal.json.Input;

/** How mails and pages about a partner's accounts look. Thread-safe. */
@Path("brand")
@Tag(name = "accounts")
@Produces(MediaType.APPLICATION_JSON)
public final class BrandResource {
    private static final String IF_MATCH = "The version that the change is based on, as the ETag shows it. Needed when"
            + " there is a brand, not to be given when there is none.";
    private static final String NAME = "name";
    private static final String COLOUR = "colour";
    private static final String TEXT = "text";
    private static final String[] LANGUAGES = {"en", "fr"};

    private final Brands brands;

    public BrandResource(Brands brands) {
        this.brands = brands;
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "NewBrand")
    public record Wish(
            @Schema(maxLength = 100, example = "North Ltd") String name,
            @Schema(pattern = "#[0-9a-fA-F]{6}", example = "#1f5fa8") String colour,
            @Schema(description = "A line at the end of mails and pages.") BrandJson.BrandTextJson text) {}

    @GET
    @Operation(
            operationId = "getBrand",
            summary = "Read the brand of your account",
            description = "What it says itself. 404 when that is nothing: then the nearest partner above, or the"
                    + " installation, is seen.",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        content = @Content(schema = @Schema(implementation = BrandJson.class))),
                @ApiResponse(responseCode = "404", ref = "NotFound")
            })
    public Response get(@Context HttpServletRequest request) {
        return ok(brands.get(caller(request)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setBrand",
            summary = "Set the brand of your account",
            description = "For partners. All of it but the logo, which stays. It shows in mails and pages about the"
                    + " account and those below it; what is left out comes from the nearest partner above, at last from"
                    + " the installation.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Wish.class))),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        content = @Content(schema = @Schema(implementation = BrandJson.class))),
                @ApiResponse(responseCode = "404", ref = "NotFound"),
                @ApiResponse(responseCode = "409", ref = "Conflict")
            })
    public Response put(
            @Context HttpServletRequest request,
            @Parameter(description = IF_MATCH) @HeaderParam("If-Match") String ifMatch,
            InputStream body) {
        CallContext caller = caller(request);
        caller.requireDeclarer();
        Long version = version(caller, ifMatch);
        Input input = Input.read(body, NAME, COLOUR, TEXT);
        Map<String, String> texts = new HashMap<>();
        if (input.has(TEXT)) {
            Input text = input.object(TEXT, LANGUAGES);
            for (String language : LANGUAGES) {
                texts.put(language, text.text(language));
            }
        }
        return ok(brands.put(caller, version, new BrandParts(input.text(NAME), input.text(COLOUR), texts)));
    }

    @DELETE
    @Operation(
            operationId = "deleteBrand",
            summary = "Delete the brand of your account",
            description = "With its logo: what stands above it is seen again. If-Match must name the version that the"
                    + " deletion is based on.",
            responses = {
                @ApiResponse(responseCode = "204", description = "It is gone; its audit stays."),
                @ApiResponse(responseCode = "404", ref = "NotFound")
            })
    public void delete(@Context HttpServletRequest request, @HeaderParam("If-Match") String ifMatch) {
        CallContext caller = caller(request);
        caller.requireDeclarer();
        brands.delete(caller, required(caller, ifMatch));
    }

    @PUT
    @Path("logo")
    @Operation(
            operationId = "putBrandLogo",
            summary = "Upload the logo of your account",
            description = "The body is a PNG, JPEG or SVG, told by what it is, of at most 200 kB. An SVG may draw and"
                    + " nothing else: no scripts, nothing from elsewhere. Mails show the name instead of an SVG.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary"))),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        content = @Content(schema = @Schema(implementation = BrandJson.class))),
                @ApiResponse(responseCode = "404", ref = "NotFound"),
                @ApiResponse(responseCode = "409", ref = "Conflict")
            })
    public Response putLogo(
            @Context HttpServletRequest request,
            @Parameter(description = IF_MATCH) @HeaderParam("If-Match") String ifMatch,
            InputStream body) {
        CallContext caller = caller(request);
        caller.requireDeclarer();
        return ok(brands.putLogo(caller, version(caller, ifMatch), body));
    }

    @GET
    @Path("logo")
    @Produces("*/*")
    @Operation(
            operationId = "getBrandLogo",
            summary = "Download the logo of your account",
            description = "As an attachment. 404 when it has none of its own.",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The file.",
                        content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary"))),
                @ApiResponse(responseCode = "404", ref = "NotFound")
            })
    public Response getLogo(@Context HttpServletRequest request) {
        CallContext caller = caller(request);
        byte[] bytes = brands.logo(caller);
        AccountBrand.Logo logo = brands.get(caller).logo();
        return Response.ok(bytes)
                .tag(new EntityTag(logo.sha256()))
                .header(HttpHeaders.CONTENT_TYPE, logo.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileNames.attachment("logo."
                                + logo.mediaType().replaceFirst("^image/", "").replaceFirst("\\+xml$", "")))
                .build();
    }

    @DELETE
    @Path("logo")
    @Operation(
            operationId = "deleteBrandLogo",
            summary = "Take the logo of your account away",
            description = "That of above is seen again. If-Match must name the version that the deletion is based on.",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        content = @Content(schema = @Schema(implementation = BrandJson.class))),
                @ApiResponse(responseCode = "404", ref = "NotFound")
            })
    public Response deleteLogo(@Context HttpServletRequest request, @HeaderParam("If-Match") String ifMatch) {
        CallContext caller = caller(request);
        caller.requireDeclarer();
        return ok(brands.removeLogo(caller, required(caller, ifMatch)));
    }

    /** Null for none: whoever makes the first one has no version to name. */
    private Long version(CallContext caller, String ifMatch) {
        return ifMatch == null ? null : Long.valueOf(required(caller, ifMatch));
    }

    private long required(CallContext caller, String ifMatch) {
        return Versions.required(ifMatch, () -> brands.get(caller).version());
    }

    private static Response ok(AccountBrand brand) {
        return Versions.tag(Response.ok(BrandJson.of(brand)), brand.version()).build();
    }

    private static CallContext caller(HttpServletRequest request) {
        return Door.caller(request, Source.REST);
    }
}
