/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.account.Account;

/** What stands above accounts, as far as it matters. Stateless. */
final class Above {
    private Above() {}

    /**
     * The accounts above each of these, itself among them. The operator stands above all, so where it alone declared something nothing
     * is asked of the database.
     *
     * @param holders the accounts that declared something
     */
    static Map<UUID, Set<UUID>> of(EntityManager em, Collection<UUID> accounts, Collection<UUID> holders) {
        Map<UUID, Set<UUID>> above = new HashMap<>();
        if (holders.stream().allMatch(Account.OPERATOR::equals)) {
            return above;
        }
        for (List<UUID> chunk : Sets.chunks(new HashSet<>(accounts))) {
            new Sql("SELECT a.account_id, a.above_id FROM account_above a WHERE ")
                    .in("a.account_id", chunk)
                    .read(em, row -> above.computeIfAbsent(row.getObject(1, UUID.class), key -> new HashSet<>())
                            .add(row.getObject(2, UUID.class)));
        }
        return above;
    }
}
