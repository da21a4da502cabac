/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.persistence.EntityManager;

/**
 * The newest rows in which an account stands in one of several columns. Each column is read by its own index, as far as the page
 * goes. Not thread-safe.
 */
final class NewestOf {
    private final UUID account;
    private final UUID before;
    private final int limit;
    private String condition = "";
    private final List<Object> parameters = new ArrayList<>();

    /** @param before the id behind which the page begins, or null */
    NewestOf(UUID account, UUID before, int limit) {
        this.account = account;
        this.before = before;
        this.limit = limit;
    }

    /** Only rows of which the expression, on {@code t}, has the value; null does not restrict. */
    NewestOf given(String expression, String value, Object... inExpression) {
        if (value != null) {
            condition += " AND " + expression + " = ?";
            parameters.addAll(List.of(inExpression));
            parameters.add(value);
        }
        return this;
    }

    /** @return empty when there is none */
    Optional<List<UUID>> ids(EntityManager em, String table, List<String> columns) {
        Sql sql = new Sql("SELECT d.id FROM (");
        for (String column : columns) {
            String arm = "SELECT t.id FROM " + table + " t WHERE t." + column + " = ?";
            sql.add((column.equals(columns.get(0)) ? "(" : " UNION (") + arm, account);
            if (before != null) {
                sql.add(" AND t.id < ?", before);
            }
            sql.add(condition, parameters.toArray()).add(" ORDER BY t.id DESC LIMIT " + limit + ")");
        }
        List<UUID> ids = sql.add(") d ORDER BY d.id DESC LIMIT " + limit).read(em, row -> row.getObject(1, UUID.class));
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids);
    }
}
