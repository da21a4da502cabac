/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.imports.ImportMapping;
import org.kontor.api.imports.MappedColumn;
import org.kontor.api.imports.MappedColumn.Origin;
import org.kontor.api.record.RecordType;

/**
 * What the columns of one file are taken for: as was said, else as is remembered, else as their headers sound. No two
 * columns are taken for the same. Immutable.
 */
final class Columns {
    /** One column. */
    record Column(String header, Target target, Origin origin, int certainty) {
        boolean used() {
            return target != null && certainty >= MappedColumn.SURE;
        }

        private static Column of(String header, Origin origin) {
            return new Column(header, null, origin, 0);
        }
    }

    /** What an export tells beside the fields; Kontor alone writes it. */
    private static final Set<String> OF_AN_EXPORT = Set.of(
            "id",
            "version",
            "created.at",
            "created.by",
            "created.through",
            "changed.at",
            "changed.by",
            "changed.through");

    private final RecordType type;
    private final List<Column> columns;

    private Columns(RecordType type, List<Column> columns) {
        this.type = type;
        this.columns = List.copyOf(columns);
    }

    /**
     * @param given what was said with the call; columns that the file does not have are refused
     * @param remembered what is remembered for the source; columns that the file does not have are passed over
     */
    static Columns of(RecordType type, List<String> header, Map<String, String> given, Map<String, String> remembered) {
        checkHeader(header);
        check(type, given);
        checkPresent(header, given);
        Map<String, String> said = folded(given);
        Map<String, String> kept = folded(remembered);
        // every export has both; a file of another system may have an id of its own
        boolean exported = header.contains("id") && header.contains("version");
        List<Column> found = new ArrayList<>();
        for (String name : header) {
            found.add(
                    name.isBlank()
                            ? Column.of(name, Origin.IGNORED)
                            : told(type, name, given, said, Origin.GIVEN)
                                    .or(() -> told(type, name, remembered, kept, Origin.REMEMBERED))
                                    .orElse(
                                            exported && OF_AN_EXPORT.contains(name)
                                                    ? Column.of(name, Origin.IGNORED)
                                                    : null));
        }
        forgetTwice(found);
        boolean guess = !given.containsKey(ImportMapping.OTHERS) && !remembered.containsKey(ImportMapping.OTHERS);
        return new Columns(type, guess ? guessed(type, header, found) : ignored(header, found));
    }

    private static Optional<Column> told(
            RecordType type, String header, Map<String, String> exact, Map<String, String> folded, Origin origin) {
        String name = exact.containsKey(header) ? exact.get(header) : folded.get(Headers.fold(header));
        if (name == null) {
            return Optional.empty();
        }
        return Optional.of(
                name.equals(ImportMapping.IGNORED)
                        ? Column.of(header, Origin.IGNORED)
                        : Target.of(type, name)
                                .map(target -> new Column(header, target, origin, 100))
                                .orElseGet(() -> Column.of(header, Origin.UNKNOWN)));
    }

    /** What was said now stands over what is remembered of another column. */
    private static void forgetTwice(List<Column> found) {
        Set<Target> given = new HashSet<>();
        found.stream()
                .filter(column -> column != null && column.origin == Origin.GIVEN)
                .forEach(column -> given.add(column.target));
        Set<Target> kept = new HashSet<>();
        for (int i = 0; i < found.size(); i++) {
            Column column = found.get(i);
            if (column != null
                    && column.origin == Origin.REMEMBERED
                    && (given.contains(column.target) || !kept.add(column.target))) {
                found.set(i, null);
            }
        }
    }

