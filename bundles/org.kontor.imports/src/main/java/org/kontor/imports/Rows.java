/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.ValueType;
import org.kontor.api.sync.SourceRecord;
import org.kontor.tabular.TableRow;
import org.kontor.tabular.TagList;

/**
 * Makes records of rows. What is empty is cleared; a column that is not there, or not used, is left alone. Words that stand
 * for codes (countries, languages) and decimal commas of coordinates become what Kontor writes; anything else is left as
 * it is, for the rules to judge. Immutable.
 */
final class Rows {
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d{1,3},\\d+");

    private final RecordType type;
    private final List<Target> targets = new ArrayList<>();

    Rows(RecordType type, Columns columns) {
        this.type = type;
        for (int i = 0; i < columns.all().size(); i++) {
            targets.add(columns.target(i));
        }
    }

    SourceRecord record(TableRow row) {
        if (row.problem() != null) {
            return SourceRecord.refused(
                    "line " + row.line(), new KontorException(ErrorCode.MALFORMED_BODY, row.problem()));
        }
        FieldValues.Builder values = FieldValues.builder();
        Map<Field, String> references = new HashMap<>();
        String externalId = null;
        String archived = null;
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            if (target == null) {
                continue;
            }
            String text =
                    row.cells().get(i).isBlank() ? null : row.cells().get(i).strip();
            if (target.equals(Target.EXTERNAL_ID)) {
                externalId = text;
            } else if (target.equals(Target.ARCHIVED)) {
                archived = text;
            } else if (target.field().valueType() == ValueType.REFERENCE) {
                references.put(target.field(), text);
            } else {
                values.set(target.field(), text == null ? null : value(target.field(), text));
            }
        }
        return identified(row.line(), values.build(), references, externalId, archived);
    }

    private static Object value(Field field, String text) {
        return switch (field.valueType()) {
            case TAGS -> TagList.split(text);
            case COUNTRY -> Words.country(text);
            case LANGUAGE -> Words.language(text);
            case LATITUDE, LONGITUDE -> COMMA.matcher(text).matches() ? text.replace(',', '.') : text;
            default -> text;
        };
    }

    private SourceRecord identified(
            long line, FieldValues values, Map<Field, String> references, String externalId, String archived) {
        String id = externalId != null ? externalId : values.text(type.codeField());
        if (id == null) {
            return SourceRecord.refused(
                    "line " + line,
                    KontorException.invalid(
                            "code", "required", "Code or externalId must be given, to know the record again.", null));
        }
        Boolean mark = archived == null ? null : Words.truth(archived);
        if (archived != null && mark == null) {
            return SourceRecord.refused(
                    id, KontorException.invalid("archived", "wrong_type", "Must be true or false.", archived));
        }
        return new SourceRecord(id, values, references, mark, null);
    }
}
