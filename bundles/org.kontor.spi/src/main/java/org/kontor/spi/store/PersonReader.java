/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Optional;

/** Finds people. */
public interface PersonReader {
    Optional<Person> byLogin(String login);

    boolean none();
}
