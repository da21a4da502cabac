/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.karaf.shell.api.action.Option;

import org.kontor.api.call.CallContext;
import org.kontor.api.location.Location;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordDocument;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** A page of a list: filters and sorts are those of the API. */
public abstract class RecordList extends RecordSearch {
    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = RecordQuery.DEFAULT_LIMIT;

    @Option(name = "--cursor", description = "Where the page before ended")
    private String cursor;

    /** The paths of the fields that are shown beside code and name. */
    protected abstract List<String> shown();

    @Override
    protected void run(CallContext call, Screen screen) {
        RecordQuery query = query(call).withLimit(limit).withCursor(cursor);
        Page<? extends BusinessRecord> page = records().find(call, query);
        if (json()) {
            Json.print(screen.out(), page.map(RecordDocument::of));
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
        Map<UUID, ? extends BusinessRecord> customers = customers(call, page);
        List<List<String>> rows = new ArrayList<>();
        for (BusinessRecord record : page.items()) {
            List<String> row = new ArrayList<>();
            row.add(record.code());
            row.add(record.name() + (record.archived() ? " (archived)" : ""));
            if (record instanceof Location location) {
                BusinessRecord customer = customers.get(location.customerId());
                row.add(customer == null ? "" : customer.code());
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

    private Map<UUID, ? extends BusinessRecord> customers(CallContext call, Page<? extends BusinessRecord> page) {
        Set<UUID> ids = new HashSet<>();
        page.items().forEach(record -> {
            if (record instanceof Location location) {
                ids.add(location.customerId());
            }
        });
        return ids.isEmpty() ? Map.of() : desk().records(RecordType.CUSTOMER).getAll(call, ids);
    }
}
