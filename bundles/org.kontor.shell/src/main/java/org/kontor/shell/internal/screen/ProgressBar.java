/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.screen;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far something is, on one line of a terminal that is written over: share, count, rate, time that remains; where no
 * share is known the count, rate and time that went by. Used by one thread at a time.
 */
public final class ProgressBar implements AutoCloseable {
    private static final long SECOND = 1_000_000_000L;
    private static final long PAUSE = SECOND / 10;
    private static final int BAR = 20;
    private static final int LONGEST = 500;

    private final PrintStream out;
    private final String what;
    private final int width;
    private final LongSupplier nanos;
    private final long begun;
    private long shownAt;
    private boolean shown;

    /**
     * @param out null where nobody looks: then nothing is written
     * @param width of the terminal in columns; 0 for any
     * @param nanos a clock like {@link System#nanoTime()}
     */
    public ProgressBar(PrintStream out, String what, int width, LongSupplier nanos) {
        this.out = out;
        this.what = what;
        this.width = width == 0 ? LONGEST : width - 1;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    /** Of something that nobody knows the end of. */
    public void update(long done) {
        update(done, -1);
    }

    /**
     * Draws at most ten times a second, however often it is told.
     *
     * @param done how many
     * @param share of the whole, 0 to 1; negative when that is not known
     */
    public void update(long done, double share) {
        long now = nanos.getAsLong();
        if (out == null || shown && now - shownAt < PAUSE) {
            return;
        }
        shown = true;
        shownAt = now;
        draw(line(done, Math.min(1, share), now - begun));
    }

    private void draw(String text) {
        String line = Table.shorten(text, width);
        out.print("\r" + line + " ".repeat(Math.max(0, Math.min(width, 79) - Screen.columns(line))) + "\r");
        out.flush();
    }

    private String line(long done, double share, long passed) {
        double rate = passed <= 0 ? 0 : done * (double) SECOND / passed;
        String speed = rate <= 0 ? "" : String.format(Locale.ROOT, " · %,d/s", Math.round(rate));
        if (share < 0) {
            return String.format(Locale.ROOT, "%s: %,d%s · %s", what, done, speed, time(passed / SECOND));
        }
        int full = (int) (share * BAR);
        String remaining = share == 0 || share == 1
                ? ""
                : " · " + time(Math.round(passed * (1 - share) / share / SECOND)) + " left";
        return String.format(
                Locale.ROOT,
                "%s: [%s%s] %d %% · %,d%s%s",
                what,
                "=".repeat(full),
                " ".repeat(BAR - full),
                (int) (share * 100),
                done,
                speed,
                remaining);
    }

    private static String time(long seconds) {
        return seconds < 60
                ? seconds + " s"
                : seconds < 3600
                        ? String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60)
                        : String.format(Locale.ROOT, "%d:%02d h", seconds / 3600, seconds / 60 % 60);
    }

    /** Takes the line away; what comes next says how it ended. */
    @Override
    public void close() {
        if (shown) {
            draw("");
            shown = false;
        }
    }
}
