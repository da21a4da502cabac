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
import javax.ws.rs.PUT;
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
import org.kontor.api.call.Role;
import org.kontor.api.people.Group;
import org.kontor.api.people.GroupEdit;
import org.kontor.api.people.Groups;
import org.kontor.api.people.NewGroup;
import org.kontor.rest.internal.json.GroupJson;
import org.kontor.rest.internal.json.Input;
import org.kontor.rest.internal.json.Pages.GroupList;

/** Groups of members, which give roles. Thread-safe. */
@Path("people/groups")
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public final class GroupsResource {
    private static final String NAME = "name";
    private static final String ROLE = "role";
    private static final String LAB_ROLE = "labRole";

    private final Groups groups;

    public GroupsResource(Groups groups) {
        this.groups = groups;
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "NewGroup")
    public record Addition(
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            maxLength = 100,
                            description = "Unique in the account, without regard to case and accents.",
                            example = "Field service")
                    String name,
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "What its members may do in the account.")
                    Role role,
            @Schema(
                            description =
                                    "At a partner alone: what those of them who reach its labs may do there; none without it.")
                    Role labRole) {}

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "GroupChange")
    public record Edit(
            @Schema(maxLength = 100) String name, Role role, @Schema(description = "Null for nothing.") Role labRole) {}

    @GET
    @Operation(
            operationId = "listGroups",
            summary = "List groups",
            description = "All of the account, by name. For those who look after its people.")
    public GroupList list(@Context HttpServletRequest request) {
        return new GroupList(groups.list(PeopleResource.caller(request)).stream()
                .map(GroupJson::of)
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createGroup",
            summary = "Make a group",
            description = "Nobody gives by a group what allows more than their own roles (403).",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Addition.class))),
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            content = @Content(schema = @Schema(implementation = GroupJson.class))))
    public Response create(@Context HttpServletRequest request, @Context UriInfo uri, InputStream body) {
        CallContext caller = PeopleResource.caller(request);
        Input input = Input.read(body, NAME, ROLE, LAB_ROLE);
        Group made = groups.create(
                caller,
                new NewGroup(input.text(NAME), input.choice(Role.class, ROLE), input.choice(Role.class, LAB_ROLE)));
        URI place = uri.getAbsolutePathBuilder().path(made.id().toString()).build();
        return Versions.tag(Response.created(place), made.version())
                .entity(GroupJson.of(made))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getGroup",
            summary = "Read a group",
            description = "Who is in it: GET /people?group=ID.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = GroupJson.class))))
    public Response get(@Context HttpServletRequest request, @PathParam("id") String id) {
        return ok(groups.get(PeopleResource.caller(request), Parameters.pathId(id)));
    }

    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @Operation(
            operationId = "changeGroup",
            summary = "Change a group",
            description = Docs.PATCH + " What it gives counts with the next request of its members.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Edit.class))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = GroupJson.class))))
    public Response change(
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            InputStream body) {
        CallContext caller = PeopleResource.caller(request);
        UUID group = Parameters.pathId(id);
        long version = Versions.required(ifMatch, current(caller, group));
        Input input = Input.read(body, NAME, ROLE, LAB_ROLE);
        Role labRole = input.choice(Role.class, LAB_ROLE);
        return ok(groups.change(
                caller,
                group,
                version,
                new GroupEdit(
                        input.patched(NAME),
                        input.choice(Role.class, ROLE),
                        labRole,
                        input.names(LAB_ROLE) && labRole == null)));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteGroup",
            summary = "Delete a group",
            description = "Its members stay members of the account.",
            responses = @ApiResponse(responseCode = "204", description = "It is gone; its audit stays."))
    public void delete(
            @Context HttpServletRequest request, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        CallContext caller = PeopleResource.caller(request);
        UUID group = Parameters.pathId(id);
        groups.delete(caller, group, Versions.required(ifMatch, current(caller, group)));
    }

    @PUT
    @Path("{id}/members/{person}")
    @Operation(
            operationId = "addToGroup",
            summary = "Take somebody into a group",
            description = "A member of the account. Once in it, again changes nothing.",
            responses = @ApiResponse(responseCode = "204", description = "In the group."))
    public void add(
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            @Parameter(description = "Id of the person.") @PathParam("person") String person) {
        groups.add(PeopleResource.caller(request), Parameters.pathId(id), Parameters.pathId(person));
    }

    @DELETE
    @Path("{id}/members/{person}")
    @Operation(
            operationId = "removeFromGroup",
            summary = "Take somebody out of a group",
            description = "They stay a member of the account.",
            responses = @ApiResponse(responseCode = "204", description = "Not in the group any more."))
    public void remove(
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            @Parameter(description = "Id of the person.") @PathParam("person") String person) {
        groups.remove(PeopleResource.caller(request), Parameters.pathId(id), Parameters.pathId(person));
    }

    private LongSupplier current(CallContext caller, UUID id) {
        return () -> groups.get(caller, id).version();
    }

    private static Response ok(Group group) {
        return Versions.tag(Response.ok(GroupJson.of(group)), group.version()).build();
    }
}
