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

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.sync.Again;
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

    @Override
    protected void run(CallContext call, Screen screen) {
        String see = " See what comes: kontor:run-list --connection " + name();
        if (records == null && changed == null && !full) {
            boolean begun = desk().connections().sync(call, name());
            done(call, screen, "Connection " + name() + (begun ? " reads now." : " is reading already.") + see);
            return;
        }
        desk().connections().again(call, name(), again());
        done(call, screen, "Connection " + name() + " reads that once more; what is new goes on coming." + see);
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
