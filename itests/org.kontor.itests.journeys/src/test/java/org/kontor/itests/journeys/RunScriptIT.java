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
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;

import org.kontor.testing.Await;
import org.kontor.testing.Needed;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

/** {@code karaf-assembly/run} as somebody at a terminal uses it, Ctrl-C included. */
@Shows({"V1", "S3", "S14"})
public class RunScriptIT {
    private static final String PASSWORD = "typed at a terminal";
    private static final Path SCRIPT =
            Path.of("../../karaf-assembly/run").toAbsolutePath().normalize();
    private static final Duration READY = Duration.ofMinutes(8);
    private static final Duration STOPPED = Duration.ofMinutes(2);

    private final int port = KontorProcess.freePort();
    private Path home;
    private Process process;
    private Path out;

    @Before
    public void chooseHome() throws IOException {
        home = Files.createDirectories(Path.of(System.getProperty("kontor.work")))
                .resolve("run-" + Long.toHexString(System.nanoTime()));
    }

    @After
    public void end() throws Exception {
        if (process != null && process.isAlive()) {
            process.destroy(); // SIGTERM, on which it stops what it started
            process.waitFor(STOPPED.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private void start(String password, String... options) throws IOException {
        // A test may run where SIGINT is ignored, as it is for background jobs; the script must not inherit that.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", SCRIPT.toString()));
        command.addAll(List.of("--port", String.valueOf(port), "--home", home.toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("KONTOR_ADMIN_PASSWORD", password);
        builder.environment().keySet().removeIf(name -> name.startsWith("TRYTON_"));
        out = Files.createTempFile(home.getParent(), "run-", ".out");
        process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        process.getOutputStream().close();
    }

    private String printed() throws IOException {
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    private String ready() throws IOException {
        try {
            Await.until("ready", READY, () -> {
                if (!process.isAlive()) {
                    throw new AssertionError("It ended with " + process.exitValue());
                }
                return printed().endsWith("ready\n");
            });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + printed(), e);
        }
        return printed();
    }

    /** Ctrl-C: it ends well, and so does everything that it started. */
    private void interrupt() throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                        .start()
                        .waitFor());
        assertTrue(printed(), process.waitFor(STOPPED.toSeconds(), TimeUnit.SECONDS));
        assertEquals(printed(), 0, process.exitValue());
        List<String> left = ProcessHandle.allProcesses()
                .map(other -> other.info().commandLine().orElse(""))
                .filter(line -> line.contains(home.toString()))
                .toList();
        assertEquals(List.of(), left);
    }

    private static String row(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + " "))
                .findFirst()
                .orElse("(no row " + name + ")")
                .replaceAll(" +", " ")
                .strip();
    }

    /** The body of the SOAP command that is printed with a text to find. */
    private static byte[] soap(String printed, String text) {
        Matcher matcher = Pattern.compile(
                        "<s:Envelope(?:(?!</s:Envelope>).)*>" + text + "<.*?</s:Envelope>", Pattern.DOTALL)
                .matcher(printed);
        assertTrue(printed, matcher.find());
        return matcher.group().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    public void theSampleIsReadShownAndFoundAgain() throws Exception {
        start(PASSWORD);
        String text = ready();
        assertEquals("customers.csv COMPLETED 326 320 0 0 6", row(text, "customers.csv"));
        assertEquals("locations.csv COMPLETED 484 480 0 0 4", row(text, "locations.csv"));
        assertTrue(text, text.contains("http://localhost:" + port + "/kontor/api/v1"));
        assertTrue("the password that was given is not printed", !text.contains(PASSWORD));
        Api api = new Api(port, "admin", PASSWORD);
        assertEquals(320, api.all("/customers?archived=any").size());
        Matcher customer = Pattern.compile("/customers/([0-9a-f-]{36})\n").matcher(text);
        assertTrue(text, customer.find());
        assertEquals(200, api.get("/customers/" + customer.group(1)).status());
        Api.Answer found = api.soap(soap(text, "Robotik"));
        assertEquals(found.text(), 200, found.status());
        assertTrue(found.text(), found.text().contains(customer.group(1)));
        interrupt();

        start(PASSWORD);
        text = ready();
        assertEquals("(no row customers.csv)", row(text, "customers.csv"));
        assertEquals(320, api.all("/customers?archived=any").size());
        assertEquals(480, api.all("/locations?archived=any").size());
        interrupt();
    }

    @Test
    public void anEditInItsTrytonShows() throws Exception {
        Needed.on("Tryton", "sh", "-c", "command -v trytond && ls /usr/lib/postgresql/*/bin/postgres");
        start(PASSWORD, "--empty", "--with-tryton");
        String text = ready();
        assertTrue(row(text, "full"), row(text, "full").startsWith("full COMPLETED 135 135 0 0 0"));
        Matcher edit = Pattern.compile("python3 .*/tryton_rpc.py .*").matcher(text);
        assertTrue(text, edit.find());
        assertEquals(
                0,
                new ProcessBuilder("sh", "-c", edit.group()).inheritIO().start().waitFor());
        Api api = new Api(port, "admin", PASSWORD);
        Await.until("the edit", Duration.ofSeconds(60), () -> {
            String rest = api.get("/customers?q=Edited").text();
            return rest.contains("Edited in Tryton")
                    && rest.contains("Genève")
                    && api.soap(soap(text, "Edited")).text().contains("Edited in Tryton");
        });
        interrupt();
    }

    @Test
    public void aPasswordThatIsTooShortIsRefused() throws Exception {
        start("short");
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(2, process.exitValue());
        assertTrue(printed(), printed().contains("KONTOR_ADMIN_PASSWORD has 5 characters: 12 to 128 are needed"));
    }
}
