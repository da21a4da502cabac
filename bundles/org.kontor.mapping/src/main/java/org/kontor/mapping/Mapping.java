/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.DeleteRule;
import org.kontor.api.sync.MatchKey;
import org.kontor.api.sync.MergeRule;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.mapping.Rules.In;
import org.kontor.mapping.Rules.Let;
import org.kontor.mapping.Rules.Out;
import org.kontor.mapping.Rules.Source;

/**
 * A mapping file, compiled: one connection, one record type, both directions (requirement S4). Immutable, thread-safe. Bounded:
 * depth and size of a payload, time, depth and sizes of every expression; nothing of a record makes it throw, only a look-up that
 * fails does.
 */
public final class Mapping {
    /** Records that one payload may hold. */
    public static final int MAX_RECORDS = 10_000;

    final String file;
    final RecordType type;
    final Source each;
    final Source id;
    final Source archived;
    final List<Let> lets;
    final List<In> ins;
    final List<Out> outs;
    private final List<MatchKey> match;
    private final MergeRule merge;
    private final DeleteRule deleted;

    Mapping(
            String file,
            RecordType type,
            Source each,
            Source id,
            Source archived,
            List<Let> lets,
            List<In> ins,
            List<Out> outs,
            List<MatchKey> match,
            MergeRule merge,
            DeleteRule deleted) {
        this.file = file;
        this.type = type;
        this.each = each;
        this.id = id;
        this.archived = archived;
        this.lets = List.copyOf(lets);
        this.ins = List.copyOf(ins);
        this.outs = List.copyOf(outs);
        this.match = List.copyOf(match);
        this.merge = merge;
        this.deleted = deleted;
    }

    /**
     * Reads a file.
     *
     * @param file its name, for the errors
     * @param text at most {@value MappingReader#MAX_LENGTH} characters
     */
    public static MappingReading read(String file, String text) {
        return new MappingReader(file).read(text);
    }

    public String file() {
        return file;
    }

    public RecordType type() {
        return type;
    }

    /** How its records are matched and merged. */
    public SyncRules rules() {
        Map<Field, MergeRule> own =
                ins.stream().filter(rule -> rule.merge() != merge).collect(Collectors.toMap(In::field, In::merge));
        return new SyncRules(match, merge, own, false);
    }

    /** What becomes of ours when the record is deleted there. */
    public DeleteRule deleted() {
        return deleted;
    }

    /** In the order in which they are tried; empty: only cross references. */
    public List<MatchKey> match() {
        return match;
    }

    /** Whose value stays when both sides changed the field. */
    public MergeRule merge(Field field) {
        return ins.stream()
                .filter(rule -> rule.field() == field)
                .map(In::merge)
                .findFirst()
                .orElse(merge);
    }

    /** The fields that come in; all others are left alone. */
    public List<Field> fieldsIn() {
        return ins.stream().filter(rule -> rule.value() != null).map(In::field).toList();
    }

    /**
     * The remote paths that are read, name by name from the payload, so that a connector can ask for just these. A path may
     * not be there at all when the mapping asks for it by {@code $has}, or hands it to a function.
     */
    public Set<List<String>> pathsIn() {
        return new SchemaCheck(this).paths();
    }

    /** The remote paths that are written. */
    public List<String> pathsOut() {
        return outs.stream().map(Out::key).toList();
    }

    /** Where the rule of a field stands: its line and its expression; for <em>explain</em>. */
    public Optional<FieldRule> rule(Field field) {
        return ins.stream()
                .filter(rule -> rule.field() == field && rule.value() != null)
                .map(rule -> new FieldRule(
                        rule.value().place().line(), rule.value().expression().text(), rule.merge()))
                .findFirst();
    }

    /** @param line from 1 */
    public record FieldRule(int line, String expression, MergeRule merge) {}

    /**
     * The one record of a payload. What is wrong with it makes it a refused record, whose violations name field, rule and
     * value.
     */
    public SourceRecord in(JsonNode payload, Lookups lookups) {
        return Incoming.one(this, payload, lookups);
    }

    /** The records of a payload that holds several ({@code each}); one for a mapping without. */
    public List<SourceRecord> inAll(JsonNode payload, Lookups lookups) {
        return new Incoming(this, payload, lookups, null).all();
    }

    /** What the other system is to be told of a record of ours. */
    public Outgoing out(BusinessRecord record, Lookups lookups) {
        if (record.type() != type) {
            throw new IllegalArgumentException(file + " maps " + type + ", not " + record.type());
        }
        return new OutgoingRecord(this, record, lookups).map();
    }

    /** Compares the remote paths with what the other system tells of itself. */
    public List<MappingError> check(RemoteSchema schema) {
        return new SchemaCheck(this).errors(schema);
    }

    @Override
    public String toString() {
        return file;
    }
}
