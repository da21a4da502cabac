/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
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
import org.kontor.api.people.Invitation;
import org.kontor.api.people.InvitationQuery;
import org.kontor.api.people.InvitationState;
import org.kontor.api.people.Invitations;
import org.kontor.api.people.NewInvitation;
import org.kontor.api.record.Page;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Input;
import org.kontor.rest.internal.json.InvitedJson;
import org.kontor.rest.internal.json.Pages.InvitationPage;

/** Invitations by mail. Thread-safe. */
@Path("people/invitations")
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public final class InvitationsResource {
    private static final String[] FIELDS = {"login", "name", "email", "roles", "language", "later"};
    private static final String LIST = "invitations";

    private final Invitations invitations;

    public InvitationsResource(Invitations invitations) {
        this.invitations = invitations;
    }

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "NewInvitation")
    public record Order(
            @Schema(
                            maxLength = 254,
                            description = "What the person signs in with; without it the e-mail.",
                            example = "rita@example.com")
                    String login,
            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 200, example = "Rita Reader") String name,
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            maxLength = 254,
                            description =
                                    "Where the invitation goes. One e-mail is one person, without regard to case.",
                            example = "rita@example.com")
                    String email,
            @Schema(requiredMode = RequiredMode.REQUIRED) List<Role> roles,
            @Schema(
                            allowableValues = {"en", "fr"},
                            description = "Of the mail; without it that of the installation.")
                    String language,
            @Schema(description = "Waits until resend sends it.") Boolean later) {}

    /** As it is described; the body is read by {@link Input}. */
    @Schema(name = "BulkInvitation")
    public record Orders(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "1 to 500.") List<Order> invitations) {}

    @GET
    @QueryNames({"state", "limit", "cursor"})
    @Operation(
            operationId = "listInvitations",
            summary = "List invitations",
            description = "Newest first. For those who look after the people of the account.",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "state",
                        description = "Only those in this state.",
                        schema = @Schema(implementation = InvitationState.class)),
                @Parameter(in = ParameterIn.QUERY, name = "limit", description = Docs.LIMIT),
                @Parameter(in = ParameterIn.QUERY, name = "cursor", description = Docs.CURSOR)
            })
    public InvitationPage list(@Context HttpServletRequest request, @Context UriInfo uri) {
        CallContext caller = inviter(request);
        Parameters parameters = new Parameters(uri);
        InvitationQuery query = new InvitationQuery(
                parameters.choice(InvitationState.class, "state"), parameters.limit(), parameters.cursor());
        Page<Invitation> page = invitations.find(caller, query);
        return new InvitationPage(page.items(), page.next());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "invitePerson",
            summary = "Invite somebody by mail",
            description =
                    "Adds the person without a password; a link in the mail sets it. Whose e-mail is known becomes a"
                            + " member at once (ACCEPTED) and is told so. Who manages an account without members invites its"
                            + " first administrator. The mail goes out as soon as the mail server takes it.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Order.class))),
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            content = @Content(schema = @Schema(implementation = Invitation.class))))
    public Response invite(@Context HttpServletRequest request, @Context UriInfo uri, InputStream body) {
        CallContext caller = inviter(request);
        Invitation made = invited(caller, Input.read(body, FIELDS));
        URI place = uri.getAbsolutePathBuilder().path(made.id().toString()).build();
        return Response.created(place).entity(made).build();
    }

    @POST
    @Path("bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "invitePeople",
            summary = "Invite many by mail",
            description = "Each by itself: what is wrong with one is told of it, and the others are invited.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Orders.class))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = InvitedJson.class))))
    public InvitedJson inviteMany(@Context HttpServletRequest request, InputStream body) {
        CallContext caller = inviter(request);
        List<InvitedJson.Row> rows = new ArrayList<>();
        for (Supplier<Input> one : Input.read(body, LIST).objects(LIST, Invitations.MAX_AT_ONCE, FIELDS)) {
            rows.add(InvitedJson.Row.of(rows.size() + 1, () -> invited(caller, one.get())));
        }
        return InvitedJson.of(rows);
    }

    /** Refused before anything else is looked at. */
    private static CallContext inviter(HttpServletRequest request) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requireInviter();
        return caller;
    }

    private Invitation invited(CallContext caller, Input input) {
        return invitations.invite(
                caller,
                new NewInvitation(
                        input.text("login"),
                        input.text("name"),
                        input.text("email"),
                        PeopleResource.roles(input),
                        input.text("language"),
                        input.isTrue("later")));
    }

    @POST
    @Path("{id}/resend")
    @Operation(
            operationId = "resendInvitation",
            summary = "Send an invitation, or send it again",
            description = "The link from before ends. One that was revoked is open again.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = Invitation.class))))
    public Invitation resend(@Context HttpServletRequest request, @PathParam("id") String id) {
        return invitations.resend(inviter(request), Parameters.pathId(id));
    }

    @POST
    @Path("{id}/revoke")
    @Operation(
            operationId = "revokeInvitation",
            summary = "End an invitation",
            description =
                    "The link does not count any more. Who has set no password yet is disabled, or no member any more"
                            + " when they are one elsewhere, until the account invites them again.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = Invitation.class))))
    public Invitation revoke(@Context HttpServletRequest request, @PathParam("id") String id) {
        return invitations.revoke(inviter(request), Parameters.pathId(id));
    }
}
