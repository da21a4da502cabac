/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import java.util.List;
import java.util.Objects;

/**
 * What reading a file gave: a mapping, or everything that is wrong with the file.
 *
 * @param mapping null when there are errors
 */
public record MappingReading(Mapping mapping, List<MappingError> errors) {
    public MappingReading {
        errors = List.copyOf(errors);
        if (errors.isEmpty()) {
            Objects.requireNonNull(mapping, "mapping");
        }
    }
}
