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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.persistence.EntityManager;

import org.kontor.api.account.Account;
import org.kontor.api.custom.CustomType;
import org.kontor.api.custom.Declaration;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;
import org.kontor.spi.store.CustomFieldChange;
import org.kontor.spi.store.CustomFieldReader;

/** Finds and writes declarations of custom fields. */
final class JpaCustomFields implements CustomFieldReader {
    private static final Comparator<Declaration> BY_KEY = Comparator.comparing(Declaration::recordType)
            .thenComparing(Declaration::key)
            .thenComparing(Declaration::id);

    private final EntityManager em;
    private final Known<Declaration> known;

    JpaCustomFields(EntityManager em, Known<Declaration> known) {
        this.em = em;
        this.known = known;
    }

    private List<Declaration> all() {
        return known.get(() -> new Sql("SELECT f.id, f.account_id, f.record_type, f.field_key, f.label, f.type,"
                        + " f.max_length, f.choices, f.required, f.help, f.archived, f.version FROM custom_field f")
                .read(em, JpaCustomFields::declaration));
    }

    private static Declaration declaration(ResultSet row) throws SQLException {
        return new Declaration(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                RecordType.ofKey(row.getString(3)).orElseThrow(),
                row.getString(4),
                row.getString(5),
                CustomType.valueOf(row.getString(6)),
                row.getInt(7),
                Json.list(row.getString(8)),
                row.getBoolean(9),
                row.getString(10),
                row.getBoolean(11),
                row.getLong(12));
    }

    private List<Declaration> ofType(RecordType type) {
        return all().stream()
                .filter(declaration -> type == null || declaration.recordType() == type)
                .toList();
    }

    @Override
    public Optional<Declaration> byId(UUID id) {
        return all().stream().filter(declaration -> declaration.id().equals(id)).findFirst();
    }

    @Override
    public Map<UUID, Map<String, Declaration>> of(RecordType type, Collection<UUID> accounts) {
        List<Declaration> declared = ofType(type);
        Set<UUID> ends = declared.stream().map(Declaration::account).collect(Collectors.toSet());
        ends.addAll(accounts);
        Map<UUID, Set<UUID>> above = above(ends, declared);
        Map<UUID, Map<String, Declaration>> counting = new HashMap<>();
        for (UUID account : accounts) {
            counting.computeIfAbsent(account, key -> declared.stream()
                    .filter(declaration -> declaration.account().equals(Account.OPERATOR)
                            || above.getOrDefault(key, Set.of()).contains(declaration.account()))
                    .collect(Collectors.toMap(
                            Declaration::key, declaration -> declaration, (one, other) -> upper(one, other, above))));
        }
        return counting;
    }

    /** No key is declared twice above an account; should it be so all the same, writing goes on. */
    private static Declaration upper(Declaration one, Declaration other, Map<UUID, Set<UUID>> above) {
        boolean isBelow = !one.account().equals(Account.OPERATOR)
                && (other.account().equals(Account.OPERATOR)
                        || above.getOrDefault(one.account(), Set.of()).contains(other.account()));
        return isBelow ? other : one;
    }

    private Map<UUID, Set<UUID>> above(Collection<UUID> accounts, List<Declaration> declared) {
        return Above.of(
                em, accounts, declared.stream().map(Declaration::account).toList());
    }

    @Override
    public List<Declaration> around(RecordType type, UUID account) {
        List<Declaration> declared = ofType(type);
        Set<UUID> ends = declared.stream().map(Declaration::account).collect(Collectors.toSet());
        ends.add(account);
        Map<UUID, Set<UUID>> above = above(ends, declared);
        return declared.stream()
                .filter(declaration -> account.equals(Account.OPERATOR)
                        || declaration.account().equals(Account.OPERATOR)
                        || above.getOrDefault(account, Set.of()).contains(declaration.account())
                        || above.getOrDefault(declaration.account(), Set.of()).contains(account))
                .sorted(BY_KEY)
                .toList();
    }

    @Override
    public long values(UUID declaration) {
        return new Sql("SELECT count(*) FROM custom_value v WHERE v.field_id = ?", declaration)
                .read(em, row -> row.getLong(1))
                .get(0);
    }

    @Override
    public long values(Declaration declaration, UUID top) {
        RecordType type = declaration.recordType();
        return new Sql(
                        "SELECT count(*) FROM custom_value v JOIN " + type.key() + " t ON t.id = v.record_id"
                                + " JOIN account_above a ON a.account_id = " + Scope.standsAt(type)
                                + " WHERE v.field_id = ? AND a.above_id = ?",
                        declaration.id(),
                        top)
                .read(em, row -> row.getLong(1))
                .get(0);
    }

    /** @throws KontorException {@code stale_version} when it was changed meanwhile */
    void save(CustomFieldChange change) {
        Declaration after = change.after();
        if (change.before() == null) {
            insert(after);
            return;
        }
        Declaration before = change.before();
        int met = after == null
                ? new Sql("DELETE FROM custom_field WHERE id = ? AND version = ?", before.id(), before.version())
                        .run(em)
                : new Sql(
                                "UPDATE custom_field SET label = ?, choices = ?, required = ?, help = ?, archived = ?,"
                                        + " version = ? WHERE id = ? AND version = ?",
                                after.label(),
                                Json.write(after.choices()),
                                after.required(),
                                after.help(),
                                after.archived(),
                                after.version(),
                                before.id(),
                                before.version())
                        .run(em);
        if (met == 0) {
            throw new KontorException(ErrorCode.STALE_VERSION, "The field was changed meanwhile. Read it again.");
        }
    }

    private void insert(Declaration declaration) {
        new Sql(
                        "INSERT INTO custom_field (id, account_id, record_type, field_key, label, type, max_length, choices,"
                                + " required, help, archived, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        declaration.id(),
                        declaration.account(),
                        declaration.recordType().key(),
                        declaration.key(),
                        declaration.label(),
                        declaration.type().name(),
                        declaration.maxLength(),
                        Json.write(declaration.choices()),
                        declaration.required(),
                        declaration.help(),
                        declaration.archived(),
                        declaration.version())
                .run(em);
    }
}
