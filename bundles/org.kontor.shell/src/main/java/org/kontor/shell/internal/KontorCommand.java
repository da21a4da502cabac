/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.shell.internal.screen.Screen;

/** What all commands have in common: who calls, {@code --json}, and refusals as sentences. One is made for each call. */
public abstract class KontorCommand implements Action {
    @Reference
    private Desk desk;

    @Reference
    private Session session;

    @Option(name = "--json", description = "Prints one JSON document instead of text for people")
    private boolean json;

    @Override
    public final Object execute() throws Exception {
        Screen screen = new Screen(session);
        try {
            run(call(), screen);
        } catch (KontorException refusal) {
            throw Refusal.of(refusal, next(refusal), screen.hasColours());
        }
        return null;
    }

    /** The call that the command makes: of the person whose session it is. */
    protected CallContext call() {
        return desk.call();
    }

    protected abstract void run(CallContext call, Screen screen) throws Exception;

    /** What can be done about a refusal, in a sentence, where its own do not say it; or null. */
    protected String next(KontorException refusal) {
        return refusal.code() == ErrorCode.STALE_VERSION ? "Look at it again, and edit what is there now." : null;
    }

    protected final Desk desk() {
        return desk;
    }

    protected final Session session() {
        return session;
    }

    protected final boolean json() {
        return json;
    }

    /** A word as it is typed into the shell. */
    protected static String typed(String word) {
        return word.matches("[A-Za-z0-9._/=-]+")
                ? word
                : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
