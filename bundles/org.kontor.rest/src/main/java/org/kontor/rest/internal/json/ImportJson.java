/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kontor.api.imports.ImportMapping;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Run;

/**
 * An import as JSON.
 *
 * @param items path of what became of its rows
 */
@Schema(name = "Import")
public record ImportJson(
        Run run, @Schema(description = "Where the rows that were written or refused are listed.") String items) {

    /** The mappings of a source. */
    @Schema(name = "ImportMappingPage")
    public record MappingPage(List<ImportMapping> items) {}

    /** A mapping as it is written. */
    @Schema(name = "ImportMappingInput")
    public record MappingInput(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) RecordType type,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description =
                                    "Header → column; empty passes a column over, the header * stands for all others.",
                            example = "{\"Firma\": \"name\", \"Bemerkung\": \"\"}")
                    Map<String, String> columns) {}
}
