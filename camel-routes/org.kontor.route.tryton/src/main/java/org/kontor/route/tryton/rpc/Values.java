/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.rpc;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tryton's way of writing what JSON has no word for: objects with a {@code __class__}. Its times are UTC without a zone. */
public final class Values {
    /** The key that tells such an object. */
    public static final String CLASS = "__class__";

    private Values() {}

    /** A time; finer than a microsecond is cut off, as Tryton keeps no more. */
    public static ObjectNode of(Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
        return of("datetime", time.toLocalDate())
                .put("hour", time.getHour())
                .put("minute", time.getMinute())
                .put("second", time.getSecond())
                .put("microsecond", time.getNano() / 1000);
    }

    public static ObjectNode of(LocalDate date) {
        return of("date", date);
    }

    public static ObjectNode of(BigDecimal decimal) {
        // A plain JSON number would arrive as a float, which Tryton refuses in a decimal field.
        return JsonNodeFactory.instance.objectNode().put(CLASS, "Decimal").put("decimal", decimal.toPlainString());
    }

    /** @return null when there is none */
    public static Instant instant(JsonNode node) {
        if (!is(node, "datetime")) {
            return null;
        }
        return LocalDateTime.of(
                        part(node, "year"),
                        part(node, "month"),
                        part(node, "day"),
                        part(node, "hour"),
                        part(node, "minute"),
                        part(node, "second"),
                        part(node, "microsecond") * 1000)
                .toInstant(ZoneOffset.UTC);
    }

    /** @return null when there is none */
    public static LocalDate date(JsonNode node) {
        return is(node, "date") ? LocalDate.of(part(node, "year"), part(node, "month"), part(node, "day")) : null;
    }

    /** @return null when there is none */
    public static BigDecimal decimal(JsonNode node) {
        return is(node, "Decimal") ? new BigDecimal(node.path("decimal").asText()) : null;
    }

    private static ObjectNode of(String kind, LocalDate date) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(CLASS, kind)
                .put("year", date.getYear())
                .put("month", date.getMonthValue())
                .put("day", date.getDayOfMonth());
    }

    private static boolean is(JsonNode node, String kind) {
        return node != null && kind.equals(node.path(CLASS).asText(null));
    }

    private static int part(JsonNode node, String name) {
        return node.path(name).asInt();
    }
}
