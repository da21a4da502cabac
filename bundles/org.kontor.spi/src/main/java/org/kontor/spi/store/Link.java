/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.UUID;

/**
 * A cross reference with what was last agreed with the external system.
 *
 * @param hash digest of the record as the external system last told it; null when it never did
 * @param snapshot the mapped values of the state last agreed, as the external system tells them, as JSON; null like the hash
 * @param agreed our own values of that state where they are others, as JSON; null when there are none
 * @param inConflict whether a field of it waits for a decision
 * @param gone whether the record is not there any more
 */
public record Link(
        String externalId,
        UUID recordId,
        String hash,
        String snapshot,
        String agreed,
        boolean inConflict,
        boolean gone) {
    /** Of a record that is there. */
    public Link(String externalId, UUID recordId, String hash, String snapshot, String agreed, boolean inConflict) {
        this(externalId, recordId, hash, snapshot, agreed, inConflict, false);
    }
}
