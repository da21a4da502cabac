/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds who may invite customers under whom (A15). */
public interface InviteRightReader {
    Optional<InviteRight> byId(UUID id);

    Optional<InviteRight> of(UUID partner, UUID inviter);

    /**
     * Those of an account, newest first.
     *
     * @param received true for those that it was given, false for those that it gave; null for both
     * @param before the id behind which the page begins, or null
     */
    List<InviteRight> list(UUID account, Boolean received, UUID before, int limit);
}
