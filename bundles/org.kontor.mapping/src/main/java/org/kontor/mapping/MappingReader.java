/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

import com.fasterxml.jackson.databind.node.TextNode;

import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.ValueType;
import org.kontor.api.sync.DeleteRule;
import org.kontor.api.sync.MatchKey;
import org.kontor.api.sync.MergeRule;
import org.kontor.mapping.Rules.In;
import org.kontor.mapping.Rules.Let;
import org.kontor.mapping.Rules.Out;
import org.kontor.mapping.Rules.Place;
import org.kontor.mapping.Rules.Source;
import org.kontor.mapping.Rules.Table;
import org.kontor.mapping.YamlFile.Entry;
import org.kontor.mapping.expression.Expression;
import org.kontor.mapping.expression.ExpressionException;

/** Reads one mapping file to its end, so that a person sees all that is wrong at once. For one use. */
final class MappingReader {
    static final int MAX_LENGTH = 262_144;

    private static final Set<String> TOP =
            Set.of("type", "id", "each", "let", "archived", "deleted", "match", "merge", "fields", "send");
    private static final Set<String> FIELD =
            Set.of("path", "in", "out", "constant", "when", "values", "otherwise", "merge");
    private static final Set<String> OUT = Set.of("to", "value", "when");

    private final String file;
    private final YamlFile yaml;
    /** Names of {@code let}, known to the expressions behind them. */
    private final Set<String> names = new LinkedHashSet<>();

    private final List<In> ins = new ArrayList<>();
    private final List<Out> outs = new ArrayList<>();
    private final Map<String, Place> targets = new HashMap<>();
    private RecordType type;
    private MergeRule merge = MergeRule.THEIRS;

    MappingReader(String file) {
        this.file = file;
        this.yaml = new YamlFile(file);
    }

    MappingReading read(String text) {
        if (text.length() > MAX_LENGTH) {
            yaml.error(new Place(1, 1, ""), "too_large", "The file is longer than " + MAX_LENGTH + " characters.");
            return new MappingReading(null, yaml.errors());
        }
        Node root = yaml.parse(text);
        Map<String, Entry> top = root == null ? null : yaml.map(root, "", TOP);
        Mapping mapping = top == null ? null : mapping(top, yaml.place(root, ""));
        return new MappingReading(yaml.errors().isEmpty() ? mapping : null, yaml.errors());
    }

    private Mapping mapping(Map<String, Entry> top, Place place) {
        type = type(top.get("type"), place);
        if (type == null) {
            return null;
        }
        merge = merge(top.get("merge"), MergeRule.THEIRS);
        DeleteRule deleted =
                choice(top.get("deleted"), DeleteRule.ARCHIVE, "unknown_delete_rule", "is none of archive, delete.");
        Source each = source(top.get("each"));
        Source id = source(top.get("id"));
        List<Let> lets = lets(top.get("let"));
        Source archived = source(top.get("archived"));
        Entry fields = top.get("fields");
        Map<String, Entry> entries = fields == null ? Map.of() : yaml.map(fields.value(), "fields");
        if (entries != null) {
            entries.values().forEach(this::field);
        }
        send(top.get("send"));
        boolean in = ins.stream().anyMatch(rule -> rule.value() != null);
        if (in && !top.containsKey("id")) {
            yaml.error(place, "missing_key", "Fields come in, so id: must say where the record's id stands.");
        }
        if (!in && outs.isEmpty() && yaml.errors().isEmpty()) {
            yaml.error(place, "nothing_mapped", "The file maps no field.");
        }
        List<MatchKey> match = match(top.get("match"));
        return new Mapping(file, type, each, id, archived, lets, ins, outs, match, merge, deleted);
    }

    private RecordType type(Entry entry, Place place) {
        if (entry == null) {
            yaml.error(place, "missing_key", "type: is missing: customer or location.");
            return null;
        }
        String text = yaml.text(entry);
        if (text == null) {
            return null;
        }
        Optional<RecordType> found = RecordType.synchronisedOfKey(text);
        if (found.isEmpty()) {
            yaml.error(valuePlace(entry), "unknown_type", text + " is no type of records; customer or location.");
        }
        return found.orElse(null);
    }

    private MergeRule merge(Entry entry, MergeRule otherwise) {
        return choice(entry, otherwise, "unknown_merge_rule", "is none of theirs, ours, newest, ask.");
    }

