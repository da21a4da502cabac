/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.kontor.api.call.CallContext;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.RunState;
import org.kontor.api.sync.Runs;
import org.kontor.shell.internal.screen.ProgressBar;
import org.kontor.shell.internal.screen.Screen;

/** Watches a run. Stateless. */
final class RunWatch {
    private static final long LOOK_MILLIS = 500;

    private RunWatch() {}

    /** The run at its end; Ctrl-C stops watching, not the run, and gives it as it is known by then. */
    static Run toEnd(CallContext call, Screen screen, Runs runs, Run begun) {
        Run run = begun;
        try (ProgressBar bar = screen.progress(begun.connection() + " " + begun.source())) {
            while (run.state() == RunState.RUNNING) {
                bar.update(run.read(), run.progress().share());
                Thread.sleep(LOOK_MILLIS);
                run = runs.get(call, run.id());
            }
        } catch (InterruptedException ctrlC) {
            // that was all it meant
        }
        return run;
    }
}
