/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.screen;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.felix.service.command.Process;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;
import org.jline.utils.AttributedString;

/**
 * Where a command writes: always UTF-8, into a pipe as well as to a terminal. Only a terminal has a width, colours and
 * progress. Used by one thread.
 */
public final class Screen {
    private static final int STANDARD_OUTPUT = 1;

    private final Session session;
    private final PrintStream out;
    /** Null where nobody looks. */
    private final Terminal terminal;

    public Screen(Session session) {
        this.session = session;
        // The beginning of a pipe, a file, or the terminal. Not System.out: in a thread of a service that is somebody
        // else's.
        Process command = Process.Utils.current();
        this.out = new PrintStream(new Undisturbed(command.out()), false, StandardCharsets.UTF_8);
        this.terminal = session.getTerminal() != null && command.isTty(STANDARD_OUTPUT) ? session.getTerminal() : null;
    }

    public PrintStream out() {
        return out;
    }

    public void say(String sentence) {
        out.println(printable(sentence));
        out.flush();
    }

    /** For after Ctrl-C: the shell has asked for the next command by then, and closed the output of this one. */
    public void sayLate(String sentence) {
        PrintStream console = new PrintStream(new Undisturbed(session.getConsole()), false, StandardCharsets.UTF_8);
        console.print("\r" + printable(sentence) + "\r\n");
        console.flush();
    }

    /** Whether there is a person who can be asked. */
    public boolean isTerminal() {
        return session.getTerminal() != null;
    }

    /** Of refusals: they go to the terminal, wherever the rest goes. */
    public boolean hasColours() {
        return session.getTerminal() != null && session.getTerminal().isAnsiSupported();
    }

    /** In columns; 0 for as wide as it gets. */
    public int width() {
        return terminal == null ? 0 : Math.max(20, terminal.getWidth());
    }

    public void table(List<Column> columns, List<List<String>> rows) {
        Table.lines(columns, rows, width()).forEach(out::println);
        out.flush();
    }

    /** Progress for people; nothing is shown where nobody looks. */
    public ProgressBar progress(String what) {
        return new ProgressBar(terminal != null ? out : null, what, width(), System::nanoTime);
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
