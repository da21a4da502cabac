/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.kontor.api.call.CallContext;
import org.kontor.api.imports.ImportPreview;
import org.kontor.api.imports.ImportRequest;
import org.kontor.api.imports.MappedColumn;
import org.kontor.api.imports.PreviewRow;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Rehearsed;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.api.sync.Synchronisation;
import org.kontor.tabular.Table;
import org.kontor.tabular.TableRow;

/** Tries the beginning of a file and tells what would become of it. Used once. */
final class Preview {
    private static final int SAMPLES = 3;
    private static final int MAX_SAMPLE = 100;

    private final Synchronisation synchronisation;
    private final ImportRequest request;
    private final Table table;
    private final Columns columns;

    Preview(Synchronisation synchronisation, ImportRequest request, Table table, Columns columns) {
        this.synchronisation = synchronisation;
        this.request = request;
        this.table = table;
        this.columns = columns;
    }

    ImportPreview of(CallContext context) {
        List<TableRow> rows = new ArrayList<>();
        while (rows.size() < Batch.MAX_SIZE && table.hasNext()) {
            rows.add(table.next());
        }
        long total = rows.size();
        while (table.hasNext()) {
            table.next();
            total++;
        }
        Rows reader = new Rows(request.type(), columns);
        List<SourceRecord> records = rows.stream().map(reader::record).toList();
        List<Rehearsed> answers =
                synchronisation.rehearse(context, request.source(), request.type(), records, SyncRules.BY_CODE);
        List<PreviewRow> shown = new ArrayList<>();
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (int i = 0; i < rows.size(); i++) {
            counts.merge(answers.get(i).result().outcome(), 1L, Long::sum);
            if (i < ImportPreview.ROWS) {
                shown.add(row(rows.get(i), records.get(i), answers.get(i)));
            }
        }
        double share = rows.isEmpty() ? 1 : (double) total / rows.size();
        counts.replaceAll((outcome, count) -> Math.round(count * share));
        return new ImportPreview(
                request.type(),
                request.source(),
                table.format(),
                columns(rows),
                columns.missing(),
                columns.unknown(),
                columns.ready(),
                shown,
                total,
                rows.size(),
                counts);
    }

    private List<MappedColumn> columns(List<TableRow> rows) {
        List<MappedColumn> mapped = new ArrayList<>();
        for (int i = 0; i < columns.all().size(); i++) {
            Columns.Column column = columns.all().get(i);
            mapped.add(new MappedColumn(
                    column.header(),
                    column.target() == null ? null : column.target().name(),
                    column.origin(),
                    column.certainty(),
                    column.used(),
                    samples(rows, i)));
        }
        return mapped;
    }

    private static List<String> samples(List<TableRow> rows, int place) {
        Set<String> samples = new LinkedHashSet<>();
        for (TableRow row : rows) {
            if (samples.size() < SAMPLES
                    && place < row.cells().size()
                    && !row.cells().get(place).isBlank()) {
                samples.add(shorten(row.cells().get(place).strip()));
            }
        }
        return List.copyOf(samples);
    }

    private static String shorten(String text) {
        return text.length() > MAX_SAMPLE ? text.substring(0, MAX_SAMPLE) + "…" : text;
    }

    /** Only what the file has a column for: the rest of the record stays as it is. */
    private PreviewRow row(TableRow row, SourceRecord record, Rehearsed answer) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.all().size(); i++) {
            Target target = columns.target(i);
            Object value = target == null ? null : value(target, record, answer);
            if (value != null) {
                values.put(target.name(), value instanceof String text ? shorten(text) : value);
            }
        }
        ItemResult result = answer.result();
        return new PreviewRow(
                row.line(), result.outcome(), values, result.error(), result.message(), result.violations());
    }

    private static Object value(Target target, SourceRecord record, Rehearsed answer) {
        if (target.equals(Target.EXTERNAL_ID)) {
            return record.externalId();
        }
        if (target.equals(Target.ARCHIVED)) {
            return record.archived();
        }
        if (record.references().containsKey(target.field())) {
            return record.references().get(target.field());
        }
        return (answer.values() == null ? record.values() : answer.values()).get(target.field());
    }
}
