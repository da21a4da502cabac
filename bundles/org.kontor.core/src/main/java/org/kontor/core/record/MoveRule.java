/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.custom.Declaration;
import org.kontor.spi.store.WriteTransaction;

/**
 * An account takes its records along when it is moved. What they say in custom fields must still be declared above them, and no
 * field may be declared twice above a record (requirement C9). Stateless.
 */
final class MoveRule {
    private MoveRule() {}

    /** @param subtree the accounts that are moved, the candidate itself among them */
    static void apply(WriteTransaction transaction, Candidate candidate, Set<UUID> subtree) {
        List<Declaration> here = transaction.customFields().around(null, candidate.id);
        if (here.isEmpty()) {
            return;
        }
        Set<UUID> before =
                transaction.records().above(candidate.draft.existing().header().managingAccount());
        Set<UUID> after = transaction.records().above(candidate.account);
        List<Declaration> there = transaction.customFields().around(null, candidate.account).stream()
                .filter(declaration -> after.contains(declaration.account()))
                .toList();
        for (Declaration declaration : here) {
            if (subtree.contains(declaration.account())) {
                refuseTwice(candidate, declaration, there);
            } else if (before.contains(declaration.account()) && !after.contains(declaration.account())) {
                refuseLost(candidate, declaration, transaction.customFields().values(declaration, candidate.id));
            }
        }
    }

    private static void refuseTwice(Candidate candidate, Declaration declaration, List<Declaration> there) {
        if (there.stream()
                .anyMatch(other -> other.recordType() == declaration.recordType()
                        && other.key().equals(declaration.key()))) {
            candidate.violate(
                    TreeRule.PLACE,
                    "field_taken",
                    "The field " + declaration.field().path() + " of a "
                            + declaration.recordType().key() + " is declared there, too.",
                    candidate.account);
        }
    }

    private static void refuseLost(Candidate candidate, Declaration declaration, long records) {
        if (records > 0) {
            candidate.violate(
                    TreeRule.PLACE,
                    "field_lost",
                    "The field " + declaration.field().path() + ", of which " + records
                            + " records have a value, is not declared there.",
                    candidate.account);
        }
    }
}
