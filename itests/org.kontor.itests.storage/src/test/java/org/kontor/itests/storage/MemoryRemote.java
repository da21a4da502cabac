/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.SourceRecord;
import org.kontor.spi.sync.Outgoing;
import org.kontor.spi.sync.RemoteAnswer;
import org.kontor.spi.sync.RemoteKeys;
import org.kontor.spi.sync.RemoteRecord;
import org.kontor.spi.sync.RemoteType;
import org.kontor.spi.sync.RemoteWrite;

/** An external system in memory, for tests of the engine alone. */
class MemoryRemote implements RemoteType, RemoteKeys {
    static final List<CustomerField> FIELDS =
            List.of(CustomerField.NAME, CustomerField.TAX_ID, CustomerField.ADDRESS_CITY);

    /** One record there. */
    static final class Row {
        final Map<CustomerField, String> values = new HashMap<>();
        boolean archived;
        long version;
        UUID key;
        /** As the record has it that it was made from. */
        String code;
    }

    /** How long a create goes on there. */
    Duration unanswered = Duration.ZERO;
    /** Whether it tells the codes of records. */
    boolean tellsCodes;

    final Map<String, Row> rows = new TreeMap<>();
    int writes;
    private int last;
    /** Ids of rows that others hang on. */
    final Set<String> undeletable = new HashSet<>();
    /** Ids of rows that it neither deletes nor archives. */
    final Set<String> kept = new HashSet<>();
    /** Names that it does not take. */
    final Set<String> refusedNames = new HashSet<>(Set.of("refused"));
    /** Called at each point at which a process may be killed or somebody else may be quick; throws to kill. */
    Runnable moment = () -> {};

    @Override
    public RecordType type() {
        return RecordType.CUSTOMER;
    }

    String add(String name) {
        String id = "r" + ++last;
        Row row = new Row();
        row.values.put(CustomerField.NAME, name);
        rows.put(id, row);
        return id;
    }

    void edit(String id, CustomerField field, String value) {
        Row row = rows.get(id);
        row.values.put(field, value);
        row.version++;
    }

    SourceRecord told(String id) {
        Row row = rows.get(id);
        FieldValues.Builder values = FieldValues.builder();
        FIELDS.forEach(field -> values.set(field, row.values.get(field)));
        if (tellsCodes) {
            values.set(CustomerField.CODE, row.code);
        }
        return new SourceRecord(id, values.build(), Map.of(), row.archived, null);
    }

    private RemoteRecord record(String id) {
        return new RemoteRecord(told(id), rows.get(id).version);
    }

    @Override
    public Outgoing outgoing(BusinessRecord record, Links links) {
        Map<String, Object> values = new LinkedHashMap<>();
        FIELDS.forEach(field -> values.put(field.path(), record.values().get(field)));
        values.put("archived", record.archived());
        return new Outgoing(values, List.of());
    }

    @Override
    public Map<String, RemoteRecord> read(Collection<String> externalIds) {
        moment.run();
        Map<String, RemoteRecord> found = new HashMap<>();
        externalIds.stream().filter(rows::containsKey).forEach(id -> found.put(id, record(id)));
        moment.run();
        return found;
    }

    @Override
    public List<RemoteAnswer> write(List<RemoteWrite> all) {
        List<RemoteAnswer> answers = new ArrayList<>();
        for (RemoteWrite write : all) {
            moment.run();
            answers.add(write(write));
            moment.run();
        }
        return answers;
    }

    private RemoteAnswer write(RemoteWrite write) {
        if (refusedNames.contains(write.values().get("name"))) {
            return new RemoteAnswer.Refused(KontorException.invalid("name", "forbidden", "Not this name.", null));
        }
        String id = write.isCreate() ? add(null) : write.existing().told().externalId();
        Row row = rows.get(id);
        if (!write.isCreate() && row.version != (Long) write.existing().state()) {
            return new RemoteAnswer.Raced();
        }
        row.key = write.isCreate() ? write.key() : row.key;
        row.code = write.isCreate() ? write.record().code() : row.code;
        write.values().forEach((name, value) -> {
            if (name.equals("archived")) {
                row.archived = (Boolean) value;
            } else {
                row.values.put((CustomerField) RecordType.CUSTOMER.field(name).orElseThrow(), stored((String) value));
            }
        });
        row.version++;
        writes++;
        return new RemoteAnswer.Written(record(id));
    }

    /** What this system makes of a text. */
    String stored(String value) {
        return value;
    }

    @Override
    public List<RemoteRecord> find(RemoteWrite create) {
        return rows.entrySet().stream()
                .filter(entry -> create.key().equals(entry.getValue().key))
                .map(entry -> record(entry.getKey()))
                .toList();
    }

    @Override
    public Duration unanswered() {
        return unanswered;
    }

    @Override
    public List<RemoteAnswer> delete(List<String> externalIds) {
        List<RemoteAnswer> answers = new ArrayList<>();
        for (String id : externalIds) {
            moment.run();
            if (kept.contains(id)) {
                answers.add(new RemoteAnswer.Refused(new KontorException(ErrorCode.IN_USE, "It is in use there.")));
            } else if (undeletable.contains(id)) {
                rows.get(id).archived = true;
                answers.add(new RemoteAnswer.Archived("An invoice hangs on it."));
            } else {
                rows.remove(id);
                answers.add(new RemoteAnswer.Deleted());
            }
            moment.run();
        }
        return answers;
    }

    @Override
    public Set<String> present(Collection<String> externalIds) {
        return externalIds.stream().filter(rows::containsKey).collect(Collectors.toSet());
    }
}
