/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.signup.NewSignUpPage;
import org.kontor.api.signup.SignUpPage;
import org.kontor.api.signup.SignUpPages;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Input;
import org.kontor.rest.internal.json.PlanChoiceJson;
import org.kontor.rest.internal.json.SignUpPageJson;

/** The page on which people open accounts at a partner themselves. Thread-safe. */
@Path("sign-up-page")
@Tag(name = "sign-up")
@Produces(MediaType.APPLICATION_JSON)
public final class SignUpPageResource {
    private static final String NAME = "name";
    private static final String ON = "on";
    private static final String PLAN = "plan";

    private final SignUpPages pages;

    public SignUpPageResource(SignUpPages pages) {
        this.pages = pages;
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "NewSignUpPage")
    public record Wish(
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            description = "3 to 40 of a to z and 0 to 9, with single hyphens between them; no other"
                                    + " page has it.",
                            example = "north")
                    String name,
            @Schema(description = "Whether it is there for others; false when missing.") Boolean on,
            @Schema(description = "What new accounts get; a trial when missing.") PlanChoiceJson plan) {}

    @GET
    @Operation(
            operationId = "getSignUpPage",
            summary = "Read the sign-up page of your account",
            description = "404 when it has none.",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        content = @Content(schema = @Schema(implementation = SignUpPageJson.class))),
                @ApiResponse(responseCode = "404", ref = "NotFound")
            })
    public Response get(@Context HttpServletRequest request) {
        return ok(pages.get(caller(request)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setSignUpPage",
            summary = "Make the sign-up page of your account, switch it on or off",
            description = "For partners. While it is on, people open accounts of the type CUSTOMER in yours.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Wish.class))),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        content = @Content(schema = @Schema(implementation = SignUpPageJson.class))),
                @ApiResponse(responseCode = "404", ref = "NotFound"),
                @ApiResponse(responseCode = "409", ref = "Conflict")
            })
    public Response put(
            @Context HttpServletRequest request,
            @Parameter(
                            description = "The version that the change is based on, as the ETag shows it. Needed when"
                                    + " there is a page, not to be given when there is none.")
                    @HeaderParam("If-Match")
                    String ifMatch,
            InputStream body) {
        CallContext caller = caller(request);
        caller.requireDeclarer();
        Long version = ifMatch == null ? null : Long.valueOf(required(caller, ifMatch));
        Input input = Input.read(body, NAME, ON, PLAN);
        return ok(pages.put(
                caller,
                version,
                new NewSignUpPage(
                        input.text(NAME),
                        input.isTrue(ON),
                        input.has(PLAN) ? PlanChoiceJson.read(input.object(PLAN, PlanChoiceJson.names())) : null)));
    }

    @DELETE
    @Operation(
            operationId = "deleteSignUpPage",
            summary = "Delete the sign-up page of your account",
            description = "With what nobody has confirmed yet; its name is free again. If-Match must name the version"
                    + " that the deletion is based on.",
            responses = {
                @ApiResponse(responseCode = "204", description = "It is gone; its audit stays."),
                @ApiResponse(responseCode = "404", ref = "NotFound")
            })
    public void delete(@Context HttpServletRequest request, @HeaderParam("If-Match") String ifMatch) {
        CallContext caller = caller(request);
        caller.requireDeclarer();
        pages.delete(caller, required(caller, ifMatch));
    }

    private long required(CallContext caller, String ifMatch) {
        return Versions.required(ifMatch, () -> pages.get(caller).version());
    }

    private static Response ok(SignUpPage page) {
        return Versions.tag(Response.ok(SignUpPageJson.of(page)), page.version())
                .build();
    }

    private static CallContext caller(HttpServletRequest request) {
        return Door.caller(request, Source.REST);
    }
}
