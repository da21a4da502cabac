/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.route.tryton.rpc.Gateway;
import org.kontor.route.tryton.rpc.Values;

/** The questions that are asked to Tryton. Archived rows are always among the answers. */
final class Tables {
    private static final String SEARCH_READ = "search_read";
    private static final List<?> BY_ID = List.of(List.of("id", "ASC"));
    private static final List<String> DATES = List.of("write_date", "create_date");

    private final Gateway gateway;

    Tables(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Parties with what is asked of them, by id. */
    List<JsonNode> partiesAfter(long id, int limit, Set<String> fields) {
        return parties(List.of(List.of("id", ">", id)), limit, fields);
    }

    /** How many parties {@link #partiesAfter} would read in all. */
    long countPartiesAfter(long id) {
        return gateway.call(Model.PARTY.method("search_count"), List.of(List.of("id", ">", id)))
                .asLong();
    }

    /** Parties with what is asked of them; those that are gone are left out. */
    List<JsonNode> parties(Collection<Long> ids, Set<String> fields) {
        return parties(List.of(List.of("id", "in", ids)), ids.size(), fields);
    }

    /** Rows of transactions that began at a time or later, by id. */
    List<Row> changedSince(Instant from, Model model, long afterId, int limit) {
        Object time = Values.of(from);
        List<?> domain = List.of(
                List.of("id", ">", afterId),
                // The write date is empty until the first change.
                List.of("OR", List.of("write_date", ">=", time), List.of("create_date", ">=", time)));
        return rows(gateway.call(model.method(SEARCH_READ), domain, 0, limit, BY_ID, model.fieldsOfChange()))
                .map(node -> Row.of(model, node))
                .toList();
    }

    /** Rows whose last change, or whose making, lies in a time, by id. */
    List<Row> changedBetween(Instant from, Instant to, Model model, long afterId, int limit) {
        Object least = Values.of(from);
        Object bound = Values.of(to);
        List<?> domain = List.of(
                List.of("id", ">", afterId),
                List.of(
                        "OR",
                        List.of(List.of("write_date", ">=", least), List.of("write_date", "<", bound)),
                        List.of(List.of("create_date", ">=", least), List.of("create_date", "<", bound))));
        return rows(gateway.call(model.method(SEARCH_READ), domain, 0, limit, BY_ID, model.fieldsOfChange()))
                .map(node -> Row.of(model, node))
                .toList();
    }

    /**
     * The newest date of all rows: a time that has passed on Tryton's clock.
     *
     * @param atMost later ones do not count: a single row dated in the future would hide all changes until then
     * @return {@link Instant#EPOCH} when there are no rows
     */
    Instant newest(Instant atMost) {
        Instant newest = Instant.EPOCH;
        for (Model model : Model.values()) {
            for (String field : DATES) {
                List<?> domain = List.of(List.of(field, "<=", Values.of(atMost)));
                JsonNode found = gateway.call(
                        model.method(SEARCH_READ), domain, 0, 1, List.of(List.of(field, "DESC")), List.of(field));
                Instant date = Values.instant(found.path(0).path(field));
                newest = date != null && date.isAfter(newest) ? date : newest;
            }
        }
        return newest;
    }

    private List<JsonNode> parties(List<?> domain, int limit, Set<String> fields) {
        Set<String> all = new TreeSet<>(fields);
        for (Model model : Model.values()) {
            model.datesFromParty().forEach(all::add);
        }
        return rows(gateway.call(Model.PARTY.method(SEARCH_READ), domain, 0, limit, BY_ID, all))
                .toList();
    }

    private static Stream<JsonNode> rows(JsonNode result) {
        return StreamSupport.stream(result.spliterator(), false);
    }
}
