/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kontor.api.record.Stamp;

/** When, by whom, through what, as JSON. */
@Schema(name = "Stamp")
public record StampJson(
        Instant at,
        @Schema(example = "admin") String by,
        @Schema(description = "The door or connection", example = "CONNECTION:tryton") String through) {
    static StampJson of(Stamp stamp) {
        return new StampJson(stamp.at(), stamp.by(), stamp.through());
    }
}
