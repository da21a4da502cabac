/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.kontor.api.account.Account;
import org.kontor.api.call.Permission;
import org.kontor.api.call.Role;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.spi.store.Member;

/** Whoever looks after an account as the last one stays (requirement P9). Stateless. */
final class Successors {
    private Successors() {}

    /**
     * @param administrators of all accounts in which the person looks after people, as they are before the change
     * @throws KontorException {@code last_administrator}
     */
    static void require(List<Member> administrators, Member before, Member after) {
        Set<Role> left = after.person().disabled() ? Set.of() : after.roles();
        require(administrators, before, before.account(), left);
        if (!after.person().disabled() || before.person().disabled()) {
            return;
        }
        // who is shut out is so in every account
        administrators.stream()
                .filter(one -> isSame(one, before) && !one.account().equals(before.account()))
                .forEach(one -> require(administrators, one, one.account(), Set.of()));
    }

    private static void require(List<Member> administrators, Member before, UUID account, Set<Role> left) {
        List<Member> others = administrators.stream()
                .filter(one -> one.account().equals(account) && !isSame(one, before))
                .toList();
        boolean operator = account.equals(Account.OPERATOR);
        Predicate<Role> administers = operator ? Role::administers : role -> role.allows(Permission.PEOPLE);
        // Without a platform operator there would never be one again, so the last of them stays, too.
        if (isLost(administers, before, left, others)
                || operator && isLost(Role.PLATFORM_OPERATOR::equals, before, left, others)) {
            throw new KontorException(
                    ErrorCode.LAST_ADMINISTRATOR,
                    "'" + before.person().login() + "' is the last one who looks after the "
                            + (operator ? "installation" : "account")
                            + " with this role. Give it to somebody else first.");
        }
    }

    private static boolean isLost(Predicate<Role> what, Member before, Set<Role> left, List<Member> others) {
        return !before.person().disabled()
                && before.roles().stream().anyMatch(what)
                && left.stream().noneMatch(what)
                && others.stream().noneMatch(one -> one.roles().stream().anyMatch(what));
    }

    private static boolean isSame(Member one, Member other) {
        return one.person().id().equals(other.person().id());
    }
}
