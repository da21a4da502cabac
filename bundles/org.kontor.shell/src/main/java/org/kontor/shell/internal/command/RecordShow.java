/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;

import org.kontor.api.account.Account;
import org.kontor.api.call.CallContext;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordDocument;
import org.kontor.api.record.Stamp;
import org.kontor.api.record.ValueType;
import org.kontor.api.sync.ConflictQuery;
import org.kontor.api.sync.QuarantineQuery;
import org.kontor.api.sync.UnsentQuery;
import org.kontor.shell.internal.RecordCommand;
import org.kontor.shell.internal.complete.RecordCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** Everything about one record. */
public abstract class RecordShow extends RecordCommand {
    private static final int MOST_WAITING = 20;

    @Argument(name = "record", description = "Its code, id or name", required = true)
    @Completion(RecordCompleter.class)
    private String named;

    /** What else one may want to see of it. */
    protected abstract String seeAlso(BusinessRecord record);

    @Override
    protected void run(CallContext call, Screen screen) {
        BusinessRecord record = find(call, named);
        if (json()) {
            Json.print(screen.out(), RecordDocument.of(record));
            return;
        }
        Map<String, String> lines = new LinkedHashMap<>();
        for (Field field : record.values().fields()) {
            lines.put(field.path(), text(call, field, record.values().get(field)));
        }
        record.crossReferences()
                .forEach(reference -> lines.put("in " + reference.connection(), reference.externalId()));
        if (!record.header().managingAccount().equals(Account.OPERATOR)) {
            lines.put("managed by", account(call, record));
        }
        lines.put("archived", record.archived() ? "yes" : "no");
        lines.put("id", record.id().toString());
        lines.put("version", String.valueOf(record.version()));
        lines.put("created", stamp(record.header().created()));
        lines.put("changed", stamp(record.header().changed()));
        if (desk().synchronises() && call.isForOperator()) {
            waiting(call, record, lines);
        }
        Details.print(screen, lines);
        screen.say(seeAlso(record));
    }

    /** What its external systems told and was not taken in, or not yet; and what they did not take. */
    private void waiting(CallContext call, BusinessRecord record, Map<String, String> lines) {
        QuarantineQuery refused = new QuarantineQuery(null, record.type(), record.id(), null);
        desk().quarantine()
                .list(call, refused, MOST_WAITING, null)
                .items()
                .forEach(one -> lines.put(
                        "refused of " + one.connection() + " " + one.externalId(),
                        Texts.reason(one.message(), one.violations()) + " kontor:quarantine-show " + one.id()));
        UnsentQuery unsent = new UnsentQuery(null, record.type(), record.id(), null);
        desk().unsent()
                .list(call, unsent, MOST_WAITING, null)
                .items()
                .forEach(one -> lines.put(
                        "not taken by " + one.connection(),
                        Texts.reason(one.message(), one.violations()) + " kontor:unsent-retry " + one.id()));
        ConflictQuery open = new ConflictQuery(null, record.type(), record.id(), null);
        desk().conflicts()
                .list(call, open, MOST_WAITING, null)
                .items()
                .forEach(one -> lines.put(
                        "conflict in " + one.field(),
                        "'" + Texts.of(one.ours()) + "' here, '" + Texts.of(one.theirs()) + "' in " + one.connection()
                                + ". Decide: kontor:conflict-decide --stays ours " + one.id()));
    }

    private String text(CallContext call, Field field, Object value) {
        if (value instanceof UUID id && field.valueType() == ValueType.REFERENCE) {
            BusinessRecord target = desk().records(field.target()).get(call, id);
            return target.code() + " " + target.name();
        }
        return value instanceof List<?> list && field.valueType() == ValueType.LINES
                ? String.join("\n", list.stream().map(String::valueOf).toList())
                : Texts.of(value);
    }

    /** Its code and name; nothing more is known of what stands above the caller's own account. */
    private String account(CallContext call, BusinessRecord record) {
        UUID id = record.header().managingAccount();
        Account account = desk().accounts().getAll(call, List.of(id)).get(id);
        return account == null ? id.toString() : account.code() + " " + account.name();
    }

    private static String stamp(Stamp stamp) {
        return Texts.time(stamp.at()) + " by " + stamp.by() + " through " + stamp.through();
    }
}
