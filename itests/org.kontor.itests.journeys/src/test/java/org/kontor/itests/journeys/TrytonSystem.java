/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.kontor.testing.Needed;

/**
 * A real Tryton on ports of its own, started for the first test that needs it and stopped with the tests; its data are made
 * anew for every run of the tests, a database of its own for every class.
 */
public final class TrytonSystem {
    public static final String PASSWORD = "spoken in Tryton alone";
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path SCRIPT = ROOT.resolve("itests/systems/tryton");

    private static TrytonSystem running;
    private final Path home;

    private TrytonSystem(Path home) {
        this.home = home;
    }

    /** Where it is not installed: a failure in CI, a visible skip elsewhere. */
    public static synchronized TrytonSystem get() throws Exception {
        Needed.on("Tryton", "sh", "-c", "command -v trytond && ls /usr/lib/postgresql/*/bin/postgres");
        if (running == null) {
            Path home = Files.createDirectories(Path.of(System.getProperty("kontor.work")))
                    .resolve("tryton-" + Long.toHexString(System.nanoTime()));
            TrytonSystem fresh = new TrytonSystem(home);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    fresh.run("purge");
                } catch (IOException | InterruptedException e) {
                    e.printStackTrace();
                }
            }));
            fresh.run("up");
            running = fresh;
        }
        return running;
    }

    /** A new database; gives its address. */
    public String fresh(String name) throws IOException, InterruptedException {
        return run("fresh", name).strip();
    }

    public void seed(String name, int parties) throws IOException, InterruptedException {
        run("seed", name, String.valueOf(parties));
    }

    /** Tryton goes away; its data stay. */
    void pause() throws IOException, InterruptedException {
        run("pause");
    }

    void resume() throws IOException, InterruptedException {
        run("resume");
    }

    /** Tryton and its PostgreSQL go away, and come back. */
    void restart() throws IOException, InterruptedException {
        run("down");
        run("up");
    }

    /** Into the tables of a database, past Tryton. */
    public Connection tables(String name) throws Exception {
        String port = Files.readString(home.resolve("pgport")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + name, "postgres", "");
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.put("TRYTON_HOME", home.toString());
        environment.put("TRYTON_PORT", "0");
        environment.put("TRYTON_PGPORT", "0");
        environment.put("TRYTON_PASSWORD", PASSWORD);
        // Files, not pipes: what it starts would keep a pipe open.
        Path out = Files.createTempFile(home.getParent(), "tryton-", ".out");
        Path log = home.resolveSibling("tryton.log");
        builder.redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(6, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("Not done in time: " + command);
        }
        String answer = Files.readString(out, StandardCharsets.UTF_8);
        Files.delete(out);
        if (process.exitValue() != 0) {
            throw new IOException("Ended with " + process.exitValue() + ": " + command + "\n" + Files.readString(log));
        }
        return answer;
    }
}
