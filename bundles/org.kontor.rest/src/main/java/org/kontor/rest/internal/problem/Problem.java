/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.problem;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.Violation;

/** An error (RFC 9457). The code is stable; texts are for people and may change. */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "urn:kontor:error:invalid_input") String type,
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "400") int status,
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "invalid_input") String code,
        @Schema(description = "For people; may change.", example = "name: Must be given.") String detail,
        @Schema(description = "Stands in the server's log, too.") String correlation,
        List<Violation> violations) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ErrorCode code, String detail, String correlation, List<Violation> violations) {
        return new Problem(
                "urn:kontor:error:" + code.code(), Statuses.of(code), code.code(), detail, correlation, violations);
    }
}
