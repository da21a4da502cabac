/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.completers.StringsCompleter;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.Location;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.Pairs;
import org.kontor.shell.internal.RecordCommand;
import org.kontor.shell.internal.complete.FilterCompleter;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** A page of a list: filters and sorts are those of the API. */
public abstract class RecordList extends RecordCommand {
    @Option(name = "--match", description = "How the words are looked for: words (beginnings), part, similar")
    @Completion(
            value = StringsCompleter.class,
            values = {"words", "part", "similar"})
    private String match = "words";

    @Option(name = "--archived", description = "Which side of the archive: false, true, any")
    @Completion(
            value = StringsCompleter.class,
            values = {"false", "true", "any"})
    private String archived = "false";

    @Option(name = "--sort", description = "name, code, country or changed; with - in front descending")
    @Completion(
            value = StringsCompleter.class,
            values = {"name", "-name", "code", "-code", "country", "-country", "changed", "-changed"})
    private String sort = "name";

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = RecordQuery.DEFAULT_LIMIT;

    @Option(name = "--cursor", description = "Where the page before ended")
    private String cursor;

    @Argument(
            name = "words and filters",
            description = "Words to search for, and filters as NAME=VALUE, for example country=CH",
            multiValued = true)
    @Completion(FilterCompleter.class)
    private List<String> arguments = new ArrayList<>();

    /** The paths of the fields that are shown beside code and name. */
    protected abstract List<String> shown();

    @Override
    protected void run(CallContext call, Screen screen) {
        Pairs.Search search = search(call, arguments);
        boolean descending = sort.startsWith("-");
        RecordQuery query = RecordQuery.ALL
                .withText(search.text())
                .withMatch(Choices.of(RecordQuery.Match.class, "--match", match))
                .withArchived(Choices.archived(archived))
                .withSort(
                        Choices.of(RecordQuery.SortKey.class, "--sort", descending ? sort.substring(1) : sort),
                        descending)
                .withLimit(limit)
                .withCursor(cursor);
        for (Map.Entry<Field, Object> condition : search.where().entrySet()) {
            query = query.where(condition.getKey(), condition.getValue());
        }
        Page<? extends BusinessRecord> page = records().find(call, query);
        if (json()) {
            Json.print(screen.out(), page.map(Json::record));
        } else {
            print(call, screen, page);
        }
    }

    private void print(CallContext call, Screen screen, Page<? extends BusinessRecord> page) {
        if (page.items().isEmpty()) {
            screen.say("Nothing found. Make one: kontor:" + type().key() + "-create name=NAME");
            return;
        }
        List<Column> columns = new ArrayList<>(List.of(Column.whole("code"), Column.text("name")));
        if (type() == RecordType.LOCATION) {
            columns.add(Column.whole("customer"));
        }
        shown().forEach(path -> columns.add(Column.text(path.substring(path.indexOf('.') + 1))));
        Map<UUID, String> customers = new HashMap<>();
        List<List<String>> rows = new ArrayList<>();
        for (BusinessRecord record : page.items()) {
            List<String> row = new ArrayList<>();
            row.add(record.code());
            row.add(record.name() + (record.archived() ? " (archived)" : ""));
            if (record instanceof Location location) {
                row.add(customers.computeIfAbsent(location.customerId(), id -> code(call, id)));
            }
            shown().forEach(path ->
                    row.add(Texts.of(record.values().get(type().field(path).orElseThrow()))));
            rows.add(row);
        }
        screen.table(columns, rows);
        if (page.next() != null) {
            screen.say("More follow: add --cursor " + page.next());
        }
    }

    private String code(CallContext call, UUID customer) {
        try {
            return desk().records(RecordType.CUSTOMER).get(call, customer).code();
        } catch (KontorException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                return "";
            }
            throw e;
        }
    }
}