    /** One of a few words. */
    private <E extends Enum<E>> E choice(Entry entry, E otherwise, String rule, String message) {
        String text = entry == null ? null : yaml.text(entry);
        if (text == null) {
            return otherwise;
        }
        for (E one : otherwise.getDeclaringClass().getEnumConstants()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(text)) {
                return one;
            }
        }
        yaml.error(valuePlace(entry), rule, text + " " + message);
        return otherwise;
    }

    private List<Let> lets(Entry entry) {
        Map<String, Entry> entries = entry == null ? null : yaml.map(entry.value(), "let");
        List<Let> lets = new ArrayList<>();
        if (entries == null) {
            return lets;
        }
        for (Entry let : entries.values()) {
            if (!let.key().matches("[A-Za-z][A-Za-z0-9_]{0,63}")
                    || Set.of("payload", "lookup", "external").contains(let.key())) {
                yaml.error(let.place(), "reserved_name", "Letters and digits, and not payload, lookup or external.");
                continue;
            }
            Source source = source(let);
            if (source != null) {
                lets.add(new Let(let.key(), source));
            }
            // also when it is broken, or each use of it would be an error, too
            names.add(let.key());
        }
        return lets;
    }

    private void field(Entry entry) {
        Optional<Field> found = type.field(entry.key());
        if (found.isEmpty()) {
            yaml.error(entry.place(), "unknown_field", "A " + type.key() + " has no field " + entry.key() + ".");
            return;
        }
        Field field = found.get();
        if (entry.value() instanceof ScalarNode) {
            Source path = path(entry);
            if (path != null) {
                both(field, path, null, null, merge);
            }
            return;
        }
        Map<String, Entry> keys = yaml.map(entry.value(), entry.place().key(), FIELD);
        if (keys == null) {
            return;
        }
        long ways = List.of("path", "in", "constant").stream()
                .filter(keys::containsKey)
                .count();
        if (ways > 1 || keys.containsKey("path") && keys.containsKey("out")) {
            yaml.error(
                    entry.place(),
                    "contradiction",
                    "Only one of path, in and constant; path says already where it goes out.");
            return;
        }
        MergeRule rule = merge(keys.get("merge"), merge);
        Source when = source(keys.get("when"));
        Table table = table(keys, keys.containsKey("out") || keys.containsKey("path"));
        if (keys.containsKey("path")) {
            Source path = path(keys.get("path"));
            if (path != null) {
                both(field, path, when, table, rule);
            }
            return;
        }
        Source in = keys.containsKey("constant") ? constant(keys.get("constant")) : source(keys.get("in"));
        ins.add(new In(field, in, when, table, rule));
        if (keys.containsKey("out")) {
            out(field, keys.get("out"), table);
        } else if (ways == 0) {
            yaml.error(entry.place(), "missing_key", "Says neither in, constant, path nor out.");
        }
    }

    private void both(Field field, Source path, Source when, Table table, MergeRule rule) {
        ins.add(new In(field, path, when, table, rule));
        add(field.path(), path.expression().text().strip(), path, own(field, path.place()), null, table);
    }

    /** {@code out: path}, or {@code out: {to, value, when}}. */
    private void out(Field field, Entry entry, Table table) {
        if (entry.value() instanceof ScalarNode) {
            Source to = path(entry);
            if (to != null) {
                add(field.path(), to.expression().text().strip(), to, own(field, to.place()), null, table);
            }
            return;
        }
        Map<String, Entry> keys = yaml.map(entry.value(), entry.place().key(), OUT);
        if (keys == null) {
            return;
        }
        if (!keys.containsKey("to")) {
            yaml.error(entry.place(), "missing_key", "to: is missing: the path there.");
            return;
        }
        Source to = path(keys.get("to"));
        Source value = keys.containsKey("value") ? source(keys.get("value")) : own(field, entry.place());
        Source when = source(keys.get("when"));
        if (to != null && value != null) {
            // who writes an expression of its own has said what goes out; the table is for the field's own value
            Table own = keys.containsKey("value") ? null : table;
            add(field.path(), to.expression().text().strip(), to, value, when, own);
        }
    }

    /** What belongs to no single field: {@code remote path: expression}, or {@code {value, when}}. */
    private void send(Entry entry) {
        Map<String, Entry> entries = entry == null ? null : yaml.map(entry.value(), "send");
        if (entries == null) {
            return;
        }
        for (Entry target : entries.values()) {
            Source to = compile(target.place(), null, target.key());
            if (to == null) {
                continue;
            }
            if (to.expression().plainPath().isEmpty()) {
                notAPath(target.place(), target.key());
                continue;
            }
            if (target.value() instanceof ScalarNode) {
                Source value = source(target);
                if (value != null) {
                    add(target.key(), target.key(), to, value, null, null);
                }
                continue;
            }
            Map<String, Entry> keys = yaml.map(target.value(), target.place().key(), Set.of("value", "when"));
            if (keys != null && !keys.containsKey("value")) {
                yaml.error(target.place(), "missing_key", "value: is missing.");
            } else if (keys != null) {
                Source value = source(keys.get("value"));
                Source when = source(keys.get("when"));
                if (value != null) {
                    add(target.key(), target.key(), to, value, when, null);
                }
            }
        }
    }

    private void add(String name, String key, Source to, Source value, Source when, Table table) {
        Place first = targets.putIfAbsent(key, to.place());
        if (first != null) {
            yaml.error(to.place(), "duplicate_target", key + " is written in line " + first.line() + " already.");
            return;
        }
        outs.add(new Out(name, key, to.expression().plainPath().orElseThrow(), to.place(), value, when, table));
    }

    /** The field's own value, a reference as the other system names it. */
    private Source own(Field field, Place place) {
        String text = field.valueType() == ValueType.REFERENCE
                ? "$external('" + field.target().key() + "', " + field.path() + ")"
                : field.path();
        return compile(place, null, text);
    }

    private Table table(Map<String, Entry> keys, boolean reversed) {
        Entry values = keys.get("values");
        Entry otherwise = keys.get("otherwise");
        if (values == null) {
            if (otherwise != null) {
                yaml.error(otherwise.place(), "contradiction", "otherwise: needs values: beside it.");
            }
            return null;
        }
        Map<String, Entry> entries = yaml.map(values.value(), values.place().key());
        if (entries == null) {
            return null;
        }
        Map<String, String> toOurs = new HashMap<>();
        Map<String, String> toTheirs = new HashMap<>();
        for (Entry entry : entries.values()) {
            String ours = yaml.text(entry);
            if (ours != null) {
                toOurs.put(entry.key(), ours);
                if (toTheirs.putIfAbsent(ours, entry.key()) != null && reversed) {
                    yaml.error(
                            entry.place(),
                            "values_not_reversible",
                            ours + " stands for two values there, so it cannot go out; write out: with a value.");
                }
            }
        }
        boolean nothing = otherwise != null && YamlFile.isNull(otherwise.value());
        String text = otherwise == null || nothing ? null : yaml.text(otherwise);
        return new Table(Map.copyOf(toOurs), Map.copyOf(toTheirs), text, otherwise != null);
    }

    private List<MatchKey> match(Entry entry) {
        List<Entry> entries = entry == null ? null : yaml.list(entry);
        List<MatchKey> match = new ArrayList<>();
        if (entries == null) {
            return match;
        }
        Set<String> mapped = new HashSet<>();
        ins.stream()
                .filter(rule -> rule.value() != null)
                .forEach(rule -> mapped.add(rule.field().path()));
        for (Entry one : entries) {
            String text = yaml.text(one);
            if (text == null) {
                continue;
            }
            Optional<MatchKey> key = List.of(MatchKey.values()).stream()
                    .filter(known -> known.key().equals(text) && known.fits(type))
                    .findFirst();
            if (key.isEmpty()) {
                yaml.error(one.place(), "unknown_match_key", "A " + type.key() + " is not matched by " + text + ".");
            } else if (match.contains(key.get())) {
                yaml.error(one.place(), "duplicate_key", text + " stands here twice.");
            } else if (key.get().fields().stream().noneMatch(mapped::contains)) {
                yaml.error(one.place(), "match_key_not_mapped", "Nothing comes in for " + text + " to match by.");
            } else {
                match.add(key.get());
            }
        }
        return match;
    }

    private Source constant(Entry entry) {
        String text = yaml.text(entry);
        return text == null
                ? null
                : compile(
                        valuePlace(entry), entry.value(), TextNode.valueOf(text).toString());
    }

    /** An expression that must be a path; null with an error when it is none. */
    private Source path(Entry entry) {
        Source source = source(entry);
        if (source != null && source.expression().plainPath().isEmpty()) {
            notAPath(valuePlace(entry), source.expression().text());
            return null;
        }
        return source;
    }

    private void notAPath(Place place, String text) {
        yaml.error(place, "not_a_path", text + " is no path of names; an expression is written after in:, or value:.");
    }

    /** Null when there is no entry, and with an error when it is none. */
    private Source source(Entry entry) {
        String text = entry == null ? null : yaml.text(entry);
        return text == null ? null : compile(valuePlace(entry), entry.value(), text);
    }

    private Source compile(Place place, Node node, String text) {
        try {
            return new Source(place, Expression.compile(text, names));
        } catch (ExpressionException e) {
            yaml.error(place, node, e);
            return null;
        }
    }

    private Place valuePlace(Entry entry) {
        return yaml.place(entry.value(), entry.place().key());
    }
}
