/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

/** How far an invitation came. */
public enum InvitationState {
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
