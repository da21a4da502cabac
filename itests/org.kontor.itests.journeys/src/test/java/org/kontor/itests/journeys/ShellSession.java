/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;

import org.junit.After;
import org.junit.Before;

import org.kontor.itests.journeys.Ssh.Said;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** Commands by real ssh sessions, on the shared Kontor. */
abstract class ShellSession {
    KontorProcess kontor;
    Ssh ssh;
    /** Nobody else's. */
    String word;

    @Before
    public void start() throws Exception {
        kontor = Shared.H2.get();
        ssh = new Ssh(kontor.sshPort);
        word = Unique.word("sh");
    }

    @After
    public void stop() {
        ssh.close();
    }

    Said well(String command) throws IOException {
        Said said = ssh.run(command);
        assertEquals(command + "\n" + said.text(), 0, said.status());
        return said;
    }

    String refused(String command) throws IOException {
        Said said = ssh.run(command);
        assertEquals(command + "\n" + said.text(), 1, said.status());
        assertFalse(
                said.text(), said.text().contains("Exception") || said.text().contains("\tat "));
        return said.text();
    }

    static void has(String text, String... parts) {
        for (String part : parts) {
            assertTrue("'" + part + "' in\n" + text, text.contains(part));
        }
    }
}
