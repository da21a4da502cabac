/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.apache.sshd.common.SshException;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** The shell by ssh: people of Kontor alone, on loopback alone. */
@Shows("X2")
public class ShellIT {
    private KontorProcess kontor;
    private Ssh ssh;

    @Before
    public void start() throws Exception {
        kontor = Shared.H2.get();
        ssh = new Ssh(kontor.sshPort);
    }

    @After
    public void stop() {
        ssh.close();
    }

    @Test
    public void theAdministratorRunsACommand() throws Exception {
        String said = ssh.run("bundle:list -s | grep org.kontor.core").text();
        assertTrue(said, said.contains("Active") && said.contains("org.kontor.core"));
    }

    @Test
    public void nobodyElseComesIn() {
        assertRefused("karaf", "karaf");
        assertRefused("admin", "karaf");
        assertRefused("admin", "wrong");
        assertRefused("nobody", KontorProcess.PASSWORD);
    }

    private void assertRefused(String user, String password) {
        assertThrows(user + "/" + password, SshException.class, () -> ssh.run(user, password, "info"));
    }

    /** Neither JMX, nor a port to stop Karaf, nor anything else. */
    @Test
    public void nothingListensButHttpAndTheShellOnLoopback() throws Exception {
        Set<String> sockets = sockets();
        Set<String> addresses = new TreeSet<>();
        Set<Integer> ports = new TreeSet<>();
        for (String table : new String[] {"tcp", "tcp6"}) {
            for (String line : Files.readAllLines(Path.of("/proc/net/" + table))) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length > 9 && columns[3].equals("0A") && sockets.contains(columns[9])) {
                    int colon = columns[1].indexOf(':');
                    addresses.add(columns[1].substring(0, colon));
                    ports.add(Integer.parseInt(columns[1].substring(colon + 1), 16));
                }
            }
        }
        assertEquals(Set.of(kontor.port, kontor.sshPort), ports);
        addresses.removeAll(Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000"));
        assertEquals("listens on more than loopback: ports " + ports, Set.of(), addresses);
    }

    /** The inodes of all sockets of the process. */
    private Set<String> sockets() throws Exception {
        Set<String> sockets = new TreeSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + kontor.pid() + "/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                if (Files.isSymbolicLink(descriptor)) {
                    String target = link(descriptor);
                    if (target.startsWith("socket:[")) {
                        sockets.add(target.substring("socket:[".length(), target.length() - 1));
                    }
                }
            }
        }
        assertFalse("sockets of " + kontor.pid(), sockets.isEmpty());
        return sockets;
    }

    /** Empty when it was closed meanwhile. */
    private static String link(Path descriptor) throws Exception {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (java.nio.file.NoSuchFileException closed) {
            return "";
        }
    }
}
