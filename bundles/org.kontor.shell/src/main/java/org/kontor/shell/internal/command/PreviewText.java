/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.kontor.api.imports.ImportPreview;
import org.kontor.api.imports.MappedColumn;
import org.kontor.api.imports.PreviewRow;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Screen;

/**
 * The preview of an import for people: columns, the first rows, what would become of all, and what to do next.
 *
 * @param command the import itself, as it is typed
 */
record PreviewText(ImportPreview preview, String command) {
    private static final int NAMED = 10;

    void print(Screen screen) {
        screen.table(
                List.of(Column.text("column"), Column.whole("means"), Column.whole("how"), Column.text("samples")),
                preview.columns().stream()
                        .map(column -> List.of(
                                column.header(),
                                Texts.of(column.field()),
                                how(column),
                                String.join(" | ", column.samples())))
                        .toList());
        screen.say("");
        if (preview.total() == 0) {
            screen.say("The file has no rows under its header.");
            return;
        }
        screen.table(
                List.of(Column.number("line"), Column.whole("outcome"), Column.text("values")),
                preview.rows().stream()
                        .map(row -> List.of(
                                String.valueOf(row.line()), row.outcome().name(), values(row)))
                        .toList());
        // Not in the table: it would be cut where it matters.
        preview.rows().stream()
                .filter(row -> row.message() != null)
                .forEach(
                        row -> screen.say("line " + row.line() + ": " + Texts.reason(row.message(), row.violations())));
        screen.say("");
        screen.say(summary());
        screen.say(next());
    }

    private static String how(MappedColumn column) {
        return switch (column.origin()) {
            case GIVEN -> "said";
            case REMEMBERED -> "remembered";
            case GUESSED -> column.used() ? "guessed" : "not sure";
            case IGNORED -> "passed over";
            case UNKNOWN -> "not known";
        };
    }

    private static String values(PreviewRow row) {
        return row.values().entrySet().stream()
                .map(value -> value.getKey() + "=" + Texts.of(value.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String summary() {
        boolean all = preview.tried() == preview.total();
        return Texts.count(preview.total(), "row") + "; they would be: " + (all ? "" : "about ")
                + preview.estimate().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(count ->
                                count.getValue() + " " + count.getKey().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                + (all ? "" : " (reckoned from the first " + preview.tried() + ")") + ". Nothing was written.";
    }

    private String next() {
        if (!preview.unknown().isEmpty()) {
            return "Not known: " + String.join(", ", preview.unknown()) + ". Say what they mean: --map \""
                    + preview.unknown().get(0) + "=FIELD\". Or pass them over: "
                    + preview.unknown().stream()
                            .limit(NAMED)
                            .map(column -> "--map \"" + column + "=\"")
                            .collect(Collectors.joining(" "));
        }
        if (!preview.ready()) {
            return "A column code or externalId is needed, to know a record again: --map \"COLUMN=code\"";
        }
        return (preview.missing().isEmpty()
                        ? ""
                        : "There is no column for " + String.join(", ", preview.missing())
                                + "; new records are refused without. ")
                + "Take it in: " + command;
    }
}
