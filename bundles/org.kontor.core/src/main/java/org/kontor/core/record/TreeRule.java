/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.account.Accounts;
import org.kontor.api.account.Stage;
import org.kontor.api.call.CallContext;
import org.kontor.api.customer.Customer;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.spi.record.Draft;
import org.kontor.spi.store.WriteTransaction;

/**
 * The tree of accounts (requirements A1, A4, A16): who holds whom, no cycle, not too deep; each belongs to a customer. Used
 * once, inside one transaction.
 */
final class TreeRule {
    /** How a place in the tree is called in violations. */
    static final String PLACE = "managingAccount";

    private static final List<Field> DECIDED_ABOVE =
            List.of(AccountField.CODE, AccountField.SANDBOX, AccountField.SUSPENDED, AccountField.CLOSED);

    private static final List<Field> FLAGS =
            List.of(AccountField.SANDBOX, AccountField.LAB, AccountField.SUSPENDED, AccountField.CLOSED);

    private static final List<Field> OF_EACH = List.of(AccountField.TYPE, AccountField.CUSTOMER, AccountField.LAB);
    private static final List<Field> OF_WHAT_IS_NOT_CONVERTED = List.of(
            AccountField.TYPE, AccountField.CUSTOMER, AccountField.LAB, AccountField.STAGE, AccountField.CONVERTED_TO);

    private final CallContext context;
    private final WriteTransaction transaction;
    private final List<Candidate> candidates;

    TreeRule(CallContext context, WriteTransaction transaction, List<Candidate> candidates) {
        this.context = context;
        this.transaction = transaction;
        this.candidates = candidates;
    }

    void apply() {
        for (Candidate candidate : Candidate.open(candidates)) {
            fill(candidate);
            lasting(candidate);
        }
        operator();
        own();
        responsible();
        lock();
        places();
        LabRule.apply(context, transaction, candidates);
        customers();
    }

    /** What a new one is when nothing is told of it. */
    private void fill(Candidate candidate) {
        FieldValues.Builder filled = FieldValues.builder();
        if (candidate.values.get(AccountField.STAGE) == null) {
            filled.set(AccountField.STAGE, Stage.CUSTOMER.name());
        }
        for (Field flag : FLAGS) {
            if (candidate.values.get(flag) == null) {
                filled.set(flag, false);
            }
        }
        if (candidate.values.get(AccountField.LABS_FOR_NEW_MEMBERS) == null) {
            filled.set(
                    AccountField.LABS_FOR_NEW_MEMBERS,
                    AccountType.PARTNER.name().equals(candidate.values.text(AccountField.TYPE)));
        }
        if (candidate.isNew() && candidate.values.get(AccountField.RESPONSIBLE) == null && isPerson()) {
            filled.set(AccountField.RESPONSIBLE, context.actor().name());
        }
        candidate.values = candidate.values.with(filled.build());
    }

    private boolean isPerson() {
        return transaction.people().byId(context.actor().id()).isPresent();
    }

    private static void lasting(Candidate candidate) {
        if (candidate.isNew()) {
            String type = candidate.values.text(AccountField.TYPE);
            if (AccountType.OPERATOR.name().equals(type)) {
                candidate.violate(AccountField.TYPE, "only_one", "There is one operator, the root of the tree.", type);
            }
            String stage = candidate.values.text(AccountField.STAGE);
            if (Stage.CONVERTED.name().equals(stage)) {
                candidate.violate(
                        AccountField.STAGE, "by_conversion", "A lead becomes CONVERTED by its conversion.", stage);
            }
            UUID converted = candidate.values.reference(AccountField.CONVERTED_TO);
            if (converted != null) {
                candidate.violate(
                        AccountField.CONVERTED_TO, "by_conversion", "Is told when a lead is converted.", converted);
            }
            return;
        }
        List<Field> lasting =
                candidate.draft.occasion() == Draft.Occasion.CONVERSION ? OF_EACH : OF_WHAT_IS_NOT_CONVERTED;
        for (Field field : lasting) {
            if (candidate.changes(field)) {
                candidate.violate(field, "immutable", "It stays what it was made.", candidate.values.get(field));
            }
        }
    }

    /** The root stays where it is, open to its people. */
    private void operator() {
        for (Candidate candidate : Candidate.open(candidates)) {
            if (!candidate.id.equals(Account.OPERATOR)) {
                continue;
            }
            for (Field flag : List.of(AccountField.SUSPENDED, AccountField.CLOSED)) {
                if (candidate.values.flag(flag)) {
                    candidate.violate(flag, "operator", "The operator's account cannot be suspended or closed.", true);
                }
            }
            if (candidate.archived) {
                candidate.violate("archived", "operator", "The operator's account cannot be archived.", true);
            }
            if (candidate.moves()) {
                candidate.violate(PLACE, "operator", "The operator's account is the root.", candidate.account);
            }
        }
    }

    private void own() {
        for (Candidate candidate : Candidate.open(candidates)) {
            boolean decided = candidate.moves()
                    || !candidate.isNew()
                            && (candidate.archived != candidate.draft.existing().archived()
                                    || DECIDED_ABOVE.stream().anyMatch(candidate::changes));
            if (decided && !AccountRule.mayManage(context, candidate.id)) {
                candidate.refuse(AccountRule.notManaged());
            }
        }
    }

    private void responsible() {
        Map<String, Boolean> known = new HashMap<>();
        for (Candidate candidate : Candidate.open(candidates)) {
            String login = candidate.values.text(AccountField.RESPONSIBLE);
            if (login != null
                    && candidate.changes(AccountField.RESPONSIBLE)
                    && !known.computeIfAbsent(
                            login, key -> transaction.people().byLogin(key).isPresent())) {
                candidate.violate(AccountField.RESPONSIBLE, "unknown_reference", "There is no such person.", login);
            }
        }
    }

