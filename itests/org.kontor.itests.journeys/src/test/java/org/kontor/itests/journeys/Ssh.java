/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.kontor.testing.Await;

/** Karaf's shell by a real ssh session. */
final class Ssh implements AutoCloseable {
    static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final SshClient client = SshClient.setUpDefaultClient();
    private final int port;

    /** What a command said, on both streams, and the exit status. */
    record Said(int status, String text) {
        JsonNode json() {
            try {
                return MAPPER.readTree(text);
            } catch (IOException e) {
                throw new AssertionError("Not JSON: " + text, e);
            }
        }
    }

    Ssh(int port) {
        this.port = port;
        client.setServerKeyVerifier((session, address, key) -> true);
        client.start();
    }

    private ClientSession session(String user, String password) throws IOException {
        ClientSession session =
                client.connect(user, "127.0.0.1", port).verify(DEADLINE).getSession();
        session.addPasswordIdentity(password);
        session.auth().verify(DEADLINE);
        return session;
    }

    Said run(String command) throws IOException {
        return run("admin", KontorProcess.PASSWORD, command);
    }

    Said run(String user, String password, String command) throws IOException {
        try (ClientSession session = session(user, password);
                ChannelExec channel = session.createExecChannel(command)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            channel.setOut(out);
            channel.setErr(out);
            channel.open().verify(DEADLINE);
            Set<ClientChannelEvent> seen = channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), DEADLINE);
            if (!seen.contains(ClientChannelEvent.CLOSED)) {
                throw new AssertionError(command + " does not end: " + out.toString(StandardCharsets.UTF_8));
            }
            Integer status = channel.getExitStatus();
            return new Said(status == null ? -1 : status, out.toString(StandardCharsets.UTF_8));
        }
    }

    /** A person at a terminal of 80 columns. */
    Typist typist() throws IOException {
        return new Typist(session("admin", KontorProcess.PASSWORD));
    }

    static final class Typist implements AutoCloseable {
        private static final String PROMPT = "()>";
        private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
        private final ClientSession session;
        private final ChannelShell channel;
        private final OutputStream keys;

        private Typist(ClientSession session) throws IOException {
            this.session = session;
            channel = session.createShellChannel();
            channel.setPtyType("xterm");
            channel.setPtyColumns(80);
            channel.setPtyLines(40);
            channel.setEnv("LC_CTYPE", "en_US.UTF-8");
            channel.setOut(screen);
            channel.setErr(screen);
            channel.open().verify(DEADLINE);
            keys = channel.getInvertedIn();
            seen(PROMPT);
        }

        Typist type(String text) throws IOException {
            keys.write(text.getBytes(StandardCharsets.UTF_8));
            keys.flush();
            return this;
        }

        /** Waits until the text is on the screen; gives what came since the last call, without what steers the terminal. */
        String seen(String text) {
            return seen(text, shown -> shown.contains(text));
        }

        /** Waits until the text is on the screen and the command has ended: the next prompt stands behind it. */
        String answered(String text) {
            return seen(text, shown -> shown.contains(text) && shown.indexOf(PROMPT, shown.indexOf(text)) >= 0);
        }

        private String seen(String text, Predicate<String> condition) {
            String[] all = new String[1];
            try {
                Await.until("'" + text + "' on the screen", DEADLINE, () -> {
                    all[0] = shown();
                    return condition.test(all[0]);
                });
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + ", but:\n" + all[0], e);
            }
            screen.reset();
            return all[0];
        }

        private String shown() {
            return screen.toString(StandardCharsets.UTF_8).replaceAll("\u001B\\[[0-9;?]*[A-Za-z]|\u001B[=>]", "");
        }

        @Override
        public void close() throws IOException {
            channel.close(true);
            session.close();
        }
    }

    @Override
    public void close() {
        client.stop();
    }
}