    private static List<Column> ignored(List<String> header, List<Column> found) {
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            all.add(found.get(i) != null ? found.get(i) : Column.of(header.get(i), Origin.IGNORED));
        }
        return all;
    }

    /** The surest guess gets the field; of two alike the first column. */
    private static List<Column> guessed(RecordType type, List<String> header, List<Column> found) {
        Set<Target> taken = new HashSet<>();
        found.stream().filter(column -> column != null && column.target != null).forEach(c -> taken.add(c.target));
        record Offer(int place, Synonyms.Guess guess) {}
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            int place = i;
            if (found.get(i) == null) {
                Synonyms.guess(type, header.get(i)).ifPresent(guess -> offers.add(new Offer(place, guess)));
            }
        }
        offers.sort(Comparator.comparingInt((Offer offer) -> -offer.guess.certainty()));
        List<Column> all = new ArrayList<>(found);
        for (Offer offer : offers) {
            if (taken.add(offer.guess.target())) {
                all.set(
                        offer.place,
                        new Column(
                                header.get(offer.place),
                                offer.guess.target(),
                                Origin.GUESSED,
                                offer.guess.certainty()));
            }
        }
        for (int i = 0; i < header.size(); i++) {
            if (all.get(i) == null) {
                all.set(i, Column.of(header.get(i), Origin.UNKNOWN));
            }
        }
        return all;
    }

    private static Map<String, String> folded(Map<String, String> mapping) {
        Map<String, String> folded = new HashMap<>();
        mapping.forEach((header, name) -> {
            if (!header.equals(ImportMapping.OTHERS)) {
                folded.putIfAbsent(Headers.fold(header), name);
            }
        });
        folded.remove("");
        return folded;
    }

    private static void checkHeader(List<String> header) {
        Set<String> met = new HashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        for (String name : header) {
            if (!name.isBlank() && !met.add(name)) {
                twice.add(shorten(name));
            }
        }
        if (!twice.isEmpty()) {
            throw KontorException.invalid("columns", "twice", "The columns " + twice + " are there twice.", null);
        }
    }

    private static void checkPresent(List<String> header, Map<String, String> given) {
        Set<String> present = new HashSet<>(header);
        header.forEach(name -> present.add(Headers.fold(name)));
        given.keySet().stream()
                .filter(name -> !name.equals(ImportMapping.OTHERS)
                        && !present.contains(name)
                        && !present.contains(Headers.fold(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw KontorException.invalid(
                            "mapping", "unknown_column", "The file has no column '" + shorten(name) + "'.", null);
                });
    }

    /** Whether a mapping can be used for files of the type at all. */
    static void check(RecordType type, Map<String, String> mapping) {
        List<Violation> violations = new ArrayList<>();
        if (mapping.size() > ImportMapping.MAX_COLUMNS) {
            violations.add(new Violation(
                    "mapping", "too_many", "Must be at most " + ImportMapping.MAX_COLUMNS + " columns.", null));
        }
        Set<Target> taken = new HashSet<>();
        mapping.forEach((header, name) -> {
            String told = shorten(header);
            if (header.isBlank() || header.length() > ImportMapping.MAX_HEADER) {
                violations.add(new Violation(
                        "mapping",
                        "malformed_header",
                        "A header has 1 to " + ImportMapping.MAX_HEADER + " characters.",
                        told));
            } else if (header.equals(ImportMapping.OTHERS)) {
                if (!name.equals(ImportMapping.IGNORED)) {
                    violations.add(new Violation(
                            "mapping",
                            "wrong_type",
                            "All other columns can only be passed over: leave it empty.",
                            name));
                }
            } else if (!name.equals(ImportMapping.IGNORED)) {
                Optional<Target> target = Target.of(type, name);
                if (target.isEmpty()) {
                    violations.add(new Violation(
                            "mapping", "unknown_field", "'" + told + "': must be one of " + known(type) + ".", name));
                } else if (!taken.add(target.get())) {
                    violations.add(new Violation("mapping", "twice", "Two columns are taken for " + name + ".", told));
                }
            }
        });
        if (!violations.isEmpty()) {
            throw KontorException.invalid(violations.subList(0, Math.min(20, violations.size())));
        }
    }

    private static String known(RecordType type) {
        return String.join(", ", Target.of(type).stream().map(Target::name).toList());
    }

    private static String shorten(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }

    List<Column> all() {
        return columns;
    }

    /** The target of a used column at the place, or null. */
    Target target(int place) {
        return columns.get(place).used() ? columns.get(place).target : null;
    }

    List<String> unknown() {
        return columns.stream()
                .filter(column -> !column.used() && column.origin != Origin.IGNORED)
                .map(Column::header)
                .toList();
    }

    /** Required fields that no column is used for. */
    List<String> missing() {
        return Target.of(type).stream()
                .filter(target -> target.field() != null && target.field().required() && !uses(target))
                .filter(target -> target.field() != type.codeField() || !knowsAgain())
                .map(Target::name)
                .toList();
    }

    private boolean uses(Target target) {
        return columns.stream().anyMatch(column -> column.used() && column.target.equals(target));
    }

    private boolean knowsAgain() {
        return uses(Target.EXTERNAL_ID)
                || uses(Target.of(type, type.codeField().path()).orElseThrow());
    }

    boolean ready() {
        return unknown().isEmpty() && knowsAgain();
    }

    /** @throws KontorException {@code invalid_input} when a column is not known, or one that is needed is missing */
    void check() {
        if (!unknown().isEmpty()) {
            List<String> told =
                    unknown().stream().limit(10).map(Columns::shorten).toList();
            throw KontorException.invalid(
                    "columns",
                    "unknown_column",
                    "There is no column " + told + "; columns are " + known(type)
                            + ". Say which one it is, or that it is passed over.",
                    null);
        }
        if (!knowsAgain()) {
            throw KontorException.invalid(
                    "columns", "required", "A column code or externalId is needed, to know a record again.", null);
        }
    }

    /** In the form in which it is remembered. */
    Map<String, String> mapping() {
        Map<String, String> mapping = new LinkedHashMap<>();
        for (Column column : columns) {
            if (!column.header.isBlank()) {
                mapping.put(column.header, column.used() ? column.target.name() : ImportMapping.IGNORED);
            }
        }
        return mapping;
    }
}