    /** Customers before places, as whoever writes a customer does. */
    private void lock() {
        List<Candidate> placed =
                Candidate.open(candidates).stream().filter(Candidate::moves).toList();
        if (placed.isEmpty()) {
            return;
        }
        // The tree changes one after the other: two moves that race could close a cycle between them.
        transaction.lockTree();
        transaction.keep(RecordType.CUSTOMER, customers(placed));
        // who closes or archives one of them waits, or comes first
        Set<UUID> above = above(placed);
        above.remove(Account.OPERATOR); // always there, always open
        transaction.hold(RecordType.ACCOUNT, above);
    }

    private static Set<UUID> above(List<Candidate> placed) {
        return placed.stream().map(candidate -> candidate.account).collect(Collectors.toCollection(HashSet::new));
    }

    /** Those of new ones. */
    private static Set<UUID> customers(List<Candidate> placed) {
        return placed.stream()
                .filter(Candidate::isNew)
                .map(candidate -> candidate.values.reference(AccountField.CUSTOMER))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private void places() {
        List<Candidate> placed =
                Candidate.open(candidates).stream().filter(Candidate::moves).toList();
        if (placed.isEmpty()) {
            return;
        }
        Set<UUID> above = above(placed);
        Map<UUID, BusinessRecord> found = transaction.records().byIds(RecordType.ACCOUNT, context.scope(), above);
        Map<UUID, Integer> depths = new HashMap<>();
        for (Candidate candidate : placed) {
            Account place = (Account) found.get(candidate.account);
            if (place == null) {
                candidate.violate(PLACE, "unknown_reference", "There is no such account.", candidate.account);
                continue;
            }
            KontorException refusal = AccountRule.refusal(place);
            if (refusal != null) {
                candidate.refuse(refusal);
                continue;
            }
            AccountType type = AccountType.valueOf(candidate.values.text(AccountField.TYPE));
            if (!place.accountType().holds().contains(type)) {
                candidate.violate(
                        PLACE,
                        "not_held",
                        "An account of the type " + place.accountType() + " holds "
                                + (place.accountType().holds().isEmpty()
                                        ? "no accounts."
                                        : new TreeSet<>(place.accountType().holds()) + " only."),
                        candidate.account);
                continue;
            }
            int depth = depths.computeIfAbsent(
                    place.id(), id -> transaction.records().above(id).size());
            int height = candidate.isNew() && type == AccountType.PARTNER ? 2 : 1; // its lab
            if (!candidate.isNew()) {
                Map<UUID, UUID> subtree = transaction.records().subtree(candidate.id);
                if (subtree.containsKey(place.id())) {
                    candidate.violate(PLACE, "cycle", "An account cannot stand below itself.", candidate.account);
                    continue;
                }
                height = height(candidate.id, subtree);
                // whoever writes below it waits, and then knows what stands above
                transaction.lock(RecordType.ACCOUNT, subtree.keySet());
                MoveRule.apply(transaction, candidate, subtree.keySet());
            }
            if (depth + height > Accounts.MAX_DEPTH) {
                candidate.violate(
                        PLACE,
                        "too_deep",
                        "Accounts stand at most " + Accounts.MAX_DEPTH + " levels deep.",
                        candidate.account);
            }
        }
    }

    /** Levels of the subtree, its top among them. */
    private static int height(UUID top, Map<UUID, UUID> subtree) {
        int highest = 1;
        for (UUID account : subtree.keySet()) {
            int levels = 1;
            for (UUID at = account; !at.equals(top); at = subtree.get(at)) {
                levels++;
            }
            highest = Math.max(highest, levels);
        }
        return highest;
    }

    /** The customer is one of the account above; a unit may also belong to the enterprise's own, a lab to the partner's, and what a lead becomes to the lead's. */
    private void customers() {
        List<Candidate> made =
                Candidate.open(candidates).stream().filter(Candidate::isNew).toList();
        Set<UUID> ids = customers(made);
        Map<UUID, BusinessRecord> customers =
                ids.isEmpty() ? Map.of() : transaction.records().byIds(RecordType.CUSTOMER, Account.OPERATOR, ids);
        Map<UUID, BusinessRecord> places = made.isEmpty()
                ? Map.of()
                : transaction
                        .records()
                        .byIds(
                                RecordType.ACCOUNT,
                                context.scope(),
                                made.stream()
                                        .map(candidate -> candidate.account)
                                        .collect(Collectors.toSet()));
        for (Candidate candidate : made) {
            UUID id = candidate.values.reference(AccountField.CUSTOMER);
            if (id == null) {
                candidate.violate(AccountField.CUSTOMER, "required", "Must be given.", null);
                continue;
            }
            Customer customer = (Customer) customers.get(id);
            Account place = (Account) places.get(candidate.account);
            boolean own = (AccountType.UNIT.name().equals(candidate.values.text(AccountField.TYPE))
                            || candidate.values.flag(AccountField.LAB))
                    && id.equals(place.customerId());
            // that of a lead that was moved stayed where it was
            boolean carried = candidate.draft.occasion() == Draft.Occasion.CONVERSION;
            if (customer == null
                    || !own && !carried && !customer.header().managingAccount().equals(place.id())) {
                candidate.violate(
                        AccountField.CUSTOMER,
                        "unknown_reference",
                        "There is no such customer of the account '" + place.code() + "'.",
                        id);
            } else if (customer.archived() && candidate.draft.occasion() != Draft.Occasion.LAB) {
                candidate.refuse(new KontorException(
                        ErrorCode.ARCHIVED,
                        "The customer '" + customer.code()
                                + "' is archived and takes no new accounts. Un-archive it first."));
            }
        }
    }
}
