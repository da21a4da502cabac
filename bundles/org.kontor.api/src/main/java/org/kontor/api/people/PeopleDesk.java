/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.Page;

/**
 * Looks after the members of the account that the call is made for; outside of it nobody exists, and for who does not enter the
 * account nobody exists in it ({@code not_found}). For those whose roles in it look after people ({@code access_denied}); nobody
 * touches or gives a role that allows more than their own, and only a platform operator touches a platform operator. One person
 * may be a member of many accounts (P7): roles are of the membership, all else of somebody is changed by their home account
 * alone. Every change is audited, without passwords. Thread-safe.
 */
public interface PeopleDesk {
    /**
     * People by login.
     *
     * @throws org.kontor.api.error.KontorException {@code access_denied}, {@code invalid_input}, {@code invalid_cursor}
     */
    Page<PersonDetails> find(CallContext context, PeopleQuery query);

    /** @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied} */
    PersonDetails get(CallContext context, UUID id);

    /**
     * @param login without regard to case
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}
     */
    PersonDetails byLogin(CallContext context, String login);

    /**
     * Adds somebody (P4).
     *
     * @param email null for none, as programs have; one e-mail is one person, without regard to case (P7)
     * @param password null to have one made
     * @throws org.kontor.api.error.KontorException {@code access_denied}, {@code invalid_input} (a login or an e-mail in
     *     use breaks the rule {@code taken})
     */
    PersonWithPassword create(CallContext context, NewPerson person, String email, char[] password);

    /**
     * Changes what is given; nothing is written when that is what is there.
     *
     * @param version the one that the change is based on
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code stale_version}, {@code access_denied}, {@code
     *     invalid_input}; {@code last_administrator} when nobody would be left to look after the account
     */
    PersonDetails change(CallContext context, UUID id, long version, PersonEdit edit);

    /**
     * Disables somebody or lets them in again (P9); counts with their next request, through every door.
     *
     * @param version the one that the change is based on, or null for any
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code stale_version}; {@code access_denied}, also for
     *     those who would disable themselves; {@code last_administrator}
     */
    PersonDetails setDisabled(CallContext context, UUID id, Long version, boolean disabled);

    /**
     * Gives somebody a new password and lifts a lock; the old one does not count any more. One's own only at the shell; never with a
     * token.
     *
     * @param password null to have one made
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}, {@code invalid_input}
     */
    PersonWithPassword setPassword(CallContext context, UUID id, char[] password);

    /**
     * Lifts the lock of a login after wrong passwords (X2), and forgets them.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}
     */
    PersonDetails unlock(CallContext context, UUID id);

    /**
     * Ends a membership (P9): with their next request the person is no member any more. When the account was their home, another
     * of their accounts becomes it.
     *
     * @param version the one that it is based on, or null for any
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code stale_version}, {@code access_denied}; {@code
     *     last_administrator}; {@code invalid_input}, rule {@code last_membership}, when it is the person's only one: disable them
     */
    void remove(CallContext context, UUID id, Long version);
}
