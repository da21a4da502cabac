/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AccessMode;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountType;
import org.kontor.api.account.Stage;

/** An account as JSON. What is empty is left out. */
@Schema(name = "Account")
public record AccountJson(
        @Schema(accessMode = AccessMode.READ_ONLY) UUID id,
        @Schema(
                        description = "Unique in the managing account; made when not given.",
                        maxLength = 64,
                        example = "A-000001")
                String code,
        @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 200, example = "Acme") String name,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "For ever.", example = "PARTNER") AccountType type,
        @Schema(description = "LEAD or CUSTOMER at creation; then it stays.", example = "CUSTOMER") Stage stage,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        description =
                                "The customer it belongs to, for ever: one of the managing account; for a unit also"
                                        + " the enterprise's own.")
                UUID customerId,
        @Schema(description = "Login of the person who is responsible; first, who created it.") String responsible,
        @Schema(description = "A marker for tests and demonstrations.") boolean sandbox,
        @Schema(
                        description =
                                "A partner's lab, for ever: made with the partner, more by the operator. Its people are the"
                                        + " partner's.")
                boolean lab,
        @Schema(description = "Of a partner: whether its new members reach its labs; true when not told.")
                Boolean labsForNewMembers,
        @Schema(description = "Its people do not get in until it is resumed.") boolean suspended,
        @Schema(description = "Given up: takes nothing new.") boolean closed,
        @Schema(accessMode = AccessMode.READ_ONLY, description = "The account that a lead was converted to.")
                UUID convertedTo,
        @Schema(description = "Words to group accounts by.") List<String> tags,
        @Schema(description = CustomJson.DESCRIPTION, example = "{\"segment\": \"A\"}") Map<String, Object> custom,
        @Schema(accessMode = AccessMode.READ_ONLY, description = "The account directly above.") UUID managingAccount,
        @Schema(accessMode = AccessMode.READ_ONLY) boolean archived,
        @Schema(accessMode = AccessMode.READ_ONLY, description = "Also the ETag; goes into If-Match.") long version,
        @Schema(accessMode = AccessMode.READ_ONLY) StampJson created,
        @Schema(accessMode = AccessMode.READ_ONLY) StampJson changed) {

    public static AccountJson of(Account account) {
        return new AccountJson(
                account.id(),
                account.code(),
                account.name(),
                account.accountType(),
                account.stage(),
                account.customerId(),
                account.responsible(),
                account.sandbox(),
                account.lab(),
                account.accountType() == AccountType.PARTNER ? account.labsForNewMembers() : null,
                account.suspended(),
                account.closed(),
                account.convertedTo(),
                account.tags(),
                CustomJson.of(account),
                account.header().managingAccount(),
                account.archived(),
                account.version(),
                StampJson.of(account.header().created()),
                StampJson.of(account.header().changed()));
    }
}
