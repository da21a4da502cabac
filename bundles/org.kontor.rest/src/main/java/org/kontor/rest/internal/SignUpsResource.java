/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.signup.SignUpWish;
import org.kontor.api.signup.SignUps;
import org.kontor.api.signup.SignedUp;
import org.kontor.http.Allowances;
import org.kontor.rest.internal.json.Input;
import org.kontor.rest.internal.json.SignedUpJson;

/** For people who open an account themselves: the two calls without a sign-in. Thread-safe. */
@Path("")
@Tag(name = "sign-up")
@Produces(MediaType.APPLICATION_JSON)
public final class SignUpsResource {
    private static final String COMPANY = "company";
    private static final String NAME = "name";
    private static final String EMAIL = "email";
    private static final String LANGUAGE = "language";
    private static final String TOKEN = "token";
    private static final String PASSWORD = "password";

    private final SignUps signUps;
    /** Mails that an address asks for. */
    private final Allowances<String> mails = new Allowances<>(1 / 60.0, 10, System::nanoTime);

    public SignUpsResource(SignUps signUps) {
        this.signUps = signUps;
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "NewSignUp")
    public record Wish(
            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 200, example = "Miller Ltd") String company,
            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 200, example = "Mia Miller") String name,
            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 254, example = "mia@miller.example") String email,
            @Schema(
                            allowableValues = {"en", "fr"},
                            description = "Of the mail; that of the installation when missing.")
                    String language) {}

    /** The same to everybody. */
    @Schema(name = "SignUpAsked")
    public record Asked(
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            allowableValues = "QUEUED",
                            description = "What becomes of the mail.")
                    String state) {
        static final Asked QUEUED = new Asked("QUEUED");
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "SignUpConfirmation")
    public record Confirmation(
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            description = "The last part of the link in the mail, behind /confirm/.")
                    String token,
            @Schema(
                            minLength = 12,
                            maxLength = 128,
                            description = "Not looked at for somebody who is known and keeps the one from before.")
                    String password) {}

    @POST
    @Path("sign-ups/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "signUp",
            security = @SecurityRequirement(name = "none"),
            summary = "Ask for an account at a partner",
            description = "Without a sign-in. Answered alike whether the e-mail is known here or not; a mail with a"
                    + " link to confirm it goes out, and nothing is opened before. 404 when there is no such page, or it"
                    + " is switched off.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Wish.class))),
            responses =
                    @ApiResponse(
                            responseCode = "202",
                            description = "The mail goes out.",
                            content = @Content(schema = @Schema(implementation = Asked.class))))
    public Response ask(
            @Context HttpServletRequest request,
            @Context HttpServletResponse response,
            @Parameter(description = "The name of the sign-up page.") @PathParam("name") String name,
            InputStream body) {
        signUps.page(name);
        Allowances.Verdict verdict = mails.count(request.getRemoteAddr());
        if (!verdict.admitted()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(verdict.retryIn()));
            throw new KontorException(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "Too many sign-ups from this address; Retry-After says in how many seconds the next one may come.");
        }
        Input input = Input.read(body, COMPANY, NAME, EMAIL, LANGUAGE);
        signUps.ask(
                name, new SignUpWish(input.text(COMPANY), input.text(NAME), input.text(EMAIL), input.text(LANGUAGE)));
        return Response.accepted(Asked.QUEUED).build();
    }

    @POST
    @Path("sign-up-confirmations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "confirmSignUp",
            security = @SecurityRequirement(name = "none"),
            summary = "Confirm a sign-up",
            description = "Without a sign-in. Opens customer, account and plan, and makes the person its administrator,"
                    + " once. 404 for a token that was used, is too old or never was one; 409 (in_use) for somebody who"
                    + " is known by a password that was not set by mail: set one by mail first.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Confirmation.class))),
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        content = @Content(schema = @Schema(implementation = SignedUpJson.class))),
                @ApiResponse(responseCode = "404", ref = "NotFound"),
                @ApiResponse(responseCode = "409", ref = "Conflict")
            })
    public Response confirm(InputStream body) {
        Input input = Input.read(body, TOKEN, PASSWORD);
        String token = input.requiredText(TOKEN);
        String password = input.text(PASSWORD);
        SignedUp done = signUps.confirm(Source.REST, token, password == null ? null : password.toCharArray());
        return switch (done.link().state()) {
            case PASSWORD, KNOWN -> Response.status(Response.Status.CREATED)
                    .entity(SignedUpJson.of(done))
                    .build();
            case NOT_PROVEN -> throw new KontorException(
                    ErrorCode.IN_USE,
                    "The e-mail is known here, by a password that was not set by mail. Set one by mail (the page for"
                            + " forgotten passwords), then send this again.");
            default -> throw new KontorException(
                    ErrorCode.NOT_FOUND, "There is no such token, or it was used, or it is too old.");
        };
    }
}
