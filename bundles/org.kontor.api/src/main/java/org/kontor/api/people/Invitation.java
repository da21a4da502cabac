/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.time.Instant;
import java.util.UUID;

/**
 * An invitation, as it may be shown at any time; the link of it is in the mail alone.
 *
 * @param login of the person who is invited
 * @param language of the mail, {@code en} or {@code fr}; null for that of the installation
 * @param invitedBy login of who invited them
 * @param sent when the mail server took the mail last; null for never
 * @param expires when the link that was sent last ends; null while none was sent
 * @param ended when it was accepted or revoked; null while it is open
 * @param problem why it was not sent yet, or never will be; else null
 */
public record Invitation(
        UUID id,
        UUID person,
        String login,
        String name,
        String email,
        String language,
        State state,
        String invitedBy,
        Instant created,
        Instant sent,
        Instant expires,
        Instant ended,
        String problem) {
    /** How far it came. */
    public enum State {
        /** Nobody has asked yet to send it. */
        WAITING,
        /** Goes out as soon as the mail server takes it. */
        QUEUED,
        /** The mail server took it. */
        SENT,
        /** The mail server did not take it for days, or said that there is no such address. */
        FAILED,
        /** The person has set a password. */
        ACCEPTED,
        /** The link was not used in time; send it again. */
        EXPIRED,
        /** An administrator ended it, or the e-mail was changed; send it again. */
        REVOKED
    }
}
