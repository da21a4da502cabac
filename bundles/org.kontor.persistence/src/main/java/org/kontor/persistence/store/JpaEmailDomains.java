/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.domain.DomainProblem;
import org.kontor.api.domain.EmailDomain;
import org.kontor.spi.store.EmailDomainChange;
import org.kontor.spi.store.EmailDomainWriter;

/** Finds and writes e-mail domains. */
final class JpaEmailDomains implements EmailDomainWriter {
    private static final String SELECT = "SELECT d.id, d.account_id, d.name, d.record_text, d.added_at, d.proven_at,"
            + " d.checked_at, d.problem FROM email_domain d WHERE ";

    private final EntityManager em;

    JpaEmailDomains(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<EmailDomain> of(UUID account) {
        return new Sql(SELECT + "d.account_id = ? ORDER BY d.name", account).read(em, JpaEmailDomains::domain);
    }

    @Override
    public Optional<EmailDomain> byId(UUID id) {
        return new Sql(SELECT + "d.id = ?", id)
                .read(em, JpaEmailDomains::domain).stream().findFirst();
    }

    @Override
    public List<EmailDomain> locked(String name) {
        return new Sql(SELECT + "d.name = ? ORDER BY d.id FOR UPDATE", name).read(em, JpaEmailDomains::domain);
    }

    @Override
    public void checked(UUID id, Instant at, DomainProblem problem) {
        new Sql(
                        "UPDATE email_domain SET checked_at = ?, problem = ? WHERE id = ?",
                        Timestamp.from(at),
                        problem == null ? null : problem.name(),
                        id)
                .run(em);
    }

    void save(EmailDomainChange change) {
        EmailDomain after = change.after();
        if (change.before() == null) {
            new Sql(
                            "INSERT INTO email_domain (id, account_id, name, record_text, added_at) VALUES (?, ?, ?, ?, ?)",
                            after.id(),
                            after.account(),
                            after.name(),
                            after.recordText(),
                            Timestamp.from(after.added()))
                    .run(em);
        } else if (after == null) {
            new Sql("DELETE FROM email_domain WHERE id = ?", change.before().id()).run(em);
        } else {
            boolean proven = after.proven() != null;
            new Sql(
                            "UPDATE email_domain SET proven_at = ?, proven_name = ? WHERE id = ?",
                            proven ? Timestamp.from(after.proven()) : null,
                            proven ? after.name() : null,
                            after.id())
                    .run(em);
            checked(after.id(), after.checked(), after.problem());
        }
    }

    private static EmailDomain domain(ResultSet row) throws SQLException {
        String name = row.getString(3);
        String problem = row.getString(8);
        return new EmailDomain(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                name,
                EmailDomain.LABEL + name,
                row.getString(4),
                Times.of(row, 5),
                Times.of(row, 6),
                Times.of(row, 7),
                problem == null ? null : DomainProblem.valueOf(problem));
    }
}
