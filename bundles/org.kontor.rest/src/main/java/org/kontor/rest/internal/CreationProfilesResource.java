/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.util.List;

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

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.profile.CreationProfiles;
import org.kontor.api.record.RecordType;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.CreationProfileJson;
import org.kontor.rest.internal.json.Input;
import org.kontor.rest.internal.json.Pages.CreationProfileList;

/** What accounts ask of new records. Thread-safe. */
@Path("creation-profiles")
@Tag(name = "creation profiles")
@Produces(MediaType.APPLICATION_JSON)
public final class CreationProfilesResource {
    private static final String TYPE = "type";
    private static final String OF = "The records: customer, location or account.";
    private static final String FIELDS = "fields";
    private static final String REGION = "regionWhereSubdivided";

    private final CreationProfiles profiles;

    public CreationProfilesResource(CreationProfiles profiles) {
        this.profiles = profiles;
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "NewCreationProfile")
    public record Wish(
            @Schema(
                            description = "Paths of fields that a new record must have, at most 50; none: nothing is"
                                    + " asked here, whatever an account above asks.",
                            example = "[\"address.city\", \"custom.segment\"]")
                    List<String> fields,
            @Schema(
                            description = "Whether the address must have a region where its country has any (ISO"
                                    + " 3166-2). Not for accounts.")
                    Boolean regionWhereSubdivided) {}

    @GET
    @Operation(
            operationId = "listCreationProfiles",
            summary = "List creation profiles",
            description = "Those that count for your account: its own, or the nearest above it.")
    public CreationProfileList list(@Context HttpServletRequest request) {
        return new CreationProfileList(profiles.list(caller(request)).stream()
                .map(CreationProfileJson::of)
                .toList());
    }

    @GET
    @Path("{type}")
    @Operation(
            operationId = "getCreationProfile",
            summary = "Read a creation profile",
            description = "The one that counts for your account. 404 when none does.")
    public CreationProfileJson get(
            @Context HttpServletRequest request, @Parameter(description = OF) @PathParam(TYPE) String type) {
        CallContext caller = caller(request);
        caller.requireReader();
        return CreationProfileJson.of(profiles.get(caller, type(type)));
    }

    @PUT
    @Path("{type}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setCreationProfile",
            summary = "Set the creation profile of your account",
            description = "It is asked of records made by hand or from a file, in your account and in those below it"
                    + " that have none of their own for the type.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Wish.class))))
    public CreationProfileJson put(
            @Context HttpServletRequest request,
            @Parameter(description = OF) @PathParam(TYPE) String type,
            InputStream body) {
        CallContext caller = caller(request);
        caller.requireDeclarer();
        RecordType of = type(type);
        Input input = Input.read(body, FIELDS, REGION);
        return CreationProfileJson.of(
                profiles.put(caller, of, input.texts(FIELDS, CreationProfiles.MAX_FIELDS), input.isTrue(REGION)));
    }

    @DELETE
    @Path("{type}")
    @Operation(
            operationId = "deleteCreationProfile",
            summary = "Delete the creation profile of your account",
            description = "What an account above asks counts again.",
            responses = @ApiResponse(responseCode = "204", description = "It is gone; its audit stays."))
    public void delete(@Context HttpServletRequest request, @Parameter(description = OF) @PathParam(TYPE) String type) {
        CallContext caller = caller(request);
        caller.requireDeclarer();
        profiles.delete(caller, type(type));
    }

    private static RecordType type(String type) {
        return Parameters.choice(RecordType.class, TYPE, type);
    }

    private static CallContext caller(HttpServletRequest request) {
        return Door.caller(request, Source.REST);
    }
}
