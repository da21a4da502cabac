/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Prints row → tests → result for the whole build. Argument: the root folder of the project. */
public final class RowReport {
    private RowReport() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, Set<String>> rows = new TreeMap<>(Comparator.comparing((String row) -> row.charAt(0))
                .thenComparing(row -> Integer.valueOf(row.substring(1))));
        for (Path file : files(Path.of(arguments[0]))) {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split("\t");
                rows.computeIfAbsent(parts[0], row -> new LinkedHashSet<>()).add(parts[2] + "  " + parts[1]);
            }
        }
        StringBuilder report = new StringBuilder("\nRequirement rows shown by this build:\n");
        rows.forEach((row, tests) -> {
            String indent = String.format("  %-4s ", row);
            for (String test : tests) {
                report.append(indent).append(test).append('\n');
                indent = "       ";
            }
        });
        System.out.println(report);
    }

    private static List<Path> files(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String group : List.of("bundles", "camel-routes", "features", "karaf-assembly", "itests")) {
            try (Stream<Path> modules = Files.list(root.resolve(group))) {
                modules.map(module -> module.resolve("target/requirement-rows.tsv"))
                        .filter(Files::exists)
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }
}
