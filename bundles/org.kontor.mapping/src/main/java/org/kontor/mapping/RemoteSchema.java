/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import java.util.List;
import java.util.Optional;

/** What the other system tells of its fields, so that a mapping can be checked before the first record (requirement S4). */
public interface RemoteSchema {
    /**
     * @param type for people: {@code char}, {@code many2one}
     * @param writable whether what is sent for it is taken
     */
    record RemoteField(String type, boolean writable) {}

    /** The field that these names lead to, one by one, from the record; empty when there is none. */
    Optional<RemoteField> field(List<String> path);

    /** What is written under these names; a field, unless the system has targets of its own. */
    default Optional<RemoteField> target(List<String> path) {
        return field(path);
    }
}
