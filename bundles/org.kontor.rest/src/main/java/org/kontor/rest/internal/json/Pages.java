/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.audit.AuditEntry;
import org.kontor.api.feed.Change;
import org.kontor.api.people.ApiToken;
import org.kontor.api.people.Invitation;
import org.kontor.api.provider.InvitePermission;
import org.kontor.api.provider.MspLink;
import org.kontor.api.record.Choice;
import org.kontor.api.support.SupportSession;
import org.kontor.api.sync.Conflict;
import org.kontor.api.sync.ConnectionStatus;
import org.kontor.api.sync.Drift;
import org.kontor.api.sync.Quarantined;
import org.kontor.api.sync.Reconciliation;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.UnsentRecord;

/** The answers of lists: {@code items}, and {@code next} where there is another page. One type each, for the description. */
public final class Pages {
    private Pages() {}

    /** What may have a next page. */
    public interface Paged {
        /** The token of the next page; null on the last. */
        String next();

        /** The parameter that takes it. */
        default String resumedBy() {
            return "cursor";
        }
    }

    private static final String NEXT = "The cursor of the next page; missing on the last.";

    /** Records, as they are or the fields that were asked for; described as a page of their type. */
    @Schema(hidden = true)
    public record RecordPage(List<?> items, String next) implements Paged {}

    @Schema(name = "ChoiceList")
    public record ChoiceList(@Schema(requiredMode = RequiredMode.REQUIRED) List<Choice> items) {}

    @Schema(name = "ChangePage")
    public record ChangePage(
            @Schema(requiredMode = RequiredMode.REQUIRED) List<Change> items,
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            description = "Goes into after of the next request; there also when nothing is new.")
                    String next)
            implements Paged {
        @Override
        public String resumedBy() {
            return "after";
        }
    }

    @Schema(name = "CustomerPage")
    public record CustomerPage(
            @Schema(requiredMode = RequiredMode.REQUIRED) List<CustomerJson> items,
            @Schema(description = NEXT) String next) {}

    @Schema(name = "LocationPage")
    public record LocationPage(
            @Schema(requiredMode = RequiredMode.REQUIRED) List<LocationJson> items,
            @Schema(description = NEXT) String next) {}

    @Schema(name = "AccountPage")
    public record AccountPage(
            @Schema(requiredMode = RequiredMode.REQUIRED) List<AccountJson> items,
            @Schema(description = NEXT) String next) {}

    @Schema(name = "AuditPage")
    public record AuditPage(
            @Schema(requiredMode = RequiredMode.REQUIRED) List<AuditEntry> items,
            @Schema(description = NEXT) String next)
            implements Paged {}

    @Schema(name = "CustomFieldList")
    public record CustomFieldList(@Schema(requiredMode = RequiredMode.REQUIRED) List<DeclarationJson> items) {}

    @Schema(name = "GroupList")
    public record GroupList(@Schema(requiredMode = RequiredMode.REQUIRED) List<GroupJson> items) {}

    @Schema(name = "CreationProfileList")
    public record CreationProfileList(@Schema(requiredMode = RequiredMode.REQUIRED) List<CreationProfileJson> items) {}

    @Schema(name = "PersonPage")
    public record PersonPage(
            @Schema(requiredMode = RequiredMode.REQUIRED) List<PersonJson> items,
            @Schema(description = NEXT) String next)
            implements Paged {}

    @Schema(name = "InvitationPage")
    public record InvitationPage(
            @Schema(requiredMode = RequiredMode.REQUIRED) List<Invitation> items,
            @Schema(description = NEXT) String next)
            implements Paged {}

    @Schema(name = "MspLinkPage")
    public record MspLinkPage(
            @Schema(requiredMode = RequiredMode.REQUIRED) List<MspLink> items, @Schema(description = NEXT) String next)
            implements Paged {}

    @Schema(name = "InvitePermissionPage")
    public record InvitePermissionPage(
            @Schema(requiredMode = RequiredMode.REQUIRED) List<InvitePermission> items,
            @Schema(description = NEXT) String next)
            implements Paged {}

    @Schema(name = "SupportSessionPage")
    public record SupportSessionPage(
            @Schema(requiredMode = RequiredMode.REQUIRED) List<SupportSession> items,
            @Schema(description = NEXT) String next)
            implements Paged {}

    @Schema(name = "ContentItemPage")
    public record ContentPage(
            @Schema(requiredMode = RequiredMode.REQUIRED) List<ContentJson> items,
            @Schema(description = NEXT) String next)
            implements Paged {}

    @Schema(name = "ContentKinds")
    public record ContentKinds(@Schema(requiredMode = RequiredMode.REQUIRED) List<String> items) {}

    @Schema(name = "RunPage")
    public record RunPage(
            @Schema(requiredMode = RequiredMode.REQUIRED) List<Run> items, @Schema(description = NEXT) String next)
            implements Paged {}

    @Schema(name = "RunItemPage")
    public record RunItemPage(
            @Schema(requiredMode = RequiredMode.REQUIRED) List<RunItemJson> items,
            @Schema(description = NEXT) String next)
            implements Paged {}

    @Schema(name = "ConflictPage")
    public record ConflictPage(
            @Schema(requiredMode = RequiredMode.REQUIRED) List<Conflict> items, @Schema(description = NEXT) String next)
            implements Paged {}

    @Schema(name = "QuarantinePage")
    public record QuarantinePage(
            @Schema(requiredMode = RequiredMode.REQUIRED) List<Quarantined> items,
            @Schema(description = NEXT) String next)
            implements Paged {}

    @Schema(name = "UnsentPage")
    public record UnsentPage(
            @Schema(requiredMode = RequiredMode.REQUIRED) List<UnsentRecord> items,
            @Schema(description = NEXT) String next)
            implements Paged {}

    @Schema(name = "ReconciliationPage")
    public record ReconciliationPage(
            @Schema(requiredMode = RequiredMode.REQUIRED) List<Reconciliation> items,
            @Schema(description = NEXT) String next)
            implements Paged {}

    @Schema(name = "DriftPage")
    public record DriftPage(
            @Schema(requiredMode = RequiredMode.REQUIRED) List<Drift> items, @Schema(description = NEXT) String next)
            implements Paged {}

    @Schema(name = "TokenList")
    public record TokenList(@Schema(requiredMode = RequiredMode.REQUIRED) List<ApiToken> items) {}

    @Schema(name = "ConnectionPage")
    public record ConnectionPage(@Schema(requiredMode = RequiredMode.REQUIRED) List<ConnectionStatus> items) {}
}
