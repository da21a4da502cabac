/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.call.Role;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.Group;
import org.kontor.api.people.GroupName;
import org.kontor.spi.store.GroupChange;
import org.kontor.spi.store.GroupMemberChange;
import org.kontor.spi.store.GroupReader;
import org.kontor.spi.text.TextKeys;

/** Finds and writes groups of members. */
final class JpaGroups implements GroupReader {
    private static final String SELECT = "SELECT g.id, g.account_id, g.name, g.role, g.lab_role,"
            + " (SELECT count(*) FROM group_member x WHERE x.group_id = g.id), g.version FROM person_group g WHERE ";

    private final EntityManager em;

    JpaGroups(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<Group> of(UUID account) {
        return new Sql(SELECT + "g.account_id = ? ORDER BY g.name_key", account).read(em, JpaGroups::group);
    }

    @Override
    public Optional<Group> byId(UUID account, UUID id) {
        return new Sql(SELECT + "g.id = ? AND g.account_id = ?", id, account)
                .read(em, JpaGroups::group).stream().findFirst();
    }

    private static Group group(ResultSet row) throws SQLException {
        String labRole = row.getString(5);
        return new Group(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                Role.valueOf(row.getString(4)),
                labRole == null ? null : Role.valueOf(labRole),
                row.getInt(6),
                row.getLong(7));
    }

    @Override
    public Map<UUID, List<GroupName>> of(UUID account, Collection<UUID> people) {
        Map<UUID, List<GroupName>> found = new HashMap<>();
        if (people.isEmpty()) {
            return found;
        }
        new Sql(
                        "SELECT x.person_id, g.id, g.name, g.role FROM group_member x JOIN person_group g ON"
                                + " g.id = x.group_id WHERE x.account_id = ? AND ",
                        account)
                .in("x.person_id", people)
                .add(" ORDER BY g.name_key")
                .read(em, row -> found.computeIfAbsent(row.getObject(1, UUID.class), person -> new ArrayList<>())
                        .add(new GroupName(
                                row.getObject(2, UUID.class), row.getString(3), Role.valueOf(row.getString(4)))));
        return found;
    }

    @Override
    public boolean has(UUID group, UUID person) {
        return !new Sql("SELECT 1 FROM group_member x WHERE x.group_id = ? AND x.person_id = ?", group, person)
                .read(em, row -> row.getInt(1))
                .isEmpty();
    }

    /** @throws KontorException {@code stale_version} when it was changed meanwhile */
    void save(GroupChange change) {
        Group after = change.after();
        if (change.before() == null) {
            new Sql(
                            "INSERT INTO person_group (id, account_id, name, name_key, role, lab_role, version)"
                                    + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                            after.id(),
                            after.account(),
                            after.name(),
                            TextKeys.sortKey(after.name()),
                            after.role().name(),
                            name(after.labRole()),
                            after.version())
                    .run(em);
            return;
        }
        Group before = change.before();
        if (after == null) {
            new Sql("DELETE FROM group_member WHERE group_id = ?", before.id()).run(em);
        }
        int met = after == null
                ? new Sql("DELETE FROM person_group WHERE id = ? AND version = ?", before.id(), before.version())
                        .run(em)
                : new Sql(
                                "UPDATE person_group SET name = ?, name_key = ?, role = ?, lab_role = ?, version = ?"
                                        + " WHERE id = ? AND version = ?",
                                after.name(),
                                TextKeys.sortKey(after.name()),
                                after.role().name(),
                                name(after.labRole()),
                                after.version(),
                                before.id(),
                                before.version())
                        .run(em);
        if (met == 0) {
            throw new KontorException(ErrorCode.STALE_VERSION, "The group was changed meanwhile. Read it again.");
        }
    }

    private static String name(Role role) {
        return role == null ? null : role.name();
    }

    void save(GroupMemberChange change) {
        UUID group = change.group().id();
        UUID person = change.person().id();
        Sql sql = change.into()
                ? new Sql(
                        "INSERT INTO group_member (group_id, person_id, account_id) VALUES (?, ?, ?)",
                        group,
                        person,
                        change.group().account())
                : new Sql("DELETE FROM group_member WHERE group_id = ? AND person_id = ?", group, person);
        sql.run(em);
    }
}
