/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Optional;
import java.util.UUID;

/** Finds people. */
public interface PersonReader {
    Optional<Person> byLogin(String login);

    Optional<Person> byId(UUID id);

    /** @param email without regard to case */
    Optional<Person> byEmail(String email);

    boolean none();
}
