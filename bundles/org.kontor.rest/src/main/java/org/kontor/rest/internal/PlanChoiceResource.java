/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.util.UUID;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.account.PlanChoices;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Input;
import org.kontor.rest.internal.json.PlanChoiceJson;

/** What an account is to get of licences. Thread-safe. */
@Path("accounts/{id}/plan-choice")
@Tag(name = "accounts")
@Produces(MediaType.APPLICATION_JSON)
public final class PlanChoiceResource {
    private final PlanChoices choices;

    public PlanChoiceResource(PlanChoices choices) {
        this.choices = choices;
    }

    @GET
    @Operation(
            operationId = "getPlanChoice",
            summary = "What was chosen for an account",
            description = "404 when nothing was.")
    public PlanChoiceJson get(@Context HttpServletRequest request, @PathParam("id") String id) {
        CallContext caller = Door.caller(request, Source.REST);
        UUID account = Parameters.pathId(id);
        return choices.get(caller, account).map(PlanChoiceJson::of).orElseThrow(PlanChoiceJson::none);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "choosePlan",
            summary = "Choose trial or purchase, and how many licences",
            description = "By those who manage the account. Not for leads (the partner's level counts) and units (the"
                    + " enterprise's).",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = PlanChoiceJson.class))))
    public PlanChoiceJson choose(@Context HttpServletRequest request, @PathParam("id") String id, InputStream body) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requireWriter();
        UUID account = Parameters.pathId(id);
        return PlanChoiceJson.of(
                choices.choose(caller, account, PlanChoiceJson.read(Input.read(body, PlanChoiceJson.names()))));
    }
}
