/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.kontor.mapping.Rules.In;
import org.kontor.mapping.Rules.Let;
import org.kontor.mapping.Rules.Out;
import org.kontor.mapping.Rules.Place;
import org.kontor.mapping.Rules.Source;

/** Compares the remote paths that a mapping names with the schema of the other system. */
final class SchemaCheck {
    private final Mapping mapping;
    private final RemoteSchema schema;
    private final List<MappingError> errors = new ArrayList<>();

    SchemaCheck(Mapping mapping, RemoteSchema schema) {
        this.mapping = mapping;
        this.schema = schema;
    }

    List<MappingError> errors() {
        Optional<List<String>> rows = Optional.of(List.of());
        if (mapping.each != null) {
            source(mapping.each, Optional.of(List.of()));
            rows = mapping.each.expression().plainPath();
        }
        source(mapping.id, rows);
        source(mapping.archived, rows);
        for (Let let : mapping.lets) {
            source(let.value(), rows);
        }
        for (In rule : mapping.ins) {
            source(rule.value(), rows);
            source(rule.when(), rows);
        }
        for (Out rule : mapping.outs) {
            target(rule, rows);
        }
        return List.copyOf(errors);
    }

    /** @param rows where rows stand in the payload; empty when that cannot be told */
    private void source(Source source, Optional<List<String>> rows) {
        if (source == null) {
            return;
        }
        if (rows.isPresent()) {
            source.expression().paths(null).forEach(path -> known(source.place(), join(rows.get(), path)));
        }
        source.expression().paths("payload").forEach(path -> known(source.place(), path));
    }

    private void known(Place place, List<String> path) {
        if (schema.field(path).isEmpty()) {
            add(place, "unknown_remote_path", "The other system has no field " + String.join(".", path) + ".");
        }
    }

    private void target(Out rule, Optional<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> path = join(rows.get(), rule.to());
        Optional<RemoteSchema.RemoteField> field = schema.field(path);
        if (field.isEmpty()) {
            add(rule.place(), "unknown_remote_path", "The other system has no field " + rule.key() + ".");
        } else if (!field.get().writable()) {
            add(
                    rule.place(),
                    "not_writable",
                    rule.key() + " can only be read there; write in: to take it in without sending it.");
        }
    }

    private void add(Place place, String rule, String message) {
        errors.add(new MappingError(mapping.file, place.line(), place.column(), place.key(), rule, message));
    }

    private static List<String> join(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
