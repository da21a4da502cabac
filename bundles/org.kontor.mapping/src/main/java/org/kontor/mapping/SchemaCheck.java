/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.kontor.mapping.Rules.In;
import org.kontor.mapping.Rules.Let;
import org.kontor.mapping.Rules.Out;
import org.kontor.mapping.Rules.Place;
import org.kontor.mapping.Rules.Source;
import org.kontor.mapping.expression.Uses;
import org.kontor.mapping.expression.Uses.Use;

/** The remote paths that a mapping names, and what the schema of the other system says of them. */
final class SchemaCheck {
    private record Placed(Place place, Use use) {}

    private final Mapping mapping;
    private final List<Placed> read = new ArrayList<>();
    private final Uses uses = new Uses();

    SchemaCheck(Mapping mapping) {
        this.mapping = mapping;
        if (mapping.each != null) {
            add(mapping.each, uses.context(mapping.each.expression()));
        }
        add(mapping.id);
        for (Let let : mapping.lets) {
            add(let.value(), uses.named(let.name(), let.value().expression()));
        }
        add(mapping.archived);
        for (In rule : mapping.ins) {
            add(rule.value());
            add(rule.when());
        }
    }

    private void add(Source source) {
        if (source != null) {
            add(source, uses.of(source.expression()));
        }
    }

    private void add(Source source, List<Use> found) {
        found.forEach(use -> read.add(new Placed(source.place(), use)));
    }

    /** What is read; not what another path only leads through. */
    Set<List<String>> paths() {
        Set<List<String>> paths = new LinkedHashSet<>();
        read.forEach(placed -> paths.add(placed.use().path()));
        Set<List<String>> through = new LinkedHashSet<>();
        for (List<String> path : paths) {
            for (int length = 1; length < path.size(); length++) {
                through.add(path.subList(0, length));
            }
        }
        paths.removeAll(through);
        return paths;
    }

    List<MappingError> errors(RemoteSchema schema) {
        Set<MappingError> errors = new LinkedHashSet<>();
        for (Placed placed : read) {
            List<String> path = placed.use().path();
            boolean told = path.size() > 1
                    && schema.field(path.subList(0, path.size() - 1)).isEmpty();
            if (placed.use().sure()
                    && !told
                    && !isOptional(path)
                    && schema.field(path).isEmpty()) {
                errors.add(error(
                        placed.place(),
                        "unknown_remote_path",
                        "The other system has no field " + String.join(".", path) + "."));
            }
        }
        Optional<List<String>> rows = mapping.each == null
                ? Optional.of(List.of())
                : mapping.each.expression().plainPath();
        for (Out rule : mapping.outs) {
            rows.flatMap(prefix -> target(rule, join(prefix, rule.to()), schema))
                    .ifPresent(errors::add);
        }
        return List.copyOf(errors);
    }

    private Optional<MappingError> target(Out rule, List<String> path, RemoteSchema schema) {
        Optional<RemoteSchema.RemoteField> field = schema.target(path);
        if (field.isEmpty()) {
            return isOptional(path)
                    ? Optional.empty()
                    : Optional.of(error(
                            rule.place(), "unknown_remote_path", "The other system has no field " + rule.key() + "."));
        }
        return field.get().writable()
                ? Optional.empty()
                : Optional.of(error(
                        rule.place(),
                        "not_writable",
                        rule.key() + " can only be read there; write in: to take it in without sending it."));
    }

    /** Whether a {@code $has} of the mapping asks for it, or for what it leads through. */
    private boolean isOptional(List<String> path) {
        return uses.optional().stream()
                .anyMatch(asked -> path.size() >= asked.size()
                        && path.subList(0, asked.size()).equals(asked));
    }

    private MappingError error(Place place, String rule, String message) {
        return new MappingError(mapping.file, place.line(), place.column(), place.key(), rule, message);
    }

    private static List<String> join(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
