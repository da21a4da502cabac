/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import org.kontor.api.record.RecordType;

/** Notes what explains records later. */
public interface DeskWriter extends DeskReader {
    /** Notes the rules of a connection in place of those it had. */
    void saveRules(RecordType type, KnownRules rules);
}
