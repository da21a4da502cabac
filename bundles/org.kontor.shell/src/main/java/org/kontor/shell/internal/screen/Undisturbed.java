/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.screen;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes as if the thread was not interrupted, and leaves it interrupted. Behind the screen is a channel that closes itself,
 * and so the terminal, when an interrupted thread writes to it: Ctrl-C would end the session. As thread-safe as what is behind.
 */
final class Undisturbed extends FilterOutputStream {
    Undisturbed(OutputStream out) {
        super(out);
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static void undisturbed(Writing writing) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            writing.write();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void write(int one) throws IOException {
        undisturbed(() -> out.write(one));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        undisturbed(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        undisturbed(out::flush);
    }
}
