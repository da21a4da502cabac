/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.time.Instant;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.domain.DomainProblem;
import org.kontor.api.domain.DomainState;
import org.kontor.api.domain.EmailDomain;

/** An e-mail domain of an account. */
@Schema(name = "EmailDomain")
public record EmailDomainJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) UUID id,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        description = "As the DNS knows it: letters of other scripts as xn--….",
                        example = "example.com")
                String name,
        @Schema(requiredMode = RequiredMode.REQUIRED) DomainState state,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        description = "Where the TXT record must stand that proves it.",
                        example = "_kontor.example.com")
                String recordName,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "What it must say.") String recordText,
        @Schema(requiredMode = RequiredMode.REQUIRED) Instant added,
        @Schema(description = "Since when it is proven.") Instant proven,
        @Schema(description = "When the DNS was last asked.") Instant checked,
        @Schema(description = "What that met.") DomainProblem problem,
        @Schema(description = "The same for people; may change.") String problemText) {
    public static EmailDomainJson of(EmailDomain domain) {
        return new EmailDomainJson(
                domain.id(),
                domain.name(),
                domain.state(),
                domain.recordName(),
                domain.recordText(),
                domain.added(),
                domain.proven(),
                domain.checked(),
                domain.problem(),
                domain.problem() == null ? null : domain.problem().message());
    }
}
