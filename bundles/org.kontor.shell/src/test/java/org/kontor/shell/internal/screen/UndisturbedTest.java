/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.screen;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

import org.junit.Test;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

@Shows("V3")
public class UndisturbedTest {
    @Test
    public void anInterruptedThreadDoesNotCloseTheTerminal() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WritableByteChannel terminal = Channels.newChannel(
                new OutputStream() { // not the JDK's own: as a terminal's is
                    @Override
                    public void write(int one) {
                        bytes.write(one);
                    }
                });
        try (OutputStream out = new Undisturbed(Channels.newOutputStream(terminal))) {
            Thread.currentThread().interrupt();
            out.write("a".getBytes(StandardCharsets.UTF_8));
            out.write('b');
            out.flush();
            assertTrue(Thread.interrupted());
            assertTrue(terminal.isOpen());
        }
        assertEquals("ab", bytes.toString(StandardCharsets.UTF_8));
    }
}
