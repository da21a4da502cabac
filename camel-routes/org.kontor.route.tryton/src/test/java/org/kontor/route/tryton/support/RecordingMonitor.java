/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.kontor.camel.Monitor;

/** Keeps what a route told. */
public final class RecordingMonitor implements Monitor {
    public final List<String> told = new CopyOnWriteArrayList<>();
    private volatile String noted;

    @Override
    public void running() {
        told.add("running");
    }

    @Override
    public void idle() {
        told.add("idle");
    }

    @Override
    public void runFailed() {
        told.add("run failed");
    }

    @Override
    public void waiting(String message) {
        told.add("waiting: " + message);
    }

    @Override
    public void failed(String message) {
        told.add("failed: " + message);
    }

    @Override
    public void note(String message) {
        noted = message;
    }

    /** What is to be mended though all works; null for nothing. */
    public String noted() {
        return noted;
    }

    public String last() {
        return told.isEmpty() ? "" : told.get(told.size() - 1);
    }

    /** How often Tryton was read to its end. */
    public long looks() {
        return told.stream().filter("idle"::equals).count();
    }
}
