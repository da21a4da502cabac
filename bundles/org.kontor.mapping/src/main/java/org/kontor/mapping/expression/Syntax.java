/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping.expression;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Parser;

/**
 * Reads the syntax tree of an expression. JSONata keeps the tree's fields to itself, so they are read by reflection, at
 * compile time of a mapping only; the version of JSONata is fixed by its one bundle.
 */
final class Syntax {
    /** Give another value each time, so that what did not change would seem to; or run text that nobody checked. */
    private static final Set<String> FORBIDDEN = Set.of("eval", "now", "millis", "random", "shuffle");
    /** Whose regular expressions are ours, and bounded. */
    private static final Set<String> MATCHERS = Set.of("match", "contains", "replace", "split");

    private static final List<Field> FIELDS = fields();

    private final Jsonata builtIns;
    private final Object root;
    private final Map<Object, Boolean> seen = new IdentityHashMap<>();

    Syntax(String text, Jsonata compiled) {
        this.builtIns = compiled;
        this.root = new Parser().parse(text);
    }

    /** Refuses what must not be in a mapping, and names that mean nothing. */
    void check(Set<String> names) {
        Set<String> known = new HashSet<>(names);
        visit(root, known, null, false);
        seen.clear();
        visit(root, known, null, true);
        seen.clear();
    }

    private void visit(Object node, Set<String> known, Object parent, boolean judge) {
        if (node == null || seen.put(node, true) != null) {
            return;
        }
        String type = type(node);
        if (judge) {
            judge(node, type, parent, known);
        } else if ("bind".equals(type)) {
            known.add(String.valueOf(value(get(node, "lhs"))));
        } else if ("lambda".equals(type)) {
            list(get(node, "arguments")).forEach(argument -> known.add(String.valueOf(value(argument))));
        }
        for (String name : List.of("focus", "index")) {
            if (!judge && get(node, name) instanceof String variable) {
                known.add(variable);
            }
        }
        for (Object child : children(node)) {
            visit(child, known, node, judge);
        }
    }

    private void judge(Object node, String type, Object parent, Set<String> known) {
        // JSONata tells where a token ends
        int end = (int) get(node, "position");
        if ("variable".equals(type)) {
            String name = String.valueOf(value(node));
            int position = end - name.length() - 1;
            if (FORBIDDEN.contains(name)) {
                throw new ExpressionException(
                        "not_allowed", "$" + name + " is not allowed in mappings.", position, name);
            }
            if (!name.isEmpty() && !name.equals("$") && !known.contains(name) && !isBuiltIn(name)) {
                throw new ExpressionException("unknown_name", "$" + name + " means nothing here.", position, name);
            }
        } else if ("regex".equals(type) && !isArgumentOfMatcher(parent)) {
            throw new ExpressionException(
                    "not_allowed",
                    "A regular expression may only stand as an argument of "
                            + MATCHERS.stream().sorted().toList() + ".",
                    end - String.valueOf(value(node)).length() - 2,
                    null);
        }
    }

    private static boolean isArgumentOfMatcher(Object parent) {
        if (parent == null || !("function".equals(type(parent)) || "partial".equals(type(parent)))) {
            return false;
        }
        Object procedure = get(parent, "procedure");
        return "variable".equals(type(procedure)) && MATCHERS.contains(String.valueOf(value(procedure)));
    }

    private boolean isBuiltIn(String name) {
        try {
            Field field = Jsonata.class.getDeclaredField("staticFrame");
            field.setAccessible(true);
            return ((Jsonata.Frame) field.get(builtIns)).lookup(name) != null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("JSONata is not the version that this was written for", e);
        }
    }

    Object root() {
        return root;
    }

    /** The names, when the expression is a path of names and nothing else. */
    Optional<List<String>> plainPath() {
        List<String> names = prefix(root);
        return names != null && names.size() == steps(root).size() && noFilters(root)
                ? Optional.of(names)
                : Optional.empty();
    }

    private static boolean noFilters(Object path) {
        return steps(path).stream()
                .allMatch(step -> list(get(step, "stages")).isEmpty()
                        && list(get(step, "predicate")).isEmpty()
                        && get(step, "focus") == null
                        && get(step, "index") == null
                        && get(path, "group") == null);
    }

    private static List<String> prefix(Object node) {
        if (!"path".equals(type(node))) {
            return null;
        }
        List<String> names = names(steps(node));
        return names.isEmpty() ? null : names;
    }

    private static List<String> names(List<Object> steps) {
        return steps.stream()
                .takeWhile(step -> "name".equals(type(step)))
                .map(step -> String.valueOf(value(step)))
                .toList();
    }

    private static List<Object> steps(Object path) {
        return list(get(path, "steps"));
    }

    static String type(Object node) {
        return node == null ? null : (String) get(node, "type");
    }

    static Object value(Object node) {
        return get(node, "value");
    }

    static List<Object> list(Object value) {
        return value instanceof List<?> list ? List.copyOf(list) : List.of();
    }

    static List<Object> children(Object node) {
        List<Object> children = new ArrayList<>();
        for (Field field : FIELDS) {
            add(read(field, node), children);
        }
        return children;
    }

    private static void add(Object value, List<Object> children) {
        if (value instanceof Parser.Symbol) {
            children.add(value);
        } else if (value instanceof Collection<?> many) {
            many.forEach(one -> add(one, children));
        } else if (value instanceof Object[] many) {
            for (Object one : many) {
                add(one, children);
            }
        }
    }

    static Object get(Object node, String name) {
        for (Field field : FIELDS) {
            if (field.getName().equals(name)) {
                return read(field, node);
            }
        }
        throw new IllegalStateException("JSONata is not the version that this was written for: no " + name);
    }

    private static Object read(Field field, Object node) {
        try {
            return field.get(node);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (Field field : Parser.Symbol.class.getDeclaredFields()) {
            // seekingParent and ancestor point backwards, errors are not syntax
            if (!field.isSynthetic()
                    && !Set.of("seekingParent", "ancestor", "errors").contains(field.getName())) {
                field.setAccessible(true);
                fields.add(field);
            }
        }
        return List.copyOf(fields);
    }
}
