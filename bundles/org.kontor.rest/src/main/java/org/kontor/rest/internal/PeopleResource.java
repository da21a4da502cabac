/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.people.Invitations;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.PeopleDesk;
import org.kontor.api.people.PeopleQuery;
import org.kontor.api.people.PersonDetails;
import org.kontor.api.people.PersonEdit;
import org.kontor.api.record.Page;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Input;
import org.kontor.rest.internal.json.Pages.PersonPage;
import org.kontor.rest.internal.json.PersonJson;

/** The members of an account. Thread-safe. */
@Path("people")
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public final class PeopleResource {
    private static final String LOGIN = "login";
    private static final String NAME = "name";
    private static final String EMAIL = "email";
    private static final String ROLES = "roles";
    private static final String LABS = "labs";
    private static final String PASSWORD = "password";
    /** More than there are, so that one named twice is no error. */
    private static final int MAX_ROLES = 50;

    private static final String LANGUAGE = "language";

    private final PeopleDesk people;
    private final Invitations invitations;

    public PeopleResource(PeopleDesk people, Invitations invitations) {
        this.people = people;
        this.invitations = invitations;
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "NewPerson")
    public record Addition(
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            maxLength = 254,
                            description = "What the person signs in with; unique without regard to case.",
                            example = "rita@example.com")
                    String login,
            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 200, example = "Rita Reader") String name,
            @Schema(
                            maxLength = 254,
                            description = "One e-mail is one person, without regard to case.",
                            example = "rita@example.com")
                    String email,
            @Schema(requiredMode = RequiredMode.REQUIRED) List<Role> roles,
            @Schema(
                            format = "password",
                            minLength = 12,
                            maxLength = 128,
                            description = "Without it one is made, and shown once in the answer.")
                    String password) {}

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "PersonChange")
    public record Edit(
            @Schema(maxLength = 200) String name,
            @Schema(maxLength = 254, description = "Null clears it.") String email,
            @Schema(description = "All that the person has afterwards, beside those of groups.") List<Role> roles,
            @Schema(description = "At a partner: whether the person reaches its labs.") Boolean labs) {}

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "PasswordReset")
    public record PasswordReset(
            @Schema(
                            format = "password",
                            minLength = 12,
                            maxLength = 128,
                            description = "Without it one is made, and shown once in the answer.")
                    String password) {}

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "PasswordInstructions")
    public record Instructions(
            @Schema(
                            allowableValues = {"en", "fr"},
                            description = "Of the mail; without it that of the invitation, or of the installation.")
                    String language) {}

    @GET
    @QueryNames({"q", "role", "group", "disabled", "limit", "cursor"})
    @Operation(
            operationId = "listPeople",
            summary = "List people",
            description = "The members of the account, by login. For those who look after its people.",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "q",
                        description = "A part of the login, the name or the e-mail.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "role",
                        description = "Only holders of this role, of their own or by a group.",
                        schema = @Schema(implementation = Role.class)),
                @Parameter(in = ParameterIn.QUERY, name = "group", description = "Only members of this group (id)."),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "disabled",
                        description = "Only those who are disabled (true), or who are not (false).",
                        schema = @Schema(allowableValues = {"true", "false"})),
                @Parameter(in = ParameterIn.QUERY, name = "limit", description = Docs.LIMIT),
                @Parameter(in = ParameterIn.QUERY, name = "cursor", description = Docs.CURSOR)
            })
    public PersonPage list(@Context HttpServletRequest request, @Context UriInfo uri) {
        CallContext caller = caller(request);
        Parameters parameters = new Parameters(uri);
        PeopleQuery query = new PeopleQuery(
                parameters.text("q"),
                parameters.choice(Role.class, "role"),
                parameters.id("group"),
                parameters.truth("disabled"),
                parameters.limit(),
                parameters.cursor());
        Page<PersonJson> page = people.find(caller, query).map(PersonJson::of);
        return new PersonPage(page.items(), page.next());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createPerson",
            summary = "Add somebody",
            description = "Only platform operators make platform operators.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Addition.class))),
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            content = @Content(schema = @Schema(implementation = PersonJson.class))))
    public Response create(@Context HttpServletRequest request, @Context UriInfo uri, InputStream body) {
        CallContext caller = caller(request);
        Input input = Input.read(body, LOGIN, NAME, EMAIL, ROLES, PASSWORD);
        NewPerson person = new NewPerson(input.text(LOGIN), input.text(NAME), roles(input));
        PersonJson made = PersonJson.of(people.create(caller, person, input.text(EMAIL), password(input)));
        URI place = uri.getAbsolutePathBuilder().path(made.id().toString()).build();
        return Versions.tag(Response.created(place), made.version())
                .entity(made)
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getPerson",
            summary = "Read somebody",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = PersonJson.class))))
    public Response get(@Context HttpServletRequest request, @PathParam("id") String id) {
        return ok(people.get(caller(request), Parameters.pathId(id)));
    }

    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @Operation(
            operationId = "changePerson",
            summary = "Change somebody's name, e-mail or roles",
            description = Docs.PATCH + " Roles are of this account and count with the next request; name and e-mail are"
                    + " changed by the home account alone (403). The last administrator stays one (409).",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Edit.class))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = PersonJson.class))))
    public Response change(
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            InputStream body) {
        CallContext caller = caller(request);
        UUID person = Parameters.pathId(id);
        long version = Versions.required(ifMatch, current(caller, person));
        Input input = Input.read(body, NAME, EMAIL, ROLES, LABS);
        PersonEdit edit = new PersonEdit(
                input.patched(NAME),
                input.patched(EMAIL),
                input.names(ROLES) ? roles(input) : null,
                input.has(LABS) ? input.isTrue(LABS) : null);
        return ok(people.change(caller, person, version, edit));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "removeMember",
            summary = "End somebody's membership of the account",
            description = "Counts with their next request. Who is a member nowhere else is disabled instead (400,"
                    + " last_membership). The last administrator stays (409).",
            responses = @ApiResponse(responseCode = "204", description = "A member no more."))
    public Response remove(
            @Context HttpServletRequest request, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        CallContext caller = caller(request);
        UUID person = Parameters.pathId(id);
        people.remove(caller, person, Versions.required(ifMatch, current(caller, person)));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/disable")
    @Operation(
            operationId = "disablePerson",
            summary = "Shut somebody out",
            description = "Counts with their next request, through every door. If-Match if you like. Nobody disables"
                    + " themselves, and the last administrator stays (409).",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = PersonJson.class))))
    public Response disable(
            @Context HttpServletRequest request, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return setDisabled(request, id, ifMatch, true);
    }

    @POST
    @Path("{id}/enable")
    @Operation(
            operationId = "enablePerson",
            summary = "Let somebody in again",
            description = "With the password and the roles from before. If-Match if you like.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = PersonJson.class))))
    public Response enable(
            @Context HttpServletRequest request, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return setDisabled(request, id, ifMatch, false);
    }

    private Response setDisabled(HttpServletRequest request, String id, String ifMatch, boolean disabled) {
        CallContext caller = caller(request);
        UUID person = Parameters.pathId(id);
        Long version = Versions.optional(ifMatch, current(caller, person));
        return ok(people.setDisabled(caller, person, version, disabled));
    }

    @POST
    @Path("{id}/password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "resetPassword",
            summary = "Give somebody a new password",
            description =
                    "The old one does not count any more; a lock is lifted. Not one's own: PUT /me/password. Not with a"
                            + " token.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = PasswordReset.class))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = PersonJson.class))))
    public Response setPassword(@Context HttpServletRequest request, @PathParam("id") String id, InputStream body) {
        CallContext caller = caller(request);
        UUID person = Parameters.pathId(id);
        Input input = Input.read(body, PASSWORD);
        PersonJson changed = PersonJson.of(people.setPassword(caller, person, password(input)));
        return Versions.tag(Response.ok(changed), changed.version()).build();
    }

    @POST
    @Path("{id}/password-instructions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "sendPasswordInstructions",
            summary = "Mail somebody a link to set a new password",
            description = "The old password counts until then. The mail goes out as soon as the mail server takes it.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Instructions.class))),
            responses = @ApiResponse(responseCode = "204", description = "Queued."))
    public Response sendInstructions(
            @Context HttpServletRequest request, @PathParam("id") String id, InputStream body) {
        CallContext caller = caller(request);
        UUID person = Parameters.pathId(id);
        invitations.sendPasswordInstructions(
                caller, person, Input.read(body, LANGUAGE).text(LANGUAGE));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/unlock")
    @Operation(
            operationId = "unlockPerson",
            summary = "Lift the lock after wrong passwords",
            description = "Wrong passwords from before do not count any more.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = PersonJson.class))))
    public Response unlock(@Context HttpServletRequest request, @PathParam("id") String id) {
        return ok(people.unlock(caller(request), Parameters.pathId(id)));
    }

    static Set<Role> roles(Input input) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        input.texts(ROLES, MAX_ROLES).forEach(role -> roles.add(Parameters.choice(Role.class, ROLES, role)));
        return roles;
    }

    private static char[] password(Input input) {
        String password = input.text(PASSWORD);
        return password == null ? null : password.toCharArray();
    }

    private LongSupplier current(CallContext caller, UUID id) {
        return () -> people.get(caller, id).version();
    }

    private static Response ok(PersonDetails person) {
        return Versions.tag(Response.ok(PersonJson.of(person)), person.version())
                .build();
    }

    /** Refused before anything else is looked at. */
    static CallContext caller(HttpServletRequest request) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requirePeople();
        return caller;
    }
}
