/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kontor.api.record.BusinessRecord;

/** The id of a record in an external system, as JSON. */
@Schema(name = "CrossReference")
public record CrossReferenceJson(String connection, String externalId) {
    static List<CrossReferenceJson> of(BusinessRecord record) {
        return record.crossReferences().stream()
                .map(reference -> new CrossReferenceJson(reference.connection(), reference.externalId()))
                .toList();
    }
}
