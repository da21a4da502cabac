/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

/**
 * What every refusal of bad input must be: told with its status and code within seconds, without a name from inside,
 * with at most one line in the log, and nothing written. All calls are made; what was not as it should be is told at the end.
 */
final class Refusals {
    private static final Duration QUICK = Duration.ofSeconds(10);
    private static final Pattern INSIDE = Pattern.compile("\\b(?:org|javax?|com|jdk|sun)\\.\\w|Exception|\\tat ");

    private final KontorProcess kontor;
    private final List<String> wrong = new ArrayList<>();
    private final int customers;
    private final int locations;

    Refusals(KontorProcess kontor) throws Exception {
        this.kontor = kontor;
        this.customers = count("customers");
        this.locations = count("locations");
    }

    /** @param expected {@code status}, or {@code status code}, or {@code status code field rule} */
    void refused(String what, String expected, Callable<Api.Answer> call) throws Exception {
        long before = logSize();
        long start = System.nanoTime();
        Api.Answer answer = call.call();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String shown = shown(answer);
        if (!(shown + " ").startsWith(expected + " ")) {
            wrong.add(what + ": expected " + expected + ", was " + shown + " " + cut(answer.text()));
        }
        if (answer.status() >= 400
                && answer.status() != 414
                && expected.contains(" ")
                && !contentType(answer).matches("application/problem\\+json.*|text/xml.*")) {
            wrong.add(what + ": answered as " + contentType(answer));
        }
        if (took.compareTo(QUICK) > 0) {
            wrong.add(what + ": took " + took);
        }
        if (INSIDE.matcher(answer.text()).find()) {
            wrong.add(what + ": shows the inside: " + cut(answer.text()));
        }
        List<String> logged = logSince(before);
        if (logged.size() > 1) {
            wrong.add(what + ": " + logged.size() + " lines in the log: " + cut(String.join(" | ", logged)));
        }
    }

    /** To be called at the end. */
    void nothingElse() throws Exception {
        assertTrue(String.join("\n", wrong), wrong.isEmpty());
        assertEquals("customers", customers, count("customers"));
        assertEquals("locations", locations, count("locations"));
    }

    private int count(String what) throws Exception {
        return kontor.api().all("/" + what + "?archived=any").size();
    }

    private static String shown(Api.Answer answer) {
        String type = contentType(answer);
        if (type.startsWith("application/problem+json")) {
            return answer.status() + " " + answer.problem();
        }
        return type.startsWith("text/xml")
                ? answer.status() + " " + Soap.fault(answer)
                : String.valueOf(answer.status());
    }

    private static String contentType(Api.Answer answer) {
        return String.valueOf(answer.header("Content-Type"));
    }

    private static String cut(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }

    private Path log() {
        return kontor.home.resolve("data/log/karaf.log");
    }

    private long logSize() throws IOException {
        return Files.size(log());
    }

    private List<String> logSince(long offset) throws IOException {
        byte[] all = Files.readAllBytes(log());
        int from = offset > all.length ? 0 : (int) offset;
        return new String(all, from, all.length - from, java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
