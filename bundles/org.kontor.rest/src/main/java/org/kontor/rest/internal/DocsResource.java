/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.net.URI;
import java.util.Map;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.ResponseBuilder;
import javax.ws.rs.core.UriInfo;

import io.swagger.v3.oas.annotations.Hidden;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;

/** The page to browse this interface with (V1): Swagger UI, all of it from here, without a sign-in. Thread-safe. */
@Path("docs")
@Hidden
public final class DocsResource {
    /** Files of our own and of Swagger UI run, and nothing that somebody smuggles into the page; see CSP level 3. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Map<String, StaticFile> files = StaticFile.read(Map.of(
            "index.html", "text/html;charset=UTF-8",
            "docs.css", "text/css;charset=UTF-8",
            "docs.js", "text/javascript;charset=UTF-8",
            "swagger-ui.css", "text/css;charset=UTF-8",
            "swagger-ui-bundle.js", "text/javascript;charset=UTF-8",
            "swagger-ui-bundle.js.LICENSE.txt", "text/plain;charset=UTF-8"));

    /** The page names its files beside itself: it must end with a slash. */
    @GET
    public Response index(@Context UriInfo uri, @Context Request request) {
        if (!uri.getPath().endsWith("/")) {
            URI place = URI.create(uri.getAbsolutePath() + "/");
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(place)
                    .build();
        }
        return answer("index.html", request);
    }

    @GET
    @Path("{file}")
    public Response file(@PathParam("file") String file, @Context Request request) {
        return answer(file, request);
    }

    private Response answer(String name, Request request) {
        StaticFile file = files.get(name);
        if (file == null) {
            throw new KontorException(ErrorCode.NOT_FOUND, "There is nothing at this path.");
        }
        ResponseBuilder response = request.evaluatePreconditions(file.tag());
        if (response == null) {
            response = Response.ok(file.content()).type(file.type());
        }
        return response.tag(file.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache") // asked for each time, sent when it changed
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
