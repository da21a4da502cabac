/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.kontor.testing.Await;

/**
 * The distribution, unpacked for one test and run as a process of its own on free ports. What it wrote to its log is told
 * when it does not become ready. The system property {@code kontor.java.options} adds options to its JVM.
 */
public final class KontorProcess implements AutoCloseable {
    public static final String PASSWORD = "only for these tests 1";
    private static final Duration READY = Duration.ofSeconds(300);
    private static final Path WORK = Path.of(System.getProperty("kontor.work"));

    final Path home;
    final Path karaf;
    public final int port = freePort();
    final int sshPort = freePort();
    private Process process;

    public KontorProcess(String name) throws Exception {
        this(name, "kontor.distribution");
    }

    /** A plain Karaf, as Apache publishes it, but for its ports; nothing of Kontor is in it yet. */
    static KontorProcess plainKaraf(String name) throws Exception {
        KontorProcess plain = new KontorProcess(name, "kontor.karaf");
        plain.edit("etc/org.apache.karaf.shell.cfg", "sshPort = 8101", "sshPort = " + plain.sshPort);
        plain.edit("etc/org.apache.karaf.shell.cfg", "sshHost = 0.0.0.0", "sshHost = 127.0.0.1");
        plain.edit("etc/org.apache.karaf.management.cfg", "rmiRegistryPort = 1099", "rmiRegistryPort = " + freePort());
        plain.edit("etc/org.apache.karaf.management.cfg", "rmiServerPort = 44444", "rmiServerPort = " + freePort());
        return plain;
    }

    /** @param archive the property that names it */
    private KontorProcess(String name, String archive) throws Exception {
        home = WORK.resolve(name + "-" + Long.toHexString(System.nanoTime()));
        karaf = home.resolve("karaf");
        Files.createDirectories(karaf);
        Files.createDirectories(home.resolve("data"));
        Process tar = new ProcessBuilder(
                        "tar", "-xzf", System.getProperty(archive), "--strip-components=1", "-C", karaf.toString())
                .inheritIO()
                .start();
        if (tar.waitFor() != 0) {
            throw new IOException(System.getProperty(archive) + " cannot be unpacked");
        }
        withoutNetwork();
    }

    /** All that it needs must be in it: no repository on the network, and none of the machine's. */
    private void withoutNetwork() throws IOException {
        Files.writeString(
                karaf.resolve("etc/org.ops4j.pax.url.mvn.cfg"),
                "org.ops4j.pax.url.mvn.settings =\norg.ops4j.pax.url.mvn.localRepository = " + home.resolve("m2")
                        + "\norg.ops4j.pax.url.mvn.repositories =\norg.ops4j.pax.url.mvn.defaultRepositories ="
                        + " file:${karaf.home}/${karaf.default.repository}@id=system.repository@snapshots,"
                        + " ${karaf.data.uri}kar@id=kar.repository@multi@snapshots\n"
                        + "org.ops4j.pax.url.mvn.useFallbackRepositories = false\n");
    }

    /** Changes a line of a configuration file. */
    void edit(String file, String line, String changed) throws IOException {
        Path path = karaf.resolve(file);
        String text = Files.readString(path);
        if (!text.contains(line)) {
            throw new IOException(file + " has no line " + line);
        }
        Files.writeString(path, text.replace(line, changed));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before the first start: keep the data in PostgreSQL, by one configuration file. */
    public KontorProcess onPostgreSql(String jdbcUrl) throws IOException {
        Path file = karaf.resolve("etc/org.ops4j.datasource-kontor.cfg");
        Files.writeString(
                file,
                "osgi.jdbc.driver.class = org.postgresql.Driver\nurl = " + jdbcUrl
                        + (jdbcUrl.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true"
                        + "\ndataSourceName = kontor\nops4j.preHook = kontor\npool = hikari\n"
                        + "hikari.maximumPoolSize = 10\n");
        return this;
    }

    public KontorProcess start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bin/karaf", "server").directory(karaf.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("KARAF_DATA", home.resolve("data").toString());
        environment.put("KARAF_EXEC", "exec");
        environment.put("EXTRA_JAVA_OPTS", "-Xmx512m " + System.getProperty("kontor.java.options", ""));
        environment.put("KONTOR_HTTP_PORT", String.valueOf(port));
        environment.put("KONTOR_SSH_PORT", String.valueOf(sshPort));
        environment.put("KONTOR_ADMIN_PASSWORD", PASSWORD);
        Path out = home.resolve("console.txt");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()));
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        try {
            Await.until("Kontor answers on port " + port, READY, () -> {
                if (!process.isAlive()) {
                    throw new AssertionError("Karaf ended with " + process.exitValue());
                }
                return api().get("/customers?limit=1").status() == 200
                        && isThere("/kontor/soap/v1/customers?wsdl")
                        && isThere("/kontor/soap/v1/records?wsdl");
            });
        } catch (AssertionError e) {
            kill9();
            throw new AssertionError(e.getMessage() + "\n" + log(), e);
        }
        return this;
    }

    private boolean isThere(String path) throws Exception {
        return api().anonymous("GET", path).status() == 200;
    }

    public Api api() {
        return new Api(port, "admin", PASSWORD);
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** What a power cut does. */
    void kill9() throws Exception {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The process cannot be killed");
        }
    }

    /** A clean stop, as an administrator does it. */
    public void stop() throws Exception {
        ProcessBuilder stop =
                new ProcessBuilder("bin/stop").directory(karaf.toFile()).inheritIO();
        stop.environment().put("KARAF_DATA", home.resolve("data").toString());
        if (stop.start().waitFor() != 0) {
            throw new AssertionError("bin/stop fails\n" + log());
        }
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new AssertionError("Karaf does not stop\n" + log());
        }
    }

    String log() throws IOException {
        Path log = home.resolve("data/log/karaf.log");
        return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "(no log)";
    }

    /** Writes, or changes, the configuration of a connection; it counts as soon as Karaf sees the file. */
    public void connection(String name, Map<String, String> settings) throws IOException {
        StringBuilder text = new StringBuilder();
        new LinkedHashMap<>(settings)
                .forEach((key, value) ->
                        text.append(key).append(" = ").append(value).append('\n'));
        Path file = karaf.resolve("etc/org.kontor.connection-" + name + ".cfg");
        Path fresh = Files.writeString(home.resolve(name + ".cfg.tmp"), text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    public void removeConnection(String name) throws IOException {
        Files.deleteIfExists(karaf.resolve("etc/org.kontor.connection-" + name + ".cfg"));
    }

    @Override
    public void close() throws Exception {
        if (isAlive()) {
            stop();
        }
    }
}
