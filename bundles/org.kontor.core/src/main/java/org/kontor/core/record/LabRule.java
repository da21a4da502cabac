/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.account.Stage;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Permission;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;
import org.kontor.spi.record.Draft;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.WriteTransaction;

/** Labs (requirement A8): end customers' accounts of a partner itself, which only the operator makes more of. Stateless. */
final class LabRule {
    private LabRule() {}

    static void apply(CallContext context, WriteTransaction transaction, List<Candidate> candidates) {
        access(context, candidates);
        List<Candidate> labs = Candidate.open(candidates).stream()
                .filter(candidate -> candidate.values.flag(AccountField.LAB))
                .toList();
        for (Candidate lab : labs) {
            if (!lab.isNew() && lab.moves()) {
                lab.violate(TreeRule.PLACE, "lab", "A lab stays with its partner.", lab.account);
            }
        }
        List<Candidate> made = labs.stream().filter(Candidate::isNew).toList();
        if (made.isEmpty()) {
            return;
        }
        Map<UUID, BusinessRecord> places = transaction
                .records()
                .byIds(
                        RecordType.ACCOUNT,
                        Account.OPERATOR,
                        made.stream().map(candidate -> candidate.account).collect(Collectors.toSet()));
        boolean operator = made.stream().allMatch(candidate -> candidate.draft.occasion() == Draft.Occasion.LAB)
                || isOfOperator(transaction, context);
        for (Candidate lab : made) {
            if (!operator) {
                lab.refuse(operatorOnly("makes labs"));
            } else if (!isOfPartner((Account) places.get(lab.account)) || !isEndCustomer(lab)) {
                lab.violate(
                        AccountField.LAB,
                        "not_a_lab",
                        "A lab is an account of the type CUSTOMER in the stage CUSTOMER, directly below a partner.",
                        true);
            }
        }
    }

    /** The switch belongs to partners, and to who looks after their people. */
    private static void access(CallContext context, List<Candidate> candidates) {
        for (Candidate candidate : Candidate.open(candidates)) {
            if (!candidate.changes(AccountField.LABS_FOR_NEW_MEMBERS)) {
                continue;
            }
            boolean on = candidate.values.flag(AccountField.LABS_FOR_NEW_MEMBERS);
            if (on && !AccountType.PARTNER.name().equals(candidate.values.text(AccountField.TYPE))) {
                candidate.violate(AccountField.LABS_FOR_NEW_MEMBERS, "partners_only", "Only partners have labs.", true);
            } else if (!candidate.isNew()
                    && !AccountRule.mayManage(context, candidate.id)
                    && !context.looksAfterPeople()) {
                candidate.refuse(new KontorException(
                        ErrorCode.ACCESS_DENIED,
                        "Who looks after the people of the account says whether new ones reach its labs."));
            }
        }
    }

    private static boolean isOfPartner(Account place) {
        return place != null && place.accountType() == AccountType.PARTNER;
    }

    private static boolean isEndCustomer(Candidate lab) {
        return AccountType.CUSTOMER.name().equals(lab.values.text(AccountField.TYPE))
                && Stage.CUSTOMER.name().equals(lab.values.text(AccountField.STAGE));
    }

    /** @throws KontorException {@code access_denied} */
    static void requireOperator(ReadTransaction transaction, CallContext context, String what) {
        if (!isOfOperator(transaction, context)) {
            throw operatorOnly(what);
        }
    }

    /** Whether the caller writes as a member of the operator's account, for whichever account the call is made. */
    private static boolean isOfOperator(ReadTransaction transaction, CallContext context) {
        return context.isForOperator()
                || transaction.members().standing(context.actor().id(), Account.OPERATOR).own().stream()
                        .anyMatch(role -> role.allows(Permission.WRITE));
    }

    private static KontorException operatorOnly(String what) {
        return new KontorException(ErrorCode.ACCESS_DENIED, "Only the operator " + what + ".");
    }
}
