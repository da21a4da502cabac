/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.brand.AccountBrand;
import org.kontor.spi.store.BrandChange;
import org.kontor.spi.store.BrandReader;

/** Finds and writes the brands of partners. */
final class JpaBrands implements BrandReader {
    private static final String COLUMNS = "b.account_id, b.name, b.colour, b.text_en, b.text_fr, b.logo_type,"
            + " b.logo_size, b.logo_sha256, b.version";

    private final EntityManager em;

    JpaBrands(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<AccountBrand> own(UUID account) {
        return new Sql("SELECT " + COLUMNS + " FROM brand b WHERE b.account_id = ?", account)
                .read(em, JpaBrands::brand).stream().findFirst();
    }

    @Override
    public List<AccountBrand> counting(UUID account) {
        // of those above one account the nearest has the most above itself
        return new Sql(
                        "SELECT " + COLUMNS
                                + ", (SELECT COUNT(*) FROM account_above d WHERE d.account_id = b.account_id)"
                                + " AS depth FROM account_above a JOIN brand b ON b.account_id = a.above_id"
                                + " WHERE a.account_id = ? ORDER BY depth DESC",
                        account)
                .read(em, JpaBrands::brand);
    }

    @Override
    public Optional<LogoFile> logo(String sha256) {
        return new Sql("SELECT l.media_type, l.bytes FROM brand_logo l WHERE l.sha256 = ? LIMIT 1", sha256)
                .read(em, row -> new LogoFile(row.getString(1), row.getBytes(2))).stream()
                        .findFirst();
    }

    /** The account's row is locked. */
    void save(BrandChange change) {
        UUID account = change.brand().account();
        new Sql("DELETE FROM brand WHERE account_id = ?", account).run(em);
        AccountBrand after = change.after();
        AccountBrand.Logo logo = after == null ? null : after.logo();
        if (after != null) {
            new Sql(
                            "INSERT INTO brand (account_id, name, colour, text_en, text_fr, logo_type, logo_size,"
                                    + " logo_sha256, version) VALUES (?, ?, ?, ?, ?, ?, CAST(? AS INTEGER), ?, ?)",
                            account,
                            after.name(),
                            after.colour(),
                            after.texts().get("en"),
                            after.texts().get("fr"),
                            logo == null ? null : logo.mediaType(),
                            logo == null ? null : logo.size(),
                            logo == null ? null : logo.sha256(),
                            after.version())
                    .run(em);
        }
        if (logo == null || change.logo() != null) {
            new Sql("DELETE FROM brand_logo WHERE account_id = ?", account).run(em);
        }
        if (change.logo() != null) {
            new Sql(
                            "INSERT INTO brand_logo (account_id, sha256, media_type, bytes) VALUES (?, ?, ?, ?)",
                            account,
                            logo.sha256(),
                            logo.mediaType(),
                            change.logo())
                    .run(em);
        }
    }

    private static AccountBrand brand(ResultSet row) throws SQLException {
        Map<String, String> texts = new HashMap<>();
        texts.put("en", row.getString(4));
        texts.put("fr", row.getString(5));
        texts.values().removeIf(text -> text == null);
        String type = row.getString(6);
        return new AccountBrand(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                texts,
                type == null ? null : new AccountBrand.Logo(type, row.getInt(7), row.getString(8)),
                row.getLong(9));
    }
}
