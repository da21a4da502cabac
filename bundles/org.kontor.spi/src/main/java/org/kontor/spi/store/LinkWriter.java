/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Writes links that set a password. Whoever changes one locks the person first, then the link. */
public interface LinkWriter extends LinkReader {
    /** Locked until the end of the transaction. */
    Optional<PasswordLink> locked(UUID id);

    void add(PasswordLink link);

    /** Has it carried by another mail, to another address perhaps: it is open anew, and what was sent before does not count. */
    void carry(UUID id, UUID mail, String email);

    /** Notes a secret that goes out, and when the link ends. */
    void issue(UUID id, UUID mail, String hash, Instant now, Instant expires);

    void end(UUID id, PasswordLink.Outcome outcome, Instant now);

    /** Ends all open links of a person. */
    void endAll(UUID person, PasswordLink.Outcome outcome, Instant now);

    /** Notes that the person was shut out because the invitation was revoked. */
    void shutOut(UUID id);

    /** Notes that somebody decided by name whether the person comes in. */
    void decided(UUID person);

    /** Forgets instructions from before that moment, with their mails. */
    void forget(Instant before);
}
