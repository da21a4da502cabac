/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.AccountCommand;
import org.kontor.shell.internal.Naming;
import org.kontor.shell.internal.complete.CustomerCompleter;
import org.kontor.shell.internal.complete.LocationCompleter;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:audit}: who changed what, when, through what (U1). */
@Service
@Command(scope = "kontor", name = "audit", description = "Shows who changed what, newest first")
public final class Audit extends AccountCommand {
    @Option(name = "--customer", description = "Only this customer; by its id also one that is gone")
    @Completion(CustomerCompleter.class)
    private String customer;

    @Option(name = "--location", description = "Only this location; by its id also one that is gone")
    @Completion(LocationCompleter.class)
    private String location;

    @Option(name = "--actor", description = "Only what this person did, by the login")
    private String actor;

    @Option(name = "--source", description = "Only what came through this: REST, SOAP, SHELL, CONNECTION:NAME")
    private String source;

    @Option(name = "--from", description = "From this day or moment on (UTC), for example 2026-11-22T09:00:00Z")
    private String from;

    @Option(name = "--until", description = "Before this day or moment (UTC)")
    private String until;

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = RecordQuery.DEFAULT_LIMIT;

    @Option(name = "--cursor", description = "Where the page before ended")
    private String cursor;

    @Override
    protected void run(CallContext call, Screen screen) {
        if (customer != null && location != null) {
            throw KontorException.invalid("--location", "not_both", "Give --customer or --location, not both.", null);
        }
        RecordType type = location != null ? RecordType.LOCATION : customer != null ? RecordType.CUSTOMER : null;
        UUID id = type == null ? null : id(call, type, location == null ? customer : location);
        Page<AuditEntry> page = desk().audit()
                .find(
                        call,
                        new AuditQuery(
                                type,
                                id,
                                actor,
                                source,
                                moment("--from", from),
                                moment("--until", until),
                                limit,
                                cursor));
        if (json()) {
            Json.print(screen.out(), page);
        } else if (page.items().isEmpty()) {
            screen.say("Nothing was changed.");
        } else {
            print(screen, page);
        }
    }

    /** An id is taken as it is: what it named may be gone. */
    private UUID id(CallContext call, RecordType type, String named) {
        return Naming.id(named)
                .orElseGet(() -> Naming.find(desk(), call, type, named).id());
    }

    private static Instant moment(String option, String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw KontorException.invalid(
                    option, "not_a_time", "Must be a day like 2026-11-22 or a moment like 2026-11-22T09:00:00Z.", text);
        }
    }

    private static void print(Screen screen, Page<AuditEntry> page) {
        screen.table(
                List.of(
                        Column.whole("when"),
                        Column.text("who"),
                        Column.text("through"),
                        Column.whole("what"),
                        Column.text("changes")),
                page.items().stream()
                        .map(entry -> List.of(
                                Texts.time(entry.at()),
                                entry.actor() + (entry.onBehalfOf() == null ? "" : " for " + entry.onBehalfOf()),
                                entry.source(),
                                entry.action().name().toLowerCase(java.util.Locale.ROOT) + " " + entry.recordType(),
                                entry.changes().stream().map(Audit::text).collect(Collectors.joining("; "))))
                        .toList());
        if (page.next() != null) {
            screen.say("More follow: add --cursor " + page.next());
        }
    }

    private static String text(FieldChange change) {
        return change.field() + ": "
                + (change.before() == null ? "" : change.before() + " → ")
                + (change.after() == null ? "(empty)" : change.after());
    }
}
