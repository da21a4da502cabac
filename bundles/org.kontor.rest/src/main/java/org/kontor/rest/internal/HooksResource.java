/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import javax.servlet.http.HttpServletRequest;
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
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.hook.HookCall;
import org.kontor.api.hook.Hooks;
import org.kontor.http.Door;

/** Calls from outside for routes that listen (S2). Thread-safe. */
@Path("hooks")
@Tag(name = "synchronisation")
@Produces(MediaType.APPLICATION_JSON)
public final class HooksResource {
    private static final Pattern READABLE =
            Pattern.compile("text/[a-z0-9.+-]+|application/([a-z0-9.-]+\\+)?(json|xml)|application/x-ndjson");
    private static final Pattern HANDED_ON = Pattern.compile("x-[a-z0-9-]{1,60}");
    /** What a proxy adds is no business of a route. */
    private static final Pattern OF_PROXIES = Pattern.compile("x-(forwarded|real|original)-.*");

    private final Supplier<Hooks> hooks;

    /** @param hooks gives null while synchronisation is not installed */
    public HooksResource(Supplier<Hooks> hooks) {
        this.hooks = hooks;
    }

    /** A call that a route took in. */
    @Schema(name = "HookAnswer")
    public record HookAnswer(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "shop-order") String hook,
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "Stands in the server's log, too.")
                    String correlation) {}

    @POST
    @Path("{name}")
    @Operation(
            summary = "Call a hook that a route listens to",
            description =
                    "The route has done its work when the answer comes. Takes JSON, XML or text in UTF-8; the route"
                            + " also sees headers that begin with X-. For the role INTEGRATION and administrators.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = "object")),
                                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = "string"))
                            }),
            responses =
                    @ApiResponse(
                            responseCode = "202",
                            description = "The route took it in.",
                            content = @Content(schema = @Schema(implementation = HookAnswer.class))))
    public Response call(
            @Context HttpServletRequest request,
            @Parameter(
                            description = "The name that the route gave its hook.",
                            schema = @Schema(type = "string", pattern = "[a-z0-9][a-z0-9-]{0,59}"))
                    @PathParam("name")
                    String name,
            InputStream body) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requireIntegration();
        Hooks present = hooks.get();
        if (present == null) {
            throw new KontorException(
                    ErrorCode.UNAVAILABLE, "Synchronisation, which brings hooks, is not installed or not yet started.");
        }
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        checkType(type);
        present.call(caller, new HookCall(name, type, text(body), headers(request)));
        return Response.accepted(new HookAnswer(name, caller.correlation())).build();
    }

    private static void checkType(String type) {
        String kind = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type != null && type.length() > HookCall.MAX_LENGTH
                || !READABLE.matcher(kind).matches()) {
            throw new KontorException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The body must be sent as JSON, XML or text.");
        }
    }

    private static String text(InputStream body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.readAllBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new KontorException(ErrorCode.MALFORMED_BODY, "The body is not proper UTF-8.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : Collections.list(request.getHeaderNames())) {
            String folded = name.toLowerCase(Locale.ROOT);
            if (HANDED_ON.matcher(folded).matches()
                    && !OF_PROXIES.matcher(folded).matches()) {
                headers.put(name, request.getHeader(name));
            }
        }
        if (headers.size() > HookCall.MAX_HEADERS) {
            throw KontorException.invalid(
                    "X-*", "too_many", "At most " + HookCall.MAX_HEADERS + " headers are handed on.", null);
        }
        headers.forEach((name, value) -> {
            if (value.length() > HookCall.MAX_LENGTH) {
                throw KontorException.invalid(
                        name, "too_long", "At most " + HookCall.MAX_LENGTH + " characters.", null);
            }
        });
        return headers;
    }
}
