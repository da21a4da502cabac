/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

/** Random keys of this installation, shared by its nodes; made at first use. Thread-safe. */
public interface ServerSecrets {
    /** @return 32 random bytes, the same for the same name for ever */
    byte[] get(String name);
}
