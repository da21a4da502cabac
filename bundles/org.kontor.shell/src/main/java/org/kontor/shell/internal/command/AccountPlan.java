/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.Locale;
import java.util.Optional;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.account.PlanChoice;
import org.kontor.api.call.CallContext;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.RecordCommand;
import org.kontor.shell.internal.complete.RecordCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:account-plan} (A2, L1). */
@Service
@Command(
        scope = "kontor",
        name = "account-plan",
        description = "Shows what was chosen for an account: trial or purchase, and how many licences; or chooses it")
public final class AccountPlan extends RecordCommand {
    @Argument(name = "account", description = "Its code, id or name", required = true)
    @Completion(RecordCompleter.class)
    private String named;

    @Argument(index = 1, name = "plan", description = "trial or purchased")
    private String plan;

    @Argument(index = 2, name = "quantity", description = "Licences")
    private Integer quantity;

    @Override
    protected RecordType type() {
        return RecordType.ACCOUNT;
    }

    @Override
    protected void run(CallContext call, Screen screen) {
        BusinessRecord account = find(call, named);
        Optional<PlanChoice> choice = plan == null
                ? desk().planChoices().get(call, account.id())
                : Optional.of(desk().planChoices()
                        .choose(
                                call,
                                account.id(),
                                new PlanChoice(Choices.of(PlanChoice.Kind.class, "plan", plan), quantity)));
        if (json()) {
            Json.print(screen.out(), choice.orElse(null));
        } else {
            screen.say(choice.map(one -> subject(account) + ": "
                            + one.kind().name().toLowerCase(Locale.ROOT)
                            + (one.quantity() == null ? ", pay per use." : ", " + one.quantity() + " licences."))
                    .orElse(subject(account) + ": nothing was chosen."));
        }
    }
}
