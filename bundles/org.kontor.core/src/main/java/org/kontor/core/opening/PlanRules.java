/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountType;
import org.kontor.api.account.PlanChoice;
import org.kontor.api.account.Stage;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.error.KontorException;
import org.kontor.spi.store.PlanChoiceChange;
import org.kontor.spi.store.PlanChoiceReader.Chosen;
import org.kontor.spi.store.WriteTransaction;

/** What may be chosen for which account (requirements A3, A4, L1). Stateless. */
public final class PlanRules {
    private PlanRules() {}

    /**
     * With the defaults filled in.
     *
     * @throws KontorException {@code invalid_input}
     */
    static PlanChoice checked(Account account, PlanChoice choice) {
        requireKind(choice);
        if (account.stage() != Stage.CUSTOMER) {
            throw KontorException.invalid(
                    "plan.kind",
                    "follows_partner",
                    "Of a lead the level of the managing partner counts.",
                    choice.kind().name());
        }
        if (account.accountType() == AccountType.UNIT) {
            throw KontorException.invalid(
                    "plan.kind",
                    "follows_enterprise",
                    "The licences of a unit are those of its enterprise.",
                    choice.kind().name());
        }
        return filled(choice);
    }

    /**
     * With the defaults filled in, whatever account it is for.
     *
     * @throws KontorException {@code invalid_input}
     */
    public static PlanChoice filled(PlanChoice choice) {
        requireKind(choice);
        Integer quantity = choice.quantity() == null && choice.kind() == PlanChoice.Kind.TRIAL
                ? Integer.valueOf(PlanChoice.TRIAL_QUANTITY)
                : choice.quantity();
        if (quantity != null && (quantity < 1 || quantity > PlanChoice.MAX_QUANTITY)) {
            throw KontorException.invalid(
                    "plan.quantity",
                    "out_of_range",
                    "Must be 1 to " + PlanChoice.MAX_QUANTITY + ".",
                    quantity.toString());
        }
        return new PlanChoice(choice.kind(), quantity);
    }

    private static void requireKind(PlanChoice choice) {
        if (choice.kind() == null) {
            throw KontorException.invalid("plan.kind", "required", "Must be TRIAL or PURCHASED.", null);
        }
    }

    /** Writes it, unless it is there. The account is locked, or new. */
    static PlanChoice choose(WriteTransaction transaction, Account account, PlanChoice choice) {
        PlanChoice checked = checked(account, choice);
        Chosen before = transaction.planChoices().of(account.id()).orElse(null);
        if (before != null && before.choice().equals(checked)) {
            return checked;
        }
        List<FieldChange> shown = new ArrayList<>();
        PlanChoice old = before == null ? new PlanChoice(null, null) : before.choice();
        add(shown, "kind", old.kind(), checked.kind());
        add(shown, "quantity", old.quantity(), checked.quantity());
        transaction.save(new PlanChoiceChange(account.id(), checked, before == null ? 1 : before.version() + 1, shown));
        return checked;
    }

    private static void add(List<FieldChange> shown, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            shown.add(new FieldChange(field, text(before), text(after)));
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
