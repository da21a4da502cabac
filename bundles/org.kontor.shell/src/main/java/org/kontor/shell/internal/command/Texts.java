/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

import org.kontor.api.error.Violation;
import org.kontor.shell.internal.Refusal;

/** Values as people read them. Stateless. */
final class Texts {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private Texts() {}

    static String of(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** {@code 1 row}, {@code 2 rows}. */
    static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** Why something was refused: field, rule and value of each violation, else the message; empty when it was not. */
    static String reason(String message, List<Violation> violations) {
        return violations.isEmpty()
                ? of(message)
                : violations.stream().map(Refusal::sentence).collect(Collectors.joining(" "));
    }

    static String time(Instant at) {
        return at == null ? "" : TIME.format(at);
    }

    static String between(Instant from, Instant to) {
        return duration(Duration.between(from, to));
    }

    /** {@code 45 %}; empty when it is not known. */
    static String share(double share) {
        return share < 0 ? "" : (int) (share * 100) + " %";
    }

    static String duration(Duration time) {
        long seconds = time.toSeconds();
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
