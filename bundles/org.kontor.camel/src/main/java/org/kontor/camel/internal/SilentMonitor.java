/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import org.kontor.camel.Monitor;

/** For a look in passing, be it a check or a comparison: it changes nothing in how the connection does. */
enum SilentMonitor implements Monitor {
    INSTANCE;

    @Override
    public void running() {
        // nobody is told
    }

    @Override
    public void idle() {
        // nobody is told
    }

    @Override
    public void runFailed() {
        // nobody is told
    }

    @Override
    public void waiting(String message) {
        // nobody is told
    }

    @Override
    public void failed(String message) {
        // nobody is told
    }

    @Override
    public void note(String message) {
        // nobody is told
    }
}
