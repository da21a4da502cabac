/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.persistence.EntityManager;

import org.kontor.api.account.AccountType;
import org.kontor.api.call.Permission;
import org.kontor.api.call.Role;
import org.kontor.api.people.Membership;
import org.kontor.api.people.PeopleQuery;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.Member;
import org.kontor.spi.store.MemberWriter;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.Standing;
import org.kontor.spi.text.TextKeys;

/** Finds and writes memberships. */
final class JpaMembers implements MemberWriter {
    private static final String SELECT = "SELECT " + JpaPeople.COLUMNS
            + ", m.account_id, m.roles, m.labs, (SELECT STRING_AGG(g.role, ' ') FROM group_member x JOIN person_group g"
            + " ON g.id = x.group_id WHERE x.person_id = m.person_id AND x.account_id = m.account_id)"
            + " FROM membership m JOIN person p ON p.id = m.person_id WHERE ";

    private static final String TO_LABS =
            " JOIN account o ON o.id = m.account_id AND m.labs = TRUE JOIN account l ON l.account_id = o.id AND l.lab = TRUE";

    private static final String OF_GROUPS = " FROM membership m JOIN group_member x ON x.person_id = m.person_id"
            + " AND x.account_id = m.account_id JOIN person_group g ON g.id = x.group_id";

    /** What a person may do where, row by row: of their own, by groups, and the same in the labs of partners. */
    private static final String WAYS = "(SELECT m.person_id, m.account_id, m.roles, FALSE AS own_of_partner,"
            + " FALSE AS suspended FROM membership m"
            + " UNION ALL SELECT m.person_id, m.account_id, g.role, FALSE, FALSE" + OF_GROUPS
            + " UNION ALL SELECT m.person_id, l.id, m.roles, TRUE, o.suspended FROM membership m" + TO_LABS
            + " UNION ALL SELECT m.person_id, l.id, g.lab_role, FALSE, o.suspended" + OF_GROUPS + TO_LABS
            + " AND g.lab_role IS NOT NULL)";

    /** What somebody is in the account and above it, and in providers that are linked to it. */
    private static final String STANDING = "SELECT 'M', w.account_id, a.suspended OR w.suspended, w.roles,"
            + " w.own_of_partner, CAST(NULL AS UUID), CAST(NULL AS VARCHAR(254)) FROM account_above u JOIN " + WAYS
            + " w ON w.account_id = u.above_id JOIN account a ON a.id = w.account_id"
            + " WHERE u.account_id = ? AND w.person_id = ?"
            + " UNION ALL SELECT 'L', w.account_id, a.suspended OR p.suspended, w.roles, FALSE, NULL, NULL"
            + " FROM msp_link l JOIN " + WAYS + " w ON w.account_id = l.provider_id"
            + " JOIN account a ON a.id = l.account_id JOIN account p ON p.id = l.provider_id"
            + " WHERE l.account_id = ? AND l.is_open = TRUE AND l.state = 'ACTIVE' AND w.person_id = ?";

    /** By a support session that is running. */
    private static final String SESSION =
            " UNION ALL SELECT 'S', s.account_id, a.suspended, s.role, FALSE, g.id, g.login"
                    + " FROM support_session s JOIN account a ON a.id = s.account_id JOIN person g ON g.id = s.answered_by"
                    + " WHERE s.account_id = ? AND s.person_id = ? AND s.granted = TRUE AND s.ended_at IS NULL AND s.ends_at > ?";

    private static final List<String> LOOK_AFTER_PEOPLE = Arrays.stream(Role.values())
            .filter(role -> role.allows(Permission.PEOPLE))
            .map(JpaMembers::pattern)
            .toList();

    private final EntityManager em;

