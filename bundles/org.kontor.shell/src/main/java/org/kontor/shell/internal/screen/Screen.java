/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.screen;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;
import org.jline.utils.AttributedString;

/**
 * Where a command writes: always UTF-8, into a pipe as well as to a terminal. Only a terminal has a width, colours and
 * progress. Used by one thread.
 */
public final class Screen {
    private final Session session;
    private final PrintStream out;

    public Screen(Session session) {
        this.session = session;
        // Of this thread: the beginning of a pipe, or the terminal.
        this.out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    }

    public PrintStream out() {
        return out;
    }

    public void say(String sentence) {
        out.println(printable(sentence));
        out.flush();
    }

    /** Whether a person looks at it. */
    public boolean isTerminal() {
        return session.getTerminal() != null;
    }

    public boolean hasColours() {
        Terminal terminal = session.getTerminal();
        return terminal != null && terminal.isAnsiSupported();
    }

    /** In columns; 0 for as wide as it gets. */
    public int width() {
        Terminal terminal = session.getTerminal();
        return terminal == null ? 0 : Math.max(20, terminal.getWidth());
    }

    public void table(List<Column> columns, List<List<String>> rows) {
        Table.lines(columns, rows, width()).forEach(out::println);
        out.flush();
    }

    /** Progress for people; nothing is shown where nobody looks. */
    public ProgressBar progress(String what, long total) {
        return new ProgressBar(isTerminal() ? out : null, what, total, width(), System::nanoTime);
    }

    /** Nothing that somebody stored may steer the terminal, or turn the direction of what stands behind it. */
    static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().map(c -> steers(c) ? 0xFFFD : c).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean steers(int c) {
        return Character.isISOControl(c) && c != '\n' || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    static int columns(String text) {
        return new AttributedString(text).columnLength();
    }
}
