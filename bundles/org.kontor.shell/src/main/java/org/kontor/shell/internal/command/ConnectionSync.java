/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.sync.Again;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.RunState;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:connection-sync}. */
@Service
@Command(
        scope = "kontor",
        name = "connection-sync",
        description = "Reads what is new in the other system now, or something once more")
public final class ConnectionSync extends ConnectionCommand {
    @Option(name = "--record", description = "Once more these records: their ids there, with commas between")
    private String records;

    @Option(
            name = "--changed",
            description =
                    "Once more what was changed there in that time: FROM..TO, days (2026-11-01..2026-11-08) or times")
    private String changed;

    @Option(name = "--full", description = "Once more everything")
    private boolean full;

    @Option(
            name = "--dry-run",
            description = "Tells what a reading of everything, and the sending after it, would do; writes nothing")
    private boolean dryRun;

    @Override
    protected void run(CallContext call, Screen screen) {
        if (dryRun) {
            tryOut(call, screen);
            return;
        }
        String see = " See what comes: kontor:run-list --connection " + name();
        if (records == null && changed == null && !full) {
            boolean begun = desk().connections().sync(call, name());
            done(call, screen, "Connection " + name() + (begun ? " reads now." : " is reading already.") + see);
            return;
        }
        desk().connections().again(call, name(), again());
        done(call, screen, "Connection " + name() + " reads that once more; what is new goes on coming." + see);
    }

    private void tryOut(CallContext call, Screen screen) {
        if (records != null || changed != null) {
            throw KontorException.invalid(
                    "--dry-run", "one_of", "A dry run reads everything: leave --record and --changed away.", null);
        }
        UUID id = desk().dryRuns().begin(call, name());
        Run run = RunWatch.toEnd(call, screen, desk().runs(), desk().runs().get(call, id));
        if (json()) {
            Json.print(screen.out(), run);
            return;
        }
        if (run.message() != null) {
            screen.say(run.message());
        }
        if (run.state() == RunState.RUNNING) {
            screen.say("It goes on. See what it found: kontor:run-show --all " + id);
            return;
        }
        screen.say("Dry run of " + name() + ", " + run.state().name().toLowerCase(Locale.ROOT) + ": "
                + run.created() + " would be created here, " + run.updated() + " changed, " + run.archived()
                + " archived, un-archived or deleted, " + run.conflicts() + " in conflict, " + run.refused()
                + " refused, " + run.sent() + " sent; " + run.unchanged()
                + " are unchanged. Nothing was written. See each: kontor:run-show --all " + id);
    }

    private Again again() {
        List<String> ids = records == null
                ? List.of()
                : Arrays.stream(records.split(",")).map(String::strip).toList();
        if (changed == null) {
            return new Again(ids, null, null, full);
        }
        int between = changed.indexOf("..");
        if (between < 0) {
            throw malformed();
        }
        return new Again(ids, moment(changed.substring(0, between)), moment(changed.substring(between + 2)), full);
    }

    /** A day begins at midnight, UTC. */
    private Instant moment(String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw malformed();
        }
    }

    private KontorException malformed() {
        return KontorException.invalid(
                "--changed",
                "malformed_time",
                "Must be FROM..TO, days like 2026-11-01 or times like 2026-11-01T08:00:00Z.",
                changed);
    }
}
