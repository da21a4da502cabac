/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.Page;

/**
 * Invites people by mail, and sends those who are there a link to set their password (P2, P4). Who may do so with whom is as
 * in {@link PeopleDesk}; who manages an account from above invites its administrator, and looks after that invitation, until
 * somebody has come in (P6). An account sends 1,000 invitations an hour, and to one person go three mails an hour that are sent
 * again or are instructions: {@code too_many_requests} above that. The mail goes out later: no call waits for the mail server or fails with it. Every change is
 * audited. Thread-safe.
 */
public interface Invitations {
    /** Invitations of one request. */
    int MAX_AT_ONCE = 500;

    /**
     * Adds somebody without a password and sends the invitation, or keeps it for later.
     *
     * @throws org.kontor.api.error.KontorException {@code access_denied}, {@code invalid_input} (a login or an e-mail in
     *     use breaks the rule {@code taken})
     */
    Invitation invite(CallContext context, NewInvitation invitation);

    /**
     * Invitations, newest first.
     *
     * @throws org.kontor.api.error.KontorException {@code access_denied}, {@code invalid_input}, {@code invalid_cursor}
     */
    Page<Invitation> find(CallContext context, InvitationQuery query);

    /**
     * Sends it, or sends it again: the link from before ends, and one that was revoked is open again.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}; {@code invalid_input}, rule
     *     {@code accepted}, when the person has set a password; {@code over}, when they are no member any more
     */
    Invitation resend(CallContext context, UUID id);

    /**
     * Ends it; the link does not count any more. Who has set no password yet is disabled, or no member any more when they are one
     * elsewhere, until the account invites them again. Nothing happens when it has ended.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}, {@code last_administrator}
     */
    Invitation revoke(CallContext context, UUID id);

    /**
     * Mails somebody a link to set a new password; the old one counts until then.
     *
     * @param language of the mail; null for the one of their invitation, or of the installation
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}; {@code invalid_input} when the
     *     person has no e-mail ({@code required}) or is disabled ({@code disabled})
     */
    void sendPasswordInstructions(CallContext context, UUID person, String language);
}
