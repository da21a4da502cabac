/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.contracts;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import com.sun.tdk.signaturetest.SignatureTest;

/**
 * What the classes of this build break for callers of those in a signature file, by SigTest (of the Jakarta TCKs).
 * Stateless.
 */
final class JavaBreaks {
    private static final String PACKAGES = "org.kontor.api";
    /** Annotations of OSGi stand in no class path here, and are no part of the contract. */
    private static final Pattern NOISE = Pattern.compile("Warning: .*|\\s*|SignatureTest report|Base version:.*"
            + "|Tested version:.*|Check mode:.*|Constant checking:.*");

    private JavaBreaks() {}

    /** The report's lines; empty when the classes only grew. */
    static List<String> since(Path signatures, Path classes) {
        StringWriter report = new StringWriter();
        SignatureTest test = new SignatureTest();
        test.run(
                new String[] {
                    "-static",
                    "-Backward",
                    "-BootCp",
                    "17",
                    "-package",
                    PACKAGES,
                    "-classpath",
                    classes.toString(),
                    "-FileName",
                    signatures.toString()
                },
                new PrintWriter(report, true),
                null);
        return test.isPassed()
                ? List.of()
                : report.toString()
                        .lines()
                        .filter(line -> !NOISE.matcher(line).matches())
                        .map(String::strip)
                        .toList();
    }
}
