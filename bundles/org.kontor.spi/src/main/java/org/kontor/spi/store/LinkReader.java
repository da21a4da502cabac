/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.api.people.Invitation;
import org.kontor.api.people.InvitationState;

/** Finds links that set a password. */
public interface LinkReader {
    /**
     * A link with the mail that carried the secret.
     *
     * @param mail the one that the secret was made for
     */
    record Secret(PasswordLink link, UUID mail, String hash) {
        /** Without the hash. */
        @Override
        public String toString() {
            return "secret of link " + link.id();
        }
    }

    /** @param hash of the secret */
    Optional<Secret> byHash(String hash);

    /** How many of the kind were made for the person since that moment. */
    int made(UUID person, PasswordLink.Kind kind, Instant since);

    /**
     * Whether the person was asked by mail to set a password, by an invitation that is not revoked or by instructions.
     *
     * @param except the login of what sends instructions to whoever asks for them
     */
    boolean isAsked(UUID person, String except);

    /** Whether the person was shut out because the account revoked an invitation, and was not let in since. */
    boolean isShutOut(UUID account, UUID person);

    /**
     * When mails to the person were queued, newest first: instructions, and all of invitations but the first.
     *
     * @param except the login of what sends instructions to whoever asks for them
     */
    List<Instant> mailed(UUID person, String except, Instant since, int limit);

    /** Language of the person's invitation; empty for none. */
    Optional<String> languageOf(UUID person);

    /**
     * Invitations of an account, newest first.
     *
     * @param state null for any
     * @param before the id behind which the page begins, or null
     */
    List<Invitation> invitations(UUID account, InvitationState state, UUID before, int limit, Instant now);

    Optional<Invitation> invitation(UUID account, UUID id, Instant now);
}
