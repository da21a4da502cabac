/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.account.Account;
import org.kontor.api.profile.CreationProfile;
import org.kontor.api.record.RecordType;
import org.kontor.spi.store.CreationProfileChange;
import org.kontor.spi.store.CreationProfileReader;

/** Finds and writes creation profiles. */
final class JpaCreationProfiles implements CreationProfileReader {
    private final EntityManager em;
    private final Known<CreationProfile> known;

    JpaCreationProfiles(EntityManager em, Known<CreationProfile> known) {
        this.em = em;
        this.known = known;
    }

    private List<CreationProfile> ofType(RecordType type) {
        return known
                .get(() -> new Sql("SELECT p.id, p.account_id, p.record_type, p.fields, p.region_where_subdivided,"
                                + " p.version FROM creation_profile p")
                        .read(em, JpaCreationProfiles::profile))
                .stream()
                .filter(profile -> profile.recordType() == type)
                .toList();
    }

    private static CreationProfile profile(ResultSet row) throws SQLException {
        return new CreationProfile(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                RecordType.ofKey(row.getString(3)).orElseThrow(),
                Json.list(row.getString(4)),
                row.getBoolean(5),
                row.getLong(6));
    }

    @Override
    public Optional<CreationProfile> own(RecordType type, UUID account) {
        return ofType(type).stream()
                .filter(profile -> profile.account().equals(account))
                .findFirst();
    }

    @Override
    public Map<UUID, CreationProfile> of(RecordType type, Collection<UUID> accounts) {
        List<CreationProfile> profiles = ofType(type);
        Set<UUID> holders = new HashSet<>();
        profiles.forEach(profile -> holders.add(profile.account()));
        Set<UUID> ends = new HashSet<>(accounts);
        ends.addAll(holders);
        Map<UUID, Set<UUID>> above = Above.of(em, ends, holders);
        // of those above one account the nearest has the most above itself
        Comparator<CreationProfile> deeper =
                Comparator.comparing(profile -> above(above, profile.account()).size());
        Map<UUID, CreationProfile> counting = new HashMap<>();
        for (UUID account : new HashSet<>(accounts)) {
            profiles.stream()
                    .filter(profile -> profile.account().equals(Account.OPERATOR)
                            || above(above, account).contains(profile.account()))
                    .max(deeper)
                    .ifPresent(profile -> counting.put(account, profile));
        }
        return counting;
    }

    private static Set<UUID> above(Map<UUID, Set<UUID>> above, UUID account) {
        return account.equals(Account.OPERATOR) ? Set.of() : above.getOrDefault(account, Set.of());
    }

    /** The account's row is locked. */
    void save(CreationProfileChange change) {
        if (change.before() != null) {
            new Sql("DELETE FROM creation_profile WHERE id = ?", change.before().id()).run(em);
        }
        CreationProfile after = change.after();
        if (after != null) {
            new Sql(
                            "INSERT INTO creation_profile (id, account_id, record_type, fields, region_where_subdivided,"
                                    + " version) VALUES (?, ?, ?, ?, ?, ?)",
                            after.id(),
                            after.account(),
                            after.recordType().key(),
                            Json.write(after.fields()),
                            after.regionWhereSubdivided(),
                            after.version())
                    .run(em);
        }
    }
}
