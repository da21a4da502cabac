/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.sync;

import java.util.Objects;

import org.kontor.api.error.KontorException;

/** What became of a {@link RemoteWrite}. */
public sealed interface RemoteAnswer {
    /** @param now the record as it is there after the write */
    record Written(RemoteRecord now) implements RemoteAnswer {
        public Written {
            Objects.requireNonNull(now, "now");
        }
    }

    /** It is not there any more. */
    record Deleted() implements RemoteAnswer {}

    /** @param why it could not be deleted, for a person */
    record Archived(String why) implements RemoteAnswer {}

    /** Somebody changed the record since it was read; nothing was written. */
    record Raced() implements RemoteAnswer {}

    /** The system does not take it; nothing was written. */
    record Refused(KontorException reason) implements RemoteAnswer {
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
