/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

import org.kontor.api.call.CallContext;
import org.kontor.api.sync.DriftCounts;
import org.kontor.api.sync.DriftKind;
import org.kontor.api.sync.Reconciliation;
import org.kontor.api.sync.Reconciliations.Left;
import org.kontor.api.sync.Reconciliations.Repaired;
import org.kontor.api.sync.Repair;
import org.kontor.api.sync.RunState;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.ProgressBar;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:connection-reconcile}: compares both sides, and repairs what a person chooses (S12). */
@Service
@Command(
        scope = "kontor",
        name = "connection-reconcile",
        description = "Compares both sides of a connection record by record, and repairs them if told so")
public final class ConnectionReconcile extends ConnectionCommand {
    private static final long LOOK_MILLIS = 500;

    @Option(
            name = "--repair",
            description =
                    "What differs is repaired: theirs is taken in, ours is sent, or what each side changed (both)")
    @Completion(
            value = StringsCompleter.class,
            values = {"theirs", "ours", "both"},
            caseSensitive = false)
    private String repair;

    @Option(name = "--kind", description = "Repairs only records that differ in this way")
    @Completion(
            value = StringsCompleter.class,
            values = {"missing_here", "missing_there", "differs"},
            caseSensitive = false)
    private String kind;

    @Override
    protected void run(CallContext call, Screen screen) {
        Repair how = repair == null ? null : Choices.of(Repair.class, "--repair", repair);
        DriftKind only = kind == null ? null : Choices.of(DriftKind.class, "--kind", kind);
        UUID id = desk().reconciliations().begin(call, name());
        Reconciliation report = watch(call, screen, id);
        Repaired repaired = how == null || report.state() != RunState.COMPLETED
                ? null
                : desk().reconciliations().repair(call, id, only, how);
        if (json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("reconciliation", report);
            document.put("repaired", repaired);
            Json.print(screen.out(), document);
            return;
        }
        DriftText.print(screen, report);
        if (repaired != null) {
            print(screen, repaired);
        } else if (report.state() == RunState.RUNNING) {
            screen.say("It goes on. See what it found: kontor:drift-show " + name());
        } else if (report.found() > 0) {
            screen.say("See which: kontor:drift-show " + name()
                    + ". Repair: kontor:connection-reconcile --repair theirs " + name() + ", or ours, or both.");
        }
    }

    /** Ctrl-C stops watching, not the comparison. */
    private Reconciliation watch(CallContext call, Screen screen, UUID id) {
        Reconciliation report = desk().reconciliations().get(call, id);
        try (ProgressBar bar = screen.progress("Comparing " + name())) {
            while (report.state() == RunState.RUNNING) {
                bar.update(
                        report.counts().stream().mapToLong(DriftCounts::there).sum());
                Thread.sleep(LOOK_MILLIS);
                report = desk().reconciliations().get(call, id);
            }
        } catch (InterruptedException ctrlC) {
            // what is known by now is shown
        }
        return report;
    }

    private static void print(Screen screen, Repaired repaired) {
        screen.say("Repaired: " + Texts.count(repaired.taken(), "record") + " written here, " + repaired.sending()
                + " to be sent by the next run, " + repaired.left() + " left as they are."
                + " See each: kontor:run-show --all " + repaired.run());
        for (Left left : repaired.reasons()) {
            screen.say("Left: " + left.type().key() + " " + left.externalId() + ": " + left.message());
        }
    }
}
