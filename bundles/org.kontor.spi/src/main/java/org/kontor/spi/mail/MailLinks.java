/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.kontor.spi.store.WriteTransaction;

/** Makes the secrets of links, when the mail goes out and not before: no database holds one that can be read. Thread-safe. */
public interface MailLinks {
    /**
     * A link as it is mailed.
     *
     * @param secret nobody can tell it again
     */
    record Issued(String secret, Instant expires) {
        /** Without the secret: this may end in a log. */
        @Override
        public String toString() {
            return "link until " + expires;
        }
    }

    /**
     * A secret of the link for this try to send the mail; those of earlier tries count as well, as one of them may have
     * arrived.
     *
     * @param link locked by the transaction
     * @return empty when nothing is to be sent any more
     */
    Optional<Issued> issue(WriteTransaction transaction, UUID link, UUID mail, Instant now);
}
