/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.testing;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prints row → tests → result for the whole build. Argument: the root folder of the project. */
public final class RowReport {
    private static final Pattern ROW = Pattern.compile("([A-Z]+)([0-9]{1,9})");

    private RowReport() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, Map<String, Integer>> rows = new TreeMap<>(RowReport::compare);
        for (Path file : files(Path.of(arguments[0]))) {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split("\t");
                if (parts.length == 3) {
                    rows.computeIfAbsent(parts[0], row -> new LinkedHashMap<>())
                            .merge(parts[2] + "  " + withoutParameters(parts[1]), 1, Integer::sum);
                }
            }
        }
        StringBuilder report = new StringBuilder("\nRequirement rows shown by this build:\n");
        rows.forEach((row, tests) -> {
            String indent = String.format("  %-4s ", row);
            for (Map.Entry<String, Integer> test : tests.entrySet()) {
                String times = test.getValue() == 1 ? "" : " (" + test.getValue() + ")";
                report.append(indent).append(test.getKey()).append(times).append('\n');
                indent = "       ";
            }
        });
        System.out.println(report);
    }

    /** JUnit adds {@code [parameters]} to the name of a method, Pax Exam {@code :container}. */
    private static String withoutParameters(String test) {
        return test.split("[\\[:]", 2)[0];
    }

    /** C2 before C10; whatever is no row comes last. */
    static int compare(String one, String other) {
        Matcher a = ROW.matcher(one);
        Matcher b = ROW.matcher(other);
        if (!a.matches() || !b.matches()) {
            return a.matches() == b.matches() ? one.compareTo(other) : a.matches() ? -1 : 1;
        }
        int letters = a.group(1).compareTo(b.group(1));
        return letters != 0 ? letters : Integer.compare(Integer.parseInt(a.group(2)), Integer.parseInt(b.group(2)));
    }

    private static List<Path> files(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String group : List.of("bundles", "camel-routes", "features", "karaf-assembly", "itests")) {
            try (DirectoryStream<Path> modules = Files.newDirectoryStream(root.resolve(group), Files::isDirectory)) {
                for (Path module : modules) {
                    Path target = module.resolve("target");
                    if (Files.isDirectory(target)) {
                        try (DirectoryStream<Path> files = Files.newDirectoryStream(target, "requirement-rows-*.tsv")) {
                            files.forEach(found::add);
                        }
                    }
                }
            }
        }
        Collections.sort(found);
        return found;
    }
}
