/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.custom.Declaration;
import org.kontor.api.profile.CreationProfile;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.core.rules.RecordRules;
import org.kontor.spi.record.Draft;
import org.kontor.spi.store.WriteTransaction;

/** What the accounts that manage new records ask of them beyond the rules that hold for all (requirement C1). Used once. */
final class ProfileRule {
    private final RecordType type;
    private final Map<UUID, CreationProfile> profiles;
    private final Map<UUID, Map<String, Declaration>> custom;
    private final Map<UUID, BusinessRecord> holders;

    private ProfileRule(WriteTransaction transaction, RecordType type, Map<UUID, CreationProfile> profiles) {
        this.type = type;
        this.profiles = profiles;
        this.custom = transaction.customFields().of(type, profiles.keySet());
        this.holders = transaction
                .records()
                .byIds(
                        RecordType.ACCOUNT,
                        Account.OPERATOR,
                        profiles.values().stream().map(CreationProfile::account).collect(Collectors.toSet()));
    }

    static void apply(WriteTransaction transaction, RecordType type, List<Candidate> candidates) {
        // the account of a location is known when all else is right with it
        List<Candidate> made = candidates.stream()
                .filter(candidate -> candidate.isNew() && candidate.draft.occasion() == Draft.Occasion.WISH)
                .filter(candidate -> type != RecordType.LOCATION || candidate.open())
                .toList();
        if (made.isEmpty()) {
            return;
        }
        Map<UUID, CreationProfile> profiles = transaction
                .creationProfiles()
                .of(type, made.stream().map(candidate -> candidate.account).collect(Collectors.toSet()));
        if (!profiles.isEmpty()) {
            ProfileRule rule = new ProfileRule(transaction, type, profiles);
            made.forEach(rule::check);
        }
    }

    private void check(Candidate candidate) {
        CreationProfile profile = profiles.get(candidate.account);
        if (profile == null) {
            return;
        }
        for (String path : profile.fields()) {
            type.field(path)
                    .filter(field -> candidate.values.get(field) == null && canBeGiven(candidate, field))
                    .ifPresent(field -> lack(candidate, field, profile));
        }
        Field region = profile.regionWhereSubdivided() ? RecordRules.missingRegion(type, candidate.values) : null;
        if (region != null) {
            lack(candidate, region, profile);
        }
    }

    /** What nobody declares any more, or is archived, is not asked for. */
    private boolean canBeGiven(Candidate candidate, Field field) {
        if (!(field instanceof CustomField asked)) {
            return true;
        }
        Declaration declaration =
                custom.getOrDefault(candidate.account, Map.of()).get(asked.key());
        return declaration != null && !declaration.archived();
    }

    private void lack(Candidate candidate, Field field, CreationProfile profile) {
        candidate.lack(
                field,
                "required_by_profile",
                "Must be given: the creation profile of '"
                        + holders.get(profile.account()).values().text(AccountField.NAME) + "' asks for it.");
    }
}
