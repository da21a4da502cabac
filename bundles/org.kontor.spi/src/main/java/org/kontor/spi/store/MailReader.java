/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds mails that wait. */
public interface MailReader {
    /** Those that are due and that nobody is sending, oldest first. */
    List<Mail> due(Instant now, int limit);

    /**
     * When the mail was queued that is so many back, counted from the newest that the account asked for.
     *
     * @param templates which of them count
     * @param since those from before do not count
     * @return empty when there are not so many
     */
    Optional<Instant> queued(UUID account, Collection<String> templates, Instant since, int number);
}
