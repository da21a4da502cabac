/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.provider.MspLinkSide;
import org.kontor.api.provider.MspLinkState;
import org.kontor.spi.store.ProviderLink;
import org.kontor.spi.store.ProviderLinkChange;
import org.kontor.spi.store.ProviderLinkWriter;

/** Finds and writes links between accounts and providers. */
final class JpaProviderLinks implements ProviderLinkWriter {
    private static final String SELECT =
            "SELECT l.id, l.account_id, a.name, l.provider_id, p.name, l.state, l.asked_by,"
                    + " l.asker_id, l.agreed_for_account, l.agreed_for_provider, l.requested_at, l.answered_at, l.ended_at,"
                    + " l.version FROM msp_link l JOIN account a ON a.id = l.account_id JOIN account p ON p.id = l.provider_id"
                    + " WHERE ";

    private final EntityManager em;

    JpaProviderLinks(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<ProviderLink> byId(UUID id) {
        return new Sql(SELECT + "l.id = ?", id)
                .read(em, JpaProviderLinks::link).stream().findFirst();
    }

    @Override
    public Optional<ProviderLink> open(UUID account, UUID provider) {
        return new Sql(SELECT + "l.account_id = ? AND l.provider_id = ? AND l.is_open = TRUE", account, provider)
                .read(em, JpaProviderLinks::link).stream().findFirst();
    }

    @Override
    public Optional<ProviderLink> newest(UUID account, UUID provider) {
        return new Sql(SELECT + "l.account_id = ? AND l.provider_id = ? ORDER BY l.id DESC LIMIT 1", account, provider)
                .read(em, JpaProviderLinks::link).stream().findFirst();
    }

    @Override
    public List<ProviderLink> of(UUID account, boolean asProviderToo, MspLinkState state, UUID before, int limit) {
        return new NewestOf(account, before, limit)
                .given("state", state == null ? null : state.name())
                .ids(em, "msp_link", asProviderToo ? List.of("account_id", "provider_id") : List.of("account_id"))
                .map(ids -> new Sql(SELECT)
                        .in("l.id", ids)
                        .add(" ORDER BY l.id DESC")
                        .read(em, JpaProviderLinks::link))
                .orElse(List.of());
    }

    @Override
    public Optional<ProviderLink> locked(UUID id) {
        return new Sql("SELECT l.id FROM msp_link l WHERE l.id = ? FOR UPDATE", id)
                .read(em, row -> row.getObject(1, UUID.class)).stream()
                        .findFirst()
                        .flatMap(this::byId);
    }

    /** @throws KontorException {@code stale_version} when it was changed meanwhile */
    void save(ProviderLinkChange change) {
        ProviderLink after = change.after();
        Boolean open = after.state().isOpen() ? Boolean.TRUE : null;
        if (change.before() == null) {
            new Sql(
                            "INSERT INTO msp_link (id, account_id, provider_id, state, is_open, asked_by, asker_id,"
                                    + " agreed_for_account, agreed_for_provider, requested_at, answered_at, version) VALUES"
                                    + " (?, ?, ?, ?, CAST(? AS BOOLEAN), ?, ?, CAST(? AS UUID), CAST(? AS UUID), ?,"
                                    + " CAST(? AS TIMESTAMP(6) WITH TIME ZONE), ?)",
                            after.id(),
                            after.account(),
                            after.provider(),
                            after.state().name(),
                            open,
                            after.askedBy().name(),
                            after.asker(),
                            after.agreedForAccount(),
                            after.agreedForProvider(),
                            at(after.requested()),
                            at(after.answered()),
                            after.version())
                    .run(em);
            return;
        }
        int met = new Sql(
                        "UPDATE msp_link SET state = ?, is_open = CAST(? AS BOOLEAN), agreed_for_account = CAST(? AS UUID),"
                                + " agreed_for_provider = CAST(? AS UUID), answered_at = CAST(? AS TIMESTAMP(6) WITH TIME"
                                + " ZONE), ended_at = CAST(? AS TIMESTAMP(6) WITH TIME ZONE), version = ? WHERE id = ? AND"
                                + " version = ?",
                        after.state().name(),
                        open,
                        after.agreedForAccount(),
                        after.agreedForProvider(),
                        at(after.answered()),
                        at(after.ended()),
                        after.version(),
                        after.id(),
                        change.before().version())
                .run(em);
        if (met == 0) {
            throw new KontorException(ErrorCode.STALE_VERSION, "The link was changed meanwhile. Read it again.");
        }
    }

    /** What has ended goes away with an account; its audit stays. */
    static void forget(EntityManager em, UUID account) {
        new Sql("DELETE FROM msp_link WHERE account_id = ? OR provider_id = ?", account, account).run(em);
    }

    private static OffsetDateTime at(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static ProviderLink link(ResultSet row) throws SQLException {
        return new ProviderLink(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                MspLinkState.valueOf(row.getString(6)),
                MspLinkSide.valueOf(row.getString(7)),
                row.getObject(8, UUID.class),
                row.getObject(9, UUID.class),
                row.getObject(10, UUID.class),
                Times.of(row, 11),
                Times.of(row, 12),
                Times.of(row, 13),
                row.getLong(14));
    }
}
