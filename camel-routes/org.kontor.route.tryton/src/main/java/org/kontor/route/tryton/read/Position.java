/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.time.DateTimeException;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How far a connection has read; its text is the cursor that is committed with every page.
 *
 * @param phase what is under way
 * @param lastId the party up to which a full reading has come
 * @param watermark a time on Tryton's clock: what was committed before it is read, but for the overlap. In a first full
 *     reading it was taken before the first page; changes that are read between the pages move it on
 * @param sweptAt when the last full reading ended, on our clock; null before the first
 */
record Position(Phase phase, long lastId, Instant watermark, Instant sweptAt) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Which reading is under way. */
    enum Phase {
        FULL,
        CHANGES
    }

    static Position startOfFull(Instant watermark, Position before) {
        return new Position(Phase.FULL, 0, watermark, before == null ? null : before.sweptAt);
    }

    /** Everything once more; the search for changes goes on from where it is. */
    Position fullAgain() {
        return new Position(Phase.FULL, 0, watermark, sweptAt);
    }

    Position readUpTo(long id) {
        return new Position(phase, id, watermark, sweptAt);
    }

    Position endOfFull(Instant now) {
        return new Position(Phase.CHANGES, 0, watermark, now);
    }

    Position withWatermark(Instant next) {
        return new Position(phase, lastId, next, sweptAt);
    }

    String text() {
        ObjectNode node = JSON.createObjectNode().put("version", 1).put("phase", phase.name());
        node.put("watermark", watermark.toString());
        if (phase == Phase.FULL) {
            node.put("lastId", lastId);
        }
        if (sweptAt != null) {
            node.put("sweptAt", sweptAt.toString());
        }
        return node.toString();
    }

    /** @return null when the text is not one of ours: everything is read anew then, which costs time only */
    static Position parse(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.path("version").asInt() != 1) {
                return null;
            }
            return new Position(
                    Phase.valueOf(node.path("phase").asText()),
                    node.path("lastId").asLong(),
                    Instant.parse(node.path("watermark").asText()),
                    node.has("sweptAt") ? Instant.parse(node.path("sweptAt").asText()) : null);
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }
}
