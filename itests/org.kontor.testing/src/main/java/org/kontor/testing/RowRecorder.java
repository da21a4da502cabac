/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.runner.Description;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;

/**
 * Writes a line per shown row and test to {@code target/requirement-rows-RUN.tsv}: row, test, result. Surefire and
 * Failsafe load it as their listener and name their run by the system property {@value #RUN}; the lines of the run before
 * go.
 */
@RunListener.ThreadSafe
public final class RowRecorder extends RunListener {
    static final String RUN = "kontor.rows";

    private static final Path FILE =
            fresh(Path.of("target", "requirement-rows-" + System.getProperty(RUN, "tests") + ".tsv")
                    .toAbsolutePath());

    private final Map<Description, String> results = new HashMap<>();

    @Override
    public synchronized void testFailure(Failure failure) {
        results.put(failure.getDescription(), "FAILED");
        if (failure.getDescription().isSuite()) {
            record(failure.getDescription());
        }
    }

    @Override
    public synchronized void testAssumptionFailure(Failure failure) {
        results.put(failure.getDescription(), "skipped");
        if (failure.getDescription().isSuite()) {
            record(failure.getDescription());
        }
    }

    @Override
    public synchronized void testIgnored(Description description) {
        results.put(description, "skipped");
        record(description);
    }

    @Override
    public synchronized void testFinished(Description description) {
        record(description);
    }

    private void record(Description description) {
        Set<String> rows = new LinkedHashSet<>();
        Shows onMethod = description.getAnnotation(Shows.class);
        if (onMethod != null) {
            rows.addAll(List.of(onMethod.value()));
        }
        Class<?> testClass = description.getTestClass();
        if (testClass != null && testClass.isAnnotationPresent(Shows.class)) {
            rows.addAll(List.of(testClass.getAnnotation(Shows.class).value()));
        }
        String test = testClass == null ? description.getDisplayName() : testClass.getSimpleName();
        String method = description.getMethodName() == null ? "(class)" : description.getMethodName();
        String result = results.getOrDefault(description, "passed");
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> lines.append(row)
                .append('\t')
                .append(test)
                .append('.')
                .append(method)
                .append('\t')
                .append(result)
                .append('\n'));
        try {
            Files.writeString(FILE, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path fresh(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
