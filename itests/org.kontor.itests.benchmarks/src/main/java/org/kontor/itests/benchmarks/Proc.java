/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the kernel tells of processes, in /proc (Linux). Times are CPU seconds, user and system together. Stateless.
 */
final class Proc {
    private static final double TICKS_A_SECOND = 100;
    private static final int PARENT = 1;
    private static final int USER_TIME = 11;

    private Proc() {}

    /** CPU seconds of a process and of its children that have ended. */
    static double cpu(long pid) throws IOException {
        String[] fields = stat(pid);
        double ticks = 0;
        for (int i = USER_TIME; i < USER_TIME + 4; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks / TICKS_A_SECOND;
    }

    /** CPU seconds of a process with its children, those that have ended and those that run. */
    static double cpuWithChildren(long pid) throws IOException {
        double sum = cpu(pid);
        List<Path> all;
        try (Stream<Path> paths = Files.list(Path.of("/proc"))) {
            all = paths.filter(path -> path.getFileName().toString().matches("\\d+"))
                    .toList();
        }
        for (Path path : all) {
            try {
                long child = Long.parseLong(path.getFileName().toString());
                if (stat(child)[PARENT].equals(String.valueOf(pid))) {
                    sum += cpu(child);
                }
            } catch (IOException e) {
                // ended meanwhile; its parent has its time
            }
        }
        return sum;
    }

    /** Resident memory in MB. */
    static long resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    static String load() throws IOException {
        String[] load = Files.readString(Path.of("/proc/loadavg")).split(" ");
        return load[0] + " " + load[1] + " " + load[2];
    }

    static String processor() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 2))
                .orElse("unknown processor");
    }

    /** The fields behind the name, which stands in brackets and may hold anything. */
    private static String[] stat(long pid) throws IOException {
        String text = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return text.substring(text.lastIndexOf(')') + 2).split(" ");
    }
}
