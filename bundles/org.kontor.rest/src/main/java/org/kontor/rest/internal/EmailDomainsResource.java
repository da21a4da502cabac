/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.net.URI;
import java.util.List;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.domain.EmailDomains;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.EmailDomainJson;
import org.kontor.rest.internal.json.Input;

/** E-mail domains of the account that the call is made for. Thread-safe. */
@Path("email-domains")
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public final class EmailDomainsResource {
    private static final String NAME = "name";
    private static final String OF = "The id of the domain.";

    private final EmailDomains domains;

    public EmailDomainsResource(EmailDomains domains) {
        this.domains = domains;
    }

    /** The domains of an account. */
    @Schema(name = "EmailDomainList")
    public record Listed(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "By name.") List<EmailDomainJson> items) {}

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "NewEmailDomain")
    public record Order(
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            description = "May have letters of any script.",
                            example = "example.com",
                            maxLength = 253)
                    String name) {}

    @GET
    @Operation(operationId = "listEmailDomains", summary = "List the e-mail domains of your account")
    public Listed list(@Context HttpServletRequest request) {
        return new Listed(
                domains.list(caller(request)).stream().map(EmailDomainJson::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addEmailDomain",
            summary = "Add an e-mail domain to your account",
            description = "The answer says which TXT record proves it.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Order.class))),
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            content = @Content(schema = @Schema(implementation = EmailDomainJson.class))))
    public Response add(@Context HttpServletRequest request, @Context UriInfo uri, InputStream body) {
        CallContext caller = caller(request);
        EmailDomainJson added =
                EmailDomainJson.of(domains.add(caller, Input.read(body, NAME).text(NAME)));
        URI place = uri.getAbsolutePathBuilder().path(added.id().toString()).build();
        return Response.created(place).entity(added).build();
    }

    @POST
    @Path("{id}/prove")
    @Operation(
            operationId = "proveEmailDomain",
            summary = "Look whether the record stands in the DNS",
            description =
                    "The answer has the state afterwards, with the problem that was met. One account at a time has"
                            + " proven a domain.")
    public EmailDomainJson prove(
            @Context HttpServletRequest request,
            @Parameter(description = OF, schema = @Schema(type = "string", format = "uuid")) @PathParam("id")
                    String id) {
        return EmailDomainJson.of(domains.prove(caller(request), Parameters.pathId(id)));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "removeEmailDomain",
            summary = "Remove an e-mail domain from your account",
            responses = @ApiResponse(responseCode = "204", description = "It is gone; its audit stays."))
    public void remove(
            @Context HttpServletRequest request,
            @Parameter(description = OF, schema = @Schema(type = "string", format = "uuid")) @PathParam("id")
                    String id) {
        domains.remove(caller(request), Parameters.pathId(id));
    }

    private static CallContext caller(HttpServletRequest request) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requirePeople();
        return caller;
    }
}
