/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.UUID;

/** The queue of mails. What is queued goes out when the transaction is committed, and never when it is not. */
public interface MailWriter extends MailReader {
    void queue(Mail mail);

    /** Takes a mail out of the queue that has not gone out. */
    void cancel(UUID id);

    /**
     * Takes a mail to send it, for a while; one more attempt.
     *
     * @param claim told apart from every other
     * @return false when somebody else has it, or it is due no more
     */
    boolean claim(UUID id, UUID claim, Instant now, Instant until);

    /** Notes what became of the try, unless somebody else has it by now. */
    void settle(Mail mail, UUID claim, Instant now);

    /** Gives up those that wait since before that moment. */
    int giveUp(Instant before, Instant now, String reason);

    /** Forgets mails from before that moment that do not wait, but for those of invitations. */
    void forget(Instant before);
}
