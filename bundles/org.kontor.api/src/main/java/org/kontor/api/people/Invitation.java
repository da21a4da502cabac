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
        InvitationState state,
        String invitedBy,
        Instant created,
        Instant sent,
        Instant expires,
        Instant ended,
        String problem) {}
