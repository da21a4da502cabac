/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.kontor.itests.benchmarks.Clients.Measured;

/** The table of results of two who do the same. Not thread-safe. */
final class Report {
    private static final String FORMAT = "%-46s %-22s %-22s %7s  %-18s %s%n";

    private final List<Object[]> lines = new ArrayList<>();
    private final String one;
    private final String other;

    /** @param other the one to which it is compared */
    Report(String one, String other) {
        this.one = one;
        this.other = other;
    }

    /** A line with the same work done by the other; ratio and figures in operations a second. */
    void rates(String what, Side kontor, Side raw, String aim) {
        double ratio = kontor.measured().perSecond() / raw.measured().perSecond();
        add(what, rate(kontor), rate(raw), text("%.2f", ratio), aim, details(kontor, raw));
    }

    /** A line about how long a person waits. */
    void waits(String what, Side kontor, Side raw, String aim) {
        double ratio = kontor.measured().millis(0.5) / raw.measured().millis(0.5);
        add(what, wait(kontor), wait(raw), text("%.1f", ratio), aim, details(kontor, raw));
    }

    /** A line about a number of records that were written at one go. */
    void bulk(String what, int records, Bulk.Took kontor, Bulk.Took raw, String aim) {
        add(
                what,
                text("%.0f/s", records / kontor.seconds()),
                text("%.0f/s", records / raw.seconds()),
                text("%.2f", raw.seconds() / kontor.seconds()),
                aim,
                text(
                        "CPU ms a record: server %.2f + database %.2f, raw database %.2f",
                        1000 * kontor.server() / records,
                        1000 * kontor.database() / records,
                        1000 * raw.database() / records));
    }

    /** A line without a baseline. */
    void figure(String what, String figure, String aim) {
        add(what, figure, "", "", aim, "");
    }

    private void add(Object... line) {
        lines.add(line);
        System.err.printf(Locale.ROOT, FORMAT, line);
    }

    private static String rate(Side side) {
        return text("%.0f/s", side.measured().perSecond());
    }

    private static String wait(Side side) {
        return text(
                "p50 %.2f p99 %.0f ms",
                side.measured().millis(0.5), side.measured().millis(0.99));
    }

    private String details(Side kontor, Side raw) {
        return text(
                "%s; CPU ms: server %.2f + database %.2f, %s %.2f + %.2f",
                wait(kontor),
                kontor.serverMillis(),
                kontor.databaseMillis(),
                other,
                raw.serverMillis(),
                raw.databaseMillis());
    }

    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    void print(PrintStream out) {
        out.printf(Locale.ROOT, FORMAT, "", one, other, "ratio", "aim", "");
        lines.forEach(line -> out.printf(Locale.ROOT, FORMAT, line));
    }

    /**
     * What one side did, and the CPU that it took.
     *
     * @param server CPU seconds of Kontor's process
     * @param database CPU seconds of PostgreSQL's processes
     */
    record Side(Measured measured, double server, double database) {
        static final Side NOTHING = new Side(Measured.NOTHING, 0, 0);

        Side and(Side other) {
            return new Side(measured.and(other.measured), server + other.server, database + other.database);
        }

        double serverMillis() {
            return 1000 * server / measured.times().length;
        }

        double databaseMillis() {
            return 1000 * database / measured.times().length;
        }
    }
}
