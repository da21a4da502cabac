/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real server of the DNS on 127.0.0.1, which knows all about names that end in {@code .test}: dnsmasq. */
public final class DnsServer implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(20);
    private final int port;
    private Process process;

    /** Skips the test where there is no dnsmasq. */
    public DnsServer() throws Exception {
        Needed.on("dnsmasq", "dnsmasq", "--version");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        serve();
    }

    /** As it stands in a configuration. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /**
     * From now on it knows these records and no other.
     *
     * @param records {@code NAME,TEXT}, or {@code NAME,PART,PART}
     */
    public void serve(String... records) throws Exception {
        close();
        List<String> command = new ArrayList<>(List.of(
                "dnsmasq",
                "--no-daemon",
                "--conf-file=/dev/null",
                "--no-resolv",
                "--no-hosts",
                "--local=/test/",
                "--listen-address=127.0.0.1",
                "--bind-interfaces",
                "--pid-file=",
                "--user=" + System.getProperty("user.name"),
                "--port=" + port));
        for (String record : records) {
            command.add("--txt-record=" + record);
        }
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Await.until("dnsmasq answers", READY, this::listens);
    }

    private boolean listens() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return process.isAlive() && socket.isConnected();
        }
    }

    /** It gives no answer any more. */
    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor(READY.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
