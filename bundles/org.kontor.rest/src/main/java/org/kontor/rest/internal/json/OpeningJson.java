/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.account.FirstAdministrators;
import org.kontor.api.account.NewAccount;
import org.kontor.api.account.Opening;
import org.kontor.api.call.Role;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;

/** What the opening of an account makes, as JSON. */
@Schema(name = "Opening")
public record OpeningJson(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "False for a review: nothing of it was kept.")
                boolean stored,
        @Schema(requiredMode = RequiredMode.REQUIRED) CustomerJson customer,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Whether the customer is made with it.")
                boolean customerIsNew,
        @Schema(requiredMode = RequiredMode.REQUIRED) AccountJson account,
        @Schema(description = "The lab that comes with a partner; missing for others.") AccountJson lab,
        @Schema(description = "Missing when none was chosen.") PlanChoiceJson plan,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Who enters the account, and no others.")
                List<Member> members,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "What is mailed to whom.") List<Mail> mails) {
    private static final String[] ADMINISTRATORS = {"who", "name", "email", "language", "later", "partnerToo"};

    /** Somebody who becomes a member. */
    @Schema(name = "NewMember")
    public record Member(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "Of which one becomes a member.") UUID account,
            @Schema(requiredMode = RequiredMode.REQUIRED) String login,
            @Schema(requiredMode = RequiredMode.REQUIRED) String name,
            String email,
            @Schema(requiredMode = RequiredMode.REQUIRED) Set<Role> roles,
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "Whether the person is made with it.")
                    boolean isNew) {}

    /** A mail that goes out. */
    @Schema(name = "NewMail")
    public record Mail(
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            allowableValues = {"invitation", "membership"},
                            description = "An invitation carries a link to set a password.")
                    String kind,
            @Schema(requiredMode = RequiredMode.REQUIRED) String to,
            @Schema(description = "Missing for that of the installation.") String language,
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "Whether it waits until somebody sends it.")
                    boolean later) {}

    /** As it is described; the body is read by {@link #read}. */
    @Schema(name = "NewAccount")
    public record Wanted(
            @Schema(description = "A customer who is there; or customer.") UUID customerId,
            @Schema(description = "A new customer; or customerId.") CustomerJson customer,
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "Its customer is the one above.")
                    AccountJson account,
            @Schema(description = "May be chosen later. Not for leads and units.") PlanChoiceJson plan,
            @Schema(requiredMode = RequiredMode.REQUIRED) Administrators administrators) {}

    /** As it is described; the body is read by {@link #read}. */
    @Schema(name = "FirstAdministrators", description = "Who looks after the account, and enters it: exactly those.")
    public record Administrators(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "The customer, the caller, or both.")
                    FirstAdministrators.Who who,
            @Schema(maxLength = 200, description = "Of the customer's administrator; required but for ME.") String name,
            @Schema(
                            maxLength = 254,
                            format = "email",
                            description =
                                    "Where the invitation goes; required but for ME. One that is known makes that person a"
                                            + " member.")
                    String email,
            @Schema(allowableValues = {"en", "fr"}) String language,
            @Schema(description = "Whether the invitation waits until somebody sends it.") boolean later,
            @Schema(description = "Makes the customer's administrator one of the partner, too. Audited.")
                    boolean partnerToo) {}

    public static OpeningJson of(Opening opening) {
        return new OpeningJson(
                opening.stored(),
                CustomerJson.of(opening.customer()),
                opening.customerIsNew(),
                AccountJson.of(opening.account()),
                opening.lab() == null ? null : AccountJson.of(opening.lab()),
                PlanChoiceJson.of(opening.plan()),
                members(opening.members()),
                mails(opening.mails()));
    }

    static List<Member> members(List<Opening.NewMember> members) {
        return members.stream()
                .map(one -> new Member(one.account(), one.login(), one.name(), one.email(), one.roles(), one.isNew()))
                .toList();
    }

    static List<Mail> mails(List<Opening.NewMail> mails) {
        return mails.stream()
                .map(one -> new Mail(one.kind(), one.to(), one.language(), one.later()))
                .toList();
    }

    /** @throws KontorException {@code malformed_body}, {@code invalid_input} */
    public static NewAccount read(java.io.InputStream body) {
        Input input = Input.read(body, "customerId", "customer", "account", "plan", "administrators");
        List<Violation> violations = new ArrayList<>();
        FieldValues customer = values(input, RecordType.CUSTOMER, "customer", violations);
        FieldValues account = values(input, RecordType.ACCOUNT, "account", violations);
        if (account == null) {
            violations.add(new Violation("account", "required", "Must be given.", null));
        }
        if (!input.has("administrators")) {
            violations.add(new Violation("administrators", "required", "Must be given.", null));
        }
        if (!violations.isEmpty()) {
            throw KontorException.invalid(violations);
        }
        Input who = input.object("administrators", ADMINISTRATORS);
        return new NewAccount(
                input.id("customerId"),
                customer,
                account,
                input.has("plan") ? PlanChoiceJson.read(input.object("plan", PlanChoiceJson.names())) : null,
                new FirstAdministrators(
                        who.choice(FirstAdministrators.Who.class, "who"),
                        who.text("name"),
                        who.text("email"),
                        who.text("language"),
                        who.isTrue("later"),
                        who.isTrue("partnerToo")));
    }

    private static FieldValues values(Input input, RecordType type, String name, List<Violation> violations) {
        if (!input.has(name)) {
            return null;
        }
        if (!(input.get(name) instanceof ObjectNode object)) {
            violations.add(new Violation(name, "wrong_type", "Must be an object.", null));
            return FieldValues.EMPTY;
        }
        List<Violation> told = new ArrayList<>();
        FieldValues values = RecordBody.values(type, object, told);
        told.forEach(one -> violations.add(one.at(name + ".")));
        return values;
    }
}