    JpaMembers(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<Member> of(UUID account, UUID person) {
        return new Sql(SELECT + "m.account_id = ? AND m.person_id = ?", account, person)
                .read(em, JpaMembers::member).stream().findFirst();
    }

    @Override
    public List<Member> list(UUID account, PeopleQuery query, String after, int limit) {
        Sql sql = new Sql(SELECT + "m.account_id = ?", account).where("p.disabled", query.disabled());
        if (query.role() != null) {
            sql.add(
                    " AND (" + has("m") + " OR EXISTS (SELECT 1 FROM group_member x JOIN person_group g ON"
                            + " g.id = x.group_id WHERE x.person_id = m.person_id AND x.account_id = m.account_id"
                            + " AND g.role = ?))",
                    pattern(query.role()),
                    query.role().name());
        }
        if (query.group() != null) {
            sql.add(
                    " AND EXISTS (SELECT 1 FROM group_member x WHERE x.person_id = m.person_id AND"
                            + " x.account_id = m.account_id AND x.group_id = ?)",
                    query.group());
        }
        if (query.text() != null) {
            String folded = Texts.part(TextKeys.sortKey(query.text()));
            sql.add(
                    " AND (p.login LIKE ? ESCAPE '!' OR p.name_key LIKE ? ESCAPE '!' OR p.email_key LIKE ? ESCAPE '!')",
                    folded,
                    folded,
                    Texts.part(JpaPeople.emailKey(query.text())));
        }
        if (after != null) {
            sql.add(" AND p.login > ?", after);
        }
        return sql.add(" ORDER BY p.login LIMIT " + limit).read(em, JpaMembers::member);
    }

    @Override
    public boolean isAwaited(UUID account) {
        return new Sql("SELECT m.person_id FROM membership m JOIN person p ON p.id = m.person_id")
                .add(" WHERE m.account_id = ?", account)
                .add(
                        " AND (p.password_hash <> ? OR p.proven = TRUE OR p.last_sign_in IS NOT NULL) LIMIT 1",
                        Person.NO_PASSWORD)
                .read(em, row -> row.getObject(1))
                .isEmpty();
    }

    @Override
    public List<Membership> of(UUID person) {
        return memberships(
                person,
                "EXISTS (SELECT 1 FROM membership m WHERE m.person_id = w.person_id AND"
                        + " m.account_id = w.account_id)");
    }

    @Override
    public List<Membership> labs(UUID person) {
        return memberships(person, "a.lab = TRUE");
    }

    /** One for each account, with the roles of all its rows. */
    private List<Membership> memberships(UUID person, String which) {
        Map<UUID, Membership> found = new LinkedHashMap<>();
        new Sql(
                        "SELECT a.id, a.code, a.name, a.type, a.lab, w.roles, w.own_of_partner, a.suspended OR w.suspended,"
                                + " p.account_id FROM " + WAYS + " w JOIN account a ON a.id = w.account_id"
                                + " JOIN person p ON p.id = w.person_id WHERE w.person_id = ? AND " + which,
                        person)
                .add(" ORDER BY CASE WHEN a.id = p.account_id THEN 0 ELSE 1 END, a.name_key, a.id")
                .read(em, row -> {
                    UUID id = row.getObject(1, UUID.class);
                    Membership before = found.get(id);
                    Set<Role> roles = EnumSet.noneOf(Role.class);
                    roles.addAll(roles(row.getString(6), row.getBoolean(7)));
                    roles.addAll(before == null ? Set.of() : before.roles());
                    return found.put(
                            id,
                            new Membership(
                                    id,
                                    row.getString(2),
                                    row.getString(3),
                                    AccountType.valueOf(row.getString(4)),
                                    row.getBoolean(5),
                                    roles,
                                    row.getBoolean(8),
                                    id.equals(row.getObject(9, UUID.class))));
                });
        return List.copyOf(found.values());
    }

    @Override
    public Standing standing(UUID person, UUID account) {
        Set<Role> above = EnumSet.noneOf(Role.class);
        Set<Role> own = EnumSet.noneOf(Role.class);
        Set<Role> atProviders = EnumSet.noneOf(Role.class);
        Standing.Session[] session = {null};
        boolean[] suspended = {false};
        new Sql(STANDING, account, person, account, person)
                .add(SESSION, account, person, Ids.now().atOffset(ZoneOffset.UTC))
                .read(em, row -> {
                    boolean open = !row.getBoolean(3);
                    switch (row.getString(1)) {
                        case "M" -> {
                            boolean itself = row.getObject(2, UUID.class).equals(account);
                            if (open) {
                                (itself ? own : above).addAll(roles(row.getString(4), row.getBoolean(5)));
                            } else if (itself) {
                                suspended[0] = true;
                            }
                        }
                        case "L" -> atProviders.addAll(open ? roles(row.getString(4)) : Set.of());
                        default -> session[0] = open
                                ? new Standing.Session(
                                        Role.valueOf(row.getString(4)), row.getObject(6, UUID.class), row.getString(7))
                                : null;
                    }
                    return null;
                });
        return new Standing(above, own, atProviders, session[0], suspended[0]);
    }

    /** @param ofPartner whether they are those of a partner, and it is a lab in which they count */
    private static Set<Role> roles(String names, boolean ofPartner) {
        Set<Role> roles = roles(names);
        return ofPartner ? roles.stream().map(Role::inCustomerAccount).collect(Collectors.toSet()) : roles;
    }

    @Override
    public List<Member> lockedAdministratorsWith(UUID person) {
        // an account's administrators in one order, so that two who do this wait for each other and do not meet
        // crosswise
        new Sql("SELECT p.id FROM person p WHERE p.id = ?", person)
                .add(
                        " OR p.disabled = FALSE AND EXISTS (SELECT 1 FROM membership m JOIN membership o ON"
                                + " o.account_id = m.account_id AND m.person_id = p.id WHERE o.person_id = ?",
                        person)
                .add(" AND " + anyOf("o"), LOOK_AFTER_PEOPLE.toArray())
                .add(" AND " + anyOf("m") + ") ORDER BY p.id FOR UPDATE", LOOK_AFTER_PEOPLE.toArray())
                .read(em, row -> row.getObject(1));
        // as they are now that nobody else changes them
        return new Sql(SELECT + "p.disabled = FALSE")
                .add(" AND " + anyOf("m"), LOOK_AFTER_PEOPLE.toArray())
                .add(" AND m.account_id IN (SELECT o.account_id FROM membership o WHERE o.person_id = ?)", person)
                .read(em, JpaMembers::member);
    }

    /**
     * @param roles none ends the membership
     * @param labs null leaves it, and of a new member is as the account has it
     */
    void save(UUID account, UUID person, Set<Role> roles, Boolean labs) {
        if (roles.isEmpty()) {
            new Sql("DELETE FROM group_member WHERE person_id = ? AND account_id = ?", person, account).run(em);
            new Sql("DELETE FROM membership WHERE account_id = ? AND person_id = ?", account, person).run(em);
            return;
        }
        String names = roles.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        Sql update = new Sql("UPDATE membership SET roles = ?", names);
        if (labs != null) {
            update.add(", labs = ?", labs);
        }
        if (update.add(" WHERE account_id = ? AND person_id = ?", account, person)
                        .run(em)
                == 0) {
            new Sql(
                            "INSERT INTO membership (account_id, person_id, roles, labs)"
                                    + " SELECT a.id, CAST(? AS UUID), CAST(? AS VARCHAR), a.labs_for_new_members"
                                    + " FROM account a WHERE a.id = ?",
                            person,
                            names,
                            account)
                    .run(em);
        }
    }

    /** @return the versions of those who did not reach the labs of the account before, by person */
    Map<UUID, Long> openLabs(UUID account) {
        Map<UUID, Long> versions = new LinkedHashMap<>();
        new Sql(
                        "SELECT m.person_id, (SELECT p.version FROM person p WHERE p.id = m.person_id) FROM membership m"
                                + " WHERE m.account_id = ? AND m.labs = FALSE ORDER BY m.person_id FOR UPDATE",
                        account)
                .read(em, row -> versions.put(row.getObject(1, UUID.class), row.getLong(2)));
        Batch opened = new Batch("UPDATE membership SET labs = TRUE WHERE account_id = ? AND person_id = ?");
        versions.keySet().forEach(person -> opened.add(account, person));
        opened.run(em);
        return versions;
    }

    private static String has(String alias) {
        return "' ' || " + alias + ".roles || ' ' LIKE ?";
    }

    private static String anyOf(String alias) {
        return LOOK_AFTER_PEOPLE.stream().map(role -> has(alias)).collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String pattern(Role role) {
        return "% " + role.name() + " %";
    }

    private static Set<Role> roles(String names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names.split(" ")) {
            roles.add(Role.valueOf(name));
        }
        return roles;
    }

    private static Member member(ResultSet row) throws SQLException {
        int next = JpaPeople.NUMBER_OF_COLUMNS;
        UUID account = row.getObject(++next, UUID.class);
        Set<Role> roles = roles(row.getString(++next));
        boolean labs = row.getBoolean(++next);
        String ofGroups = row.getString(++next);
        return new Member(JpaPeople.person(row), account, roles, ofGroups == null ? Set.of() : roles(ofGroups), labs);
    }
}
