/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.account.FirstAdministrators;
import org.kontor.api.account.NewAccount;
import org.kontor.api.account.Opening;
import org.kontor.api.account.PlanChoice;
import org.kontor.api.call.CallContext;
import org.kontor.api.provider.InvitedCustomer;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordDocument;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.Naming;
import org.kontor.shell.internal.Pairs;
import org.kontor.shell.internal.RecordCommand;
import org.kontor.shell.internal.complete.CustomerCompleter;
import org.kontor.shell.internal.complete.FieldCompleter;
import org.kontor.shell.internal.complete.InvitePermissionCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:account-open} (A2, P1, P5). */
@Service
@Command(
        scope = "kontor",
        name = "account-open",
        description = "Opens an account of FIELD=VALUE, with customer, plan choice and administrators at once")
public final class AccountOpen extends RecordCommand {
    private static final String CUSTOMER = "customer.";

    @Option(
            name = "--customer",
            description = "A customer who is there, by code, id or name; else customer.FIELD=VALUE")
    @Completion(CustomerCompleter.class)
    private String customer;

    @Option(
            name = "--administrator",
            description =
                    "Who looks after it, and enters it: customer, me or both; without it me, with --permission customer")
    private String administrator;

    @Option(name = "--admin-name", description = "Name of the customer's administrator")
    private String adminName;

    @Option(name = "--admin-email", description = "Where the invitation of the customer's administrator goes")
    private String adminEmail;

    @Option(name = "--language", description = "Of the mail: en or fr")
    private String language;

    @Option(name = "--later", description = "Keeps the invitation until kontor:invitation-resend sends it")
    private boolean later;

    @Option(name = "--partner-too", description = "Makes the customer's administrator one of the partner, too")
    private boolean partnerToo;

    @Option(name = "--plan", description = "trial or purchased")
    private String plan;

    @Option(name = "--quantity", description = "Licences: 5 for a trial, pay per use for a purchase when not given")
    private int quantity;

    @Option(
            name = "--permission",
            description = "Opens it under the partner who gave your account this permission (its id)")
    @Completion(InvitePermissionCompleter.class)
    private String permission;

    @Option(name = "--dry-run", description = "Shows what would be stored and mailed, and stores nothing")
    private boolean dryRun;

    @Argument(
            name = "fields",
            description = "FIELD=VALUE of the account, customer.FIELD=VALUE of a new customer",
            multiValued = true)
    @Completion(FieldCompleter.class)
    private List<String> pairs = new ArrayList<>();

    @Override
    protected RecordType type() {
        return RecordType.ACCOUNT;
    }

    @Override
    protected void run(CallContext call, Screen screen) {
        NewAccount wanted = wanted(call);
        if (permission != null) {
            invite(call, screen, wanted);
            return;
        }
        Opening opening = dryRun
                ? desk().openings().review(call, wanted)
                : desk().openings().open(call, wanted);
        if (json()) {
            Json.print(screen.out(), document(opening));
            return;
        }
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(
                "customer",
                opening.customer().code() + " " + opening.customer().name()
                        + (opening.customerIsNew() ? " (new)" : ""));
        lines.put("account", opening.account().code() + " " + opening.account().name());
        lines.put(
                "lab",
                opening.lab() == null
                        ? null
                        : opening.lab().code() + " " + opening.lab().name());
        lines.put("type", opening.account().accountType().name());
        lines.put("stage", opening.account().stage().name());
        lines.put("plan", plan(opening.plan()));
        Newcomers.tell(lines, opening.members(), opening.mails());
        Details.print(screen, lines);
        screen.say(
                opening.stored()
                        ? subject(opening.account()) + " is open. Act for it: --account "
                                + typed(opening.account().code())
                        : "Nothing was stored and nothing mailed. The same without --dry-run opens it.");
    }

    private void invite(CallContext call, Screen screen, NewAccount wanted) {
        UUID id = InvitePermissionCommand.id(permission);
        InvitedCustomer opened = dryRun
                ? desk().invitePermissions().review(call, id, wanted)
                : desk().invitePermissions().open(call, id, wanted);
        if (json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("stored", opened.stored());
            document.put("account", RecordDocument.of(opened.account()));
            document.put("plan", opened.plan());
            document.put("link", opened.link());
            document.put("members", opened.members());
            document.put("mails", opened.mails());
            Json.print(screen.out(), document);
            return;
        }
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("account", opened.account().code() + " " + opened.account().name());
        lines.put("plan", plan(opened.plan()));
        lines.put("link", opened.link().id().toString());
        Newcomers.tell(lines, opened.members(), opened.mails());
        Details.print(screen, lines);
        screen.say(
                opened.stored()
                        ? subject(opened.account()) + " is open, and linked to yours. Act for it: --account "
                                + opened.account().id()
                        : "Nothing was stored and nothing mailed. The same without --dry-run opens it.");
    }

    private NewAccount wanted(CallContext call) {
        List<String> ofCustomer = new ArrayList<>();
        List<String> ofAccount = new ArrayList<>();
        for (String pair : pairs) {
            if (pair.startsWith(CUSTOMER)) {
                ofCustomer.add(pair.substring(CUSTOMER.length()));
            } else {
                ofAccount.add(pair);
            }
        }
        UUID there = customer == null
                ? null
                : Naming.find(desk(), call, RecordType.CUSTOMER, customer).id();
        FieldValues made = ofCustomer.isEmpty()
                ? null
                : Pairs.values(
                        RecordType.CUSTOMER, ofCustomer, (target, named) -> Naming.find(desk(), call, target, named)
                                .id());
        return new NewAccount(there, made, values(call, ofAccount), choice(), administrators());
    }

    private PlanChoice choice() {
        return plan == null
                ? null
                : new PlanChoice(
                        Choices.of(PlanChoice.Kind.class, "--plan", plan),
                        quantity == 0 ? null : Integer.valueOf(quantity));
    }

    private FirstAdministrators administrators() {
        FirstAdministrators.Who unsaid =
                permission == null ? FirstAdministrators.Who.ME : FirstAdministrators.Who.CUSTOMER;
        FirstAdministrators.Who who = administrator == null
                ? unsaid
                : Choices.of(FirstAdministrators.Who.class, "--administrator", administrator);
        return new FirstAdministrators(who, adminName, adminEmail, language, later, partnerToo);
    }

    private static String plan(PlanChoice choice) {
        if (choice == null) {
            return null;
        }
        String kind = choice.kind().name().toLowerCase(Locale.ROOT);
        return choice.quantity() == null ? kind + ", pay per use" : kind + ", " + choice.quantity() + " licences";
    }

    private static Map<String, Object> document(Opening opening) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("stored", opening.stored());
        document.put("customer", RecordDocument.of(opening.customer()));
        document.put("customerIsNew", opening.customerIsNew());
        document.put("account", RecordDocument.of(opening.account()));
        document.put("lab", opening.lab() == null ? null : RecordDocument.of(opening.lab()));
        document.put("plan", opening.plan());
        document.put("members", opening.members());
        document.put("mails", opening.mails());
        return document;
    }
}
