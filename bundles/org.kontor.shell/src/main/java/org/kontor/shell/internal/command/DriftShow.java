/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Drift;
import org.kontor.api.sync.DriftKind;
import org.kontor.api.sync.Reconciliation;
import org.kontor.shell.internal.Naming;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:drift-show}: what a comparison found. */
@Service
@Command(
        scope = "kontor",
        name = "drift-show",
        description = "Shows in which records both sides of a connection differ")
public final class DriftShow extends ConnectionCommand {
    @Option(name = "--report", description = "Id of a comparison; without it the newest of the connection")
    private String report;

    @Option(name = "--kind", description = "Only records that differ in this way")
    @Completion(
            value = StringsCompleter.class,
            values = {"missing_here", "missing_there", "differs", "waiting"},
            caseSensitive = false)
    private String kind;

    @Option(name = "--type", description = "Only records of this type")
    @Completion(
            value = StringsCompleter.class,
            values = {"customer", "location"},
            caseSensitive = false)
    private String type;

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = RecordQuery.DEFAULT_LIMIT;

    @Option(name = "--cursor", description = "Where the page before ended")
    private String cursor;

    @Override
    protected void run(CallContext call, Screen screen) {
        RecordType wanted = type == null ? null : Choices.of(RecordType.class, "--type", type);
        DriftKind only = kind == null ? null : Choices.of(DriftKind.class, "--kind", kind);
        Reconciliation found = find(call);
        Page<Drift> page = desk().reconciliations().drift(call, found.id(), wanted, only, limit, cursor);
        if (json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("reconciliation", found);
            document.put("items", page.items());
            document.put("next", page.next());
            Json.print(screen.out(), document);
            return;
        }
        DriftText.print(screen, found);
        if (page.items().isEmpty()) {
            screen.say("Nothing differs" + (wanted == null && only == null ? "." : " in that way."));
        } else {
            DriftText.print(screen, page.items());
        }
        if (page.next() != null) {
            screen.say("More follow: add --cursor " + page.next());
        }
    }

    private Reconciliation find(CallContext call) {
        if (report != null) {
            return desk().reconciliations()
                    .get(
                            call,
                            Naming.id(report)
                                    .orElseThrow(() -> KontorException.invalid(
                                            "--report", "not_an_id", "Must be the id of a comparison.", report)));
        }
        return desk().reconciliations().list(call, name(), 1, null).items().stream()
                .findFirst()
                .orElseThrow(() -> new KontorException(
                        ErrorCode.NOT_FOUND,
                        "Connection '" + name() + "' was not compared yet: kontor:connection-reconcile " + name()));
    }
}
