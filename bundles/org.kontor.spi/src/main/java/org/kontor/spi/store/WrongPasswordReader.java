/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Tells how often somebody gave a wrong password. */
public interface WrongPasswordReader {
    /**
     * @param subjects whom the passwords were given for
     * @return those of whom wrong ones are remembered
     */
    Map<UUID, WrongPasswords> of(Collection<UUID> subjects);
}
