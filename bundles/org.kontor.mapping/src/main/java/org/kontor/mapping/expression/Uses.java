/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which paths of a payload expressions read, also inside filters and behind variables. Collects over the expressions of one
 * mapping, in their order. Not thread-safe.
 */
public final class Uses {
    /** Functions that give what they take, or elements of it. */
    private static final Set<String> PASSING =
            Set.of("first", "filter", "sort", "reverse", "distinct", "append", "single");

    /**
     * A path that is read.
     *
     * @param sure false where it only may be: behind a function that was given one
     */
    public record Use(List<String> path, boolean sure) {}

    /** What a value stands for in the payload. */
    private record Origin(Set<List<String>> paths, boolean sure) {
        static final Origin NONE = new Origin(Set.of(), true);

        static Origin of(List<Origin> all) {
            Set<List<String>> paths = new LinkedHashSet<>();
            all.forEach(one -> paths.addAll(one.paths));
            return new Origin(paths, all.stream().allMatch(Origin::sure));
        }

        Origin unsure() {
            return new Origin(paths, false);
        }

        Origin step(String name) {
            Set<List<String>> longer = new LinkedHashSet<>();
            for (List<String> path : paths) {
                List<String> next = new ArrayList<>(path);
                next.add(name);
                longer.add(List.copyOf(next));
            }
            return new Origin(longer, sure);
        }
    }

    private final Map<String, Origin> names = new HashMap<>();
    private final Set<List<String>> optional = new LinkedHashSet<>();
    private Origin context = new Origin(Set.of(List.of()), true);
    private Set<Use> found = new LinkedHashSet<>();

    public Uses() {
        names.put("payload", context);
    }

    /** The paths that an expression reads. */
    public List<Use> of(Expression expression) {
        found = new LinkedHashSet<>();
        origin(expression.syntax().root(), context);
        return List.copyOf(found);
    }

    /** The same; and what it gives has a name for the expressions that come. */
    public List<Use> named(String name, Expression expression) {
        found = new LinkedHashSet<>();
        names.put(name, origin(expression.syntax().root(), context));
        return List.copyOf(found);
    }

    /** The same; and what it gives is the context of the expressions that come. */
    public List<Use> context(Expression expression) {
        found = new LinkedHashSet<>();
        context = origin(expression.syntax().root(), context);
        return List.copyOf(found);
    }

    /** Paths that some {@code $has} asks for: they may be missing in the other system. */
    public Set<List<String>> optional() {
        return optional;
    }

    private Origin origin(Object node, Origin at) {
        if (node == null) {
            return Origin.NONE;
        }
        Origin origin = bare(node, at);
        for (String kind : List.of("predicate", "stages")) {
            for (Object filter : Syntax.list(Syntax.get(node, kind))) {
                origin(Syntax.get(filter, "expr"), origin);
            }
        }
        origin(Syntax.get(node, "group"), origin);
        return origin;
    }

    private Origin bare(Object node, Origin at) {
        switch (String.valueOf(Syntax.type(node))) {
            case "path":
                Origin origin = at;
                for (Object step : Syntax.list(Syntax.get(node, "steps"))) {
                    origin = origin(step, origin);
                }
                return origin;
            case "name":
                Origin longer = at.step(String.valueOf(Syntax.value(node)));
                longer.paths().forEach(path -> found.add(new Use(path, longer.sure())));
                return longer;
            case "variable":
                String name = String.valueOf(Syntax.value(node));
                return name.isEmpty() ? at : name.equals("$") ? context : names.getOrDefault(name, Origin.NONE);
            case "sort":
                for (Object term : Syntax.list(Syntax.get(node, "terms"))) {
                    origin(Syntax.get(term, "expression"), at);
                }
                return at;
            case "condition":
                origin(Syntax.get(node, "condition"), at);
                return Origin.of(List.of(origin(Syntax.get(node, "then"), at), origin(Syntax.get(node, "_else"), at)));
            case "block":
                Origin last = Origin.NONE;
                for (Object inside : Syntax.list(Syntax.get(node, "expressions"))) {
                    last = origin(inside, at);
                }
                return last;
            case "bind":
                Origin bound = origin(Syntax.get(node, "rhs"), at);
                names.put(String.valueOf(Syntax.value(Syntax.get(node, "lhs"))), bound);
                return bound;
            case "unary":
                List<Origin> elements = all(Syntax.children(node), at);
                return "[".equals(String.valueOf(Syntax.value(node))) ? Origin.of(elements) : Origin.NONE;
            case "apply":
                Origin given = origin(Syntax.get(node, "lhs"), at);
                origin(Syntax.get(node, "rhs"), at);
                return given.unsure();
            case "function", "partial":
                return call(node, at);
            default:
                all(Syntax.children(node), at);
                return Origin.NONE;
        }
    }

    private List<Origin> all(List<Object> nodes, Origin at) {
        return nodes.stream().map(node -> origin(node, at)).toList();
    }

    private Origin call(Object node, Origin at) {
        String name = String.valueOf(Syntax.value(Syntax.get(node, "procedure")));
        List<Object> arguments = Syntax.list(Syntax.get(node, "arguments"));
        List<Origin> given = new ArrayList<>();
        for (Object argument : arguments) {
            if (!"lambda".equals(Syntax.type(argument))) {
                given.add(origin(argument, at));
            }
        }
        if (name.equals("has") && arguments.size() == 2 && "string".equals(Syntax.type(arguments.get(1)))) {
            Origin asked = given.get(0).step(String.valueOf(Syntax.value(arguments.get(1))));
            asked.paths().forEach(path -> found.add(new Use(path, false)));
            optional.addAll(asked.paths());
            return Origin.NONE;
        }
        Origin argument = Origin.of(given);
        List<Origin> results = new ArrayList<>();
        for (Object lambda : arguments) {
            if ("lambda".equals(Syntax.type(lambda))) {
                Syntax.list(Syntax.get(lambda, "arguments"))
                        .forEach(one -> names.put(String.valueOf(Syntax.value(one)), argument.unsure()));
                results.add(origin(Syntax.get(lambda, "body"), at));
            }
        }
        if (name.equals("map")) {
            return Origin.of(results).unsure();
        }
        return PASSING.contains(name) ? argument : Origin.NONE;
    }
}
