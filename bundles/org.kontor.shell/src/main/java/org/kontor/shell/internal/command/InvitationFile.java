/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.kontor.api.error.KontorException;
import org.kontor.api.imports.FileOptions;
import org.kontor.api.people.Invitations;
import org.kontor.tabular.Table;
import org.kontor.tabular.TableRow;

/** A file of people who are to be invited. Stateless. */
final class InvitationFile {
    private static final Set<String> COLUMNS = Set.of("login", "name", "email", "roles", "language");

    private InvitationFile() {}

    /**
     * A line of it.
     *
     * @param cells by the name of the column; what is empty is not there
     */
    record Line(long number, Map<String, String> cells) {
        /** Null when it is empty. */
        String cell(String column) {
            return cells.get(column);
        }

        List<String> roles() {
            String roles = cell("roles");
            return roles == null ? List.of() : List.of(roles.strip().split("[\\s,;]+"));
        }
    }

    /** @throws KontorException {@code invalid_input}, {@code malformed_body} when it is no such file */
    static List<Line> read(Path file) throws IOException {
        try (Table table = Table.open(file, FileOptions.DETECT)) {
            List<String> header = table.header().stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList();
            if (!header.contains("email") || !COLUMNS.containsAll(header)) {
                throw KontorException.invalid(
                        "file",
                        "unknown_columns",
                        "Its first line must name the columns: name, email, roles, and login and language if you like.",
                        String.join(", ", header));
            }
            List<Line> lines = new ArrayList<>();
            while (table.hasNext()) {
                lines.add(line(header, table.next()));
                if (lines.size() > Invitations.MAX_AT_ONCE) {
                    throw KontorException.invalid(
                            "file", "too_many", "Must have at most " + Invitations.MAX_AT_ONCE + " people.", null);
                }
            }
            return lines;
        }
    }

    private static Line line(List<String> header, TableRow row) {
        if (row.problem() != null) {
            throw KontorException.invalid("file", "malformed_row", "Line " + row.line() + ": " + row.problem(), null);
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (!row.cells().get(i).isBlank()) {
                cells.put(header.get(i), row.cells().get(i).strip());
            }
        }
        return new Line(row.line(), cells);
    }
}
