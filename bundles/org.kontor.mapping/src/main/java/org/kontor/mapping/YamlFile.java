/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import org.kontor.mapping.Rules.Place;
import org.kontor.mapping.expression.ExpressionException;

/** Reads YAML by its nodes, so that whatever is wrong is told with its line; collects the errors of one file. */
final class YamlFile {
    private final String file;
    private final List<MappingError> errors = new ArrayList<>();

    YamlFile(String file) {
        this.file = file;
    }

    /** An entry of a map. */
    record Entry(String key, Node value, Place place) {}

    /** The one document, or null with an error. */
    Node parse(String text) {
        try {
            Optional<Node> node = new Compose(LoadSettings.builder()
                            .setLabel(file)
                            .setAllowDuplicateKeys(true)
                            .build())
                    .composeString(text);
            if (node.isEmpty()) {
                errors.add(new MappingError(file, 1, 1, "", "empty_file", "The file says nothing."));
            }
            return node.orElse(null);
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            errors.add(new MappingError(
                    file,
                    mark.map(Mark::getLine).orElse(0) + 1,
                    mark.map(Mark::getColumn).orElse(0) + 1,
                    "",
                    "yaml_syntax",
                    "This is no YAML: " + e.getProblem() + "."));
        } catch (YamlEngineException | StackOverflowError e) {
            errors.add(new MappingError(file, 1, 1, "", "yaml_syntax", "This is no YAML."));
        }
        return null;
    }

    List<MappingError> errors() {
        return errors;
    }

    void error(Place place, String rule, String message) {
        errors.add(new MappingError(file, place.line(), place.column(), place.key(), rule, message));
    }

    /** Tells an error of an expression by its own line, where the file shows it. */
    void error(Place place, Node node, ExpressionException e) {
        int line = place.line();
        int column = place.column();
        String message = e.getMessage();
        if (e.position() >= 0 && node instanceof ScalarNode scalar) {
            String before = scalar.getValue()
                    .substring(0, Math.min(e.position(), scalar.getValue().length()));
            boolean block = scalar.getScalarStyle() == ScalarStyle.LITERAL;
            if (block) {
                line += 1 + (int) before.chars().filter(c -> c == '\n').count();
                column = 1;
            } else if (isOneLine(scalar)) {
                column += e.position() + (scalar.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1);
            }
            message += " At character " + (e.position() + 1) + " of the expression.";
        }
        errors.add(new MappingError(file, line, column, place.key(), e.rule(), message));
    }

    private static boolean isOneLine(ScalarNode scalar) {
        return scalar.getStartMark().isPresent()
                && scalar.getEndMark().isPresent()
                && scalar.getStartMark().get().getLine()
                        == scalar.getEndMark().get().getLine();
    }

    Place place(Node node, String key) {
        return new Place(
                node.getStartMark().map(Mark::getLine).orElse(0) + 1,
                node.getStartMark().map(Mark::getColumn).orElse(0) + 1,
                key);
    }

    /** The entries of a map in their order; null with an error when it is none. */
    Map<String, Entry> map(Node node, String key) {
        if (!(node instanceof MappingNode map)) {
            error(place(node, key), "wrong_type", "Needs keys with values here.");
            return null;
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            Place at = place(tuple.getKeyNode(), key);
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                error(at, "wrong_type", "A key must be a text.");
                continue;
            }
            String path = key.isEmpty() ? name.getValue() : key + "." + name.getValue();
            Place place = new Place(at.line(), at.column(), path);
            Entry entry = new Entry(name.getValue(), tuple.getValueNode(), place);
            if (entries.putIfAbsent(name.getValue(), entry) != null) {
                error(place, "duplicate_key", name.getValue() + " stands here twice.");
            }
        }
        return entries;
    }

    /** The same, where only some keys have a meaning; unknown ones are told and left out. */
    Map<String, Entry> map(Node node, String key, Set<String> known) {
        Map<String, Entry> entries = map(node, key);
        if (entries != null) {
            entries.values().removeIf(entry -> {
                if (!known.contains(entry.key())) {
                    error(
                            entry.place(),
                            "unknown_key",
                            entry.key() + " means nothing here; known are "
                                    + String.join(", ", known.stream().sorted().toList()) + ".");
                }
                return !known.contains(entry.key());
            });
        }
        return entries;
    }

    /** A text that is not empty; null with an error when it is none. */
    String text(Entry entry) {
        if (entry.value() instanceof ScalarNode scalar
                && scalar.getTag() != Tag.NULL
                && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        error(place(entry.value(), entry.place().key()), "wrong_type", "Needs a text here.");
        return null;
    }

    /** Whether the value is an explicit null. */
    static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar && scalar.getTag() == Tag.NULL;
    }

    /** A list of texts; null with an error when it is none. */
    List<Entry> list(Entry entry) {
        if (!(entry.value() instanceof SequenceNode sequence)) {
            error(place(entry.value(), entry.place().key()), "wrong_type", "Needs a list here: [code, email].");
            return null;
        }
        return sequence.getValue().stream()
                .map(node -> new Entry("", node, place(node, entry.place().key())))
                .toList();
    }
}
