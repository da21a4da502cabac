/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.List;

/** Finds mails that wait. */
public interface MailReader {
    /** Those that are due and that nobody is sending, oldest first. */
    List<Mail> due(Instant now, int limit);
}
