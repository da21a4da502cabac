/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.kontor.api.account.Account;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.people.PeopleQuery;
import org.kontor.spi.store.Mail;
import org.kontor.spi.store.Member;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.WriteTransaction;

/** Tells the administrators of an account that something waits for them. Stateless. */
public final class RequestMails {
    /** Somebody always has the time; more would be a circular. */
    private static final int MOST = 20;

    /** Who asks, takes it back and asks again does not fill anybody's letter box. */
    private static final Duration PAUSE = Duration.ofHours(1);

    private RequestMails() {}

    /**
     * @param values what the template names beside the caller, {@code by}
     * @param last when the same was asked before, or null
     */
    public static void tell(
            WriteTransaction transaction,
            CallContext context,
            Account account,
            String template,
            Map<String, String> values,
            Instant last,
            Instant now) {
        if (last != null && last.plus(PAUSE).isAfter(now)) {
            return;
        }
        Map<String, String> all = new HashMap<>(values);
        all.put(
                "by",
                transaction
                        .people()
                        .byId(context.actor().id())
                        .map(Person::displayName)
                        .orElse(context.actor().name()));
        Role role = Role.administratorOf(account.accountType());
        for (Member member :
                transaction.members().list(account.id(), new PeopleQuery(null, role, false, MOST, null), null, MOST)) {
            if (member.person().email() != null) {
                transaction.mails().queue(Mail.of(account.id(), member.person(), template, null, all, null, now));
            }
        }
    }
}
