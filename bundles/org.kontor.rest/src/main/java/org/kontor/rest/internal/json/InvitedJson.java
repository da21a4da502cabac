/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.util.List;
import java.util.function.Supplier;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.people.Invitation;

/** What became of many invitations. */
@Schema(name = "BulkInvitationResult")
public record InvitedJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) int invited,
        @Schema(requiredMode = RequiredMode.REQUIRED) int refused,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "In the order of the request.") List<Row> items) {

    /** What became of one of them. */
    @Schema(name = "BulkInvitationRow")
    public record Row(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "From 1.") int row,
            @Schema(description = "Missing when it was refused.") Invitation invitation,
            @Schema(description = "The stable code of a refusal.", example = "invalid_input") String code,
            @Schema(description = "The reason, for people.") String detail,
            List<Violation> violations) {

        /** Does it, and tells a refusal of it. */
        public static Row of(int row, Supplier<Invitation> invited) {
            try {
                return new Row(row, invited.get(), null, null, null);
            } catch (KontorException e) {
                return new Row(
                        row,
                        null,
                        e.code().code(),
                        e.getMessage(),
                        e.violations().isEmpty() ? null : e.violations());
            }
        }
    }

    public static InvitedJson of(List<Row> rows) {
        int invited = (int) rows.stream().filter(row -> row.code() == null).count();
        return new InvitedJson(invited, rows.size() - invited, rows);
    }
}
