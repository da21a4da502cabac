/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Optional;
import java.util.UUID;

/** Finds permissions to use or change them; they are written by {@link WriteTransaction#save(InviteRightChange)}. */
public interface InviteRightWriter extends InviteRightReader {
    /** Locked until the end of the transaction, so that it is not taken back meanwhile. */
    Optional<InviteRight> locked(UUID id);
}
