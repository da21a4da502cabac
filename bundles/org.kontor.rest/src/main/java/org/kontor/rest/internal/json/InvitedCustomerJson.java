/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.provider.InvitedCustomer;
import org.kontor.api.provider.MspLink;

/** What is made under a partner who lets one invite, as JSON. */
@Schema(name = "InvitedCustomer")
public record InvitedCustomerJson(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "False for a review: nothing of it was kept.")
                boolean stored,
        @Schema(requiredMode = RequiredMode.REQUIRED) AccountJson account,
        @Schema(description = "Missing when none was chosen.") PlanChoiceJson plan,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Active from the start; the customer may end it.")
                MspLink link,
        @Schema(requiredMode = RequiredMode.REQUIRED) List<OpeningJson.Member> members,
        @Schema(requiredMode = RequiredMode.REQUIRED) List<OpeningJson.Mail> mails) {
    public static InvitedCustomerJson of(InvitedCustomer opened) {
        return new InvitedCustomerJson(
                opened.stored(),
                AccountJson.of(opened.account()),
                PlanChoiceJson.of(opened.plan()),
                opened.link(),
                OpeningJson.members(opened.members()),
                OpeningJson.mails(opened.mails()));
    }
}
