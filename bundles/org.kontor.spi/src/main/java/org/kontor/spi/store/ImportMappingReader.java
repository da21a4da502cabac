/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;
import java.util.UUID;

import org.kontor.api.imports.ImportMapping;

/** Reads what columns of imported files mean. */
public interface ImportMappingReader {
    /** The mappings of a source in the account, at most one for each type. */
    List<ImportMapping> ofSource(UUID scope, String source);
}
