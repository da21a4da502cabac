/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.sync.Progress;
import org.kontor.route.tryton.rpc.Values;

/**
 * A row at one state.
 *
 * @param party the party it belongs to; null for a row that lost it
 * @param stamp when the transaction that wrote it last began: Tryton dates a row by that, not by its commit
 */
record Row(Model model, long id, Long party, Instant stamp) {
    /** Always six digits of the second, so that the texts sort by time. */
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static Row of(Model model, JsonNode node) {
        long id = node.path("id").asLong();
        Long party = model == Model.PARTY ? Long.valueOf(id) : partyOf(node);
        return new Row(model, id, party, stamp(node));
    }

    /** As it is remembered. */
    Progress.Seen seen() {
        return new Progress.Seen(key(), text(stamp));
    }

    String key() {
        return model.id() + "," + id;
    }

    static String text(Instant stamp) {
        return TEXT.format(stamp);
    }

    private static Long partyOf(JsonNode node) {
        return node.path("party").isNumber() ? node.path("party").asLong() : null;
    }

    /** The date of the first writing is no write date. */
    private static Instant stamp(JsonNode node) {
        Instant written = Values.instant(node.path("write_date"));
        Instant stamp = written == null ? Values.instant(node.path("create_date")) : written;
        return stamp == null ? Instant.EPOCH : stamp;
    }
}
