/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.kontor.api.sync.Drift;
import org.kontor.api.sync.DriftCounts;
import org.kontor.api.sync.DriftField;
import org.kontor.api.sync.Reconciliation;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Screen;

/** Comparisons as people read them. Stateless. */
final class DriftText {
    private DriftText() {}

    static void print(Screen screen, Reconciliation report) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("comparison", report.id().toString());
        lines.put("connection", report.connection());
        lines.put("begun by", report.scheduled() ? "schedule" : "a person");
        lines.put("state", report.state().name());
        lines.put("started", Texts.time(report.startedAt()));
        lines.put("ended", Texts.time(report.endedAt()));
        lines.put("message", report.message());
        Details.print(screen, lines);
        screen.table(
                List.of(
                        Column.whole("type"),
                        Column.number("there"),
                        Column.number("linked"),
                        Column.number("not linked"),
                        Column.number("missing here"),
                        Column.number("missing there"),
                        Column.number("differ"),
                        Column.number("wait")),
                report.counts().stream().map(DriftText::row).toList());
    }

    private static List<String> row(DriftCounts counts) {
        return List.of(
                counts.type().key(),
                String.valueOf(counts.there()),
                String.valueOf(counts.linked()),
                String.valueOf(counts.unlinked()),
                String.valueOf(counts.missingHere()),
                String.valueOf(counts.missingThere()),
                String.valueOf(counts.differs()),
                String.valueOf(counts.waiting()));
    }

    /** A line for each field; one for a record that is missing on one side. */
    static void print(Screen screen, List<Drift> drift) {
        List<List<String>> rows = new ArrayList<>();
        for (Drift one : drift) {
            if (one.fields().isEmpty()) {
                rows.add(row(one, new DriftField("", null, null, null)));
            }
            one.fields().forEach(field -> rows.add(row(one, field)));
        }
        screen.table(
                List.of(
                        Column.whole("kind"),
                        Column.whole("type"),
                        Column.text("external id"),
                        Column.text("code"),
                        Column.text("field"),
                        Column.text("theirs"),
                        Column.text("agreed"),
                        Column.text("ours"),
                        Column.text("note")),
                rows);
    }

    private static List<String> row(Drift one, DriftField field) {
        String note = one.repaired() == null
                ? Texts.of(one.message())
                : "repaired: " + one.repaired().name().toLowerCase(Locale.ROOT);
        return List.of(
                one.kind().name().toLowerCase(Locale.ROOT),
                one.type().key(),
                one.externalId(),
                Texts.of(one.code()),
                field.field(),
                Texts.of(field.theirs()),
                Texts.of(field.agreed()),
                Texts.of(field.ours()),
                note);
    }
}
