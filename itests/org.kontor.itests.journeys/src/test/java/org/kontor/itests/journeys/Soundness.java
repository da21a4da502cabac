/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import static org.junit.Assert.assertTrue;

/** What must hold whatever was sent. What does not is collected and told together with what was sent. */
final class Soundness {
    private static final Duration QUICK = Duration.ofSeconds(10);
    private static final long MOST_MEMORY_KIB = 900_000;
    private static final Pattern INSIDE = Pattern.compile(
            "\\b(?:org\\.(?:kontor|apache|eclipse|h2|postgresql)|javax?\\.\\w+|com\\.\\w+)\\.\\w+|\\w+Exception\\b|\\tat |SELECT .* FROM");

    private final KontorProcess kontor;
    private final List<String> wrong = new ArrayList<>();
    private final long logAtStart;

    Soundness(KontorProcess kontor) throws IOException {
        this.kontor = kontor;
        this.logAtStart = Files.size(log());
    }

    void check(String sent, Api.Answer answer, Duration took) {
        if (answer.status() >= 500 && !(isSoap(answer) && answer.status() == 500)) {
            wrong.add(answer.status() + " for " + sent + ": " + cut(answer.text()));
        }
        if (isSoap(answer) && answer.status() == 500 && Soap.fault(answer).startsWith("internal")) {
            wrong.add("internal fault for " + sent);
        }
        // A caller that says org.apache… itself may read it back in a violation.
        Matcher inside = INSIDE.matcher(answer.text());
        if (inside.find() && !sent.contains(inside.group())) {
            wrong.add("shows the inside, for " + sent + ": " + cut(answer.text()));
        }
        if (took.compareTo(QUICK) > 0) {
            wrong.add("took " + took + ": " + sent);
        }
    }

    void wrong(String what) {
        wrong.add(what);
    }

    /** Every record that can be listed is whole: it can be read, its audit ends at its version, its customer is there. */
    void nothingHalfWritten(String search) throws Exception {
        Api api = kontor.api();
        for (String type : List.of("customers", "locations")) {
            List<JsonNode> listed = api.all("/" + type + "?archived=any&sort=-changed&q=" + search);
            for (JsonNode record : listed.subList(0, Math.min(100, listed.size()))) {
                String path = "/" + type + "/" + record.get("id").asText();
                JsonNode read = api.get(path).json();
                if (!read.path("version").equals(record.path("version"))) {
                    wrong.add(path + " is listed otherwise than read");
                }
                JsonNode last = api.get(path + "/audit?limit=1").json().at("/items/0");
                if (last.path("version").asLong() != read.path("version").asLong()) {
                    wrong.add(path + " has version " + read.path("version") + ", its audit ends at "
                            + last.path("version"));
                }
                if (read.has("customerId")
                        && api.get("/customers/" + read.get("customerId").asText())
                                        .status()
                                != 200) {
                    wrong.add(path + " stands at no customer");
                }
            }
        }
    }

    /** To be called at the end. */
    void holds() throws Exception {
        if (!kontor.isAlive()) {
            wrong.add("Karaf has ended");
        }
        long peak = peakMemory();
        if (peak > MOST_MEMORY_KIB) {
            wrong.add("needed " + peak + " KiB of memory");
        }
        byte[] log = Files.readAllBytes(log());
        int from = logAtStart > log.length ? 0 : (int) logAtStart;
        new String(log, from, log.length - from, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("| ERROR |") || line.startsWith("\tat "))
                .limit(10)
                .forEach(line -> wrong.add("logged: " + cut(line)));
        assertTrue(
                wrong.size() + " findings\n" + String.join("\n", wrong.subList(0, Math.min(40, wrong.size()))),
                wrong.isEmpty());
    }

    private long peakMemory() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + kontor.pid() + "/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("The kernel does not tell the memory");
    }

    private Path log() {
        return kontor.home.resolve("data/log/karaf.log");
    }

    private static boolean isSoap(Api.Answer answer) {
        return String.valueOf(answer.header("Content-Type")).contains("xml");
    }

    private static String cut(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
