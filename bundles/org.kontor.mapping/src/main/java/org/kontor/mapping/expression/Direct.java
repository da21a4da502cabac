/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Utils;

/**
 * An expression without JSONata's interpreter, at a tenth of its cost: paths with filters, comparisons, conditions, our
 * functions. It gives what JSONata gives, or {@link Unsure}: then JSONata is asked. Immutable, thread-safe.
 */
interface Direct {
    Object of(Object input, Scope scope);

    /** Not for here. */
    final class Unsure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        static final Unsure INSTANCE = new Unsure();

        private Unsure() {
            super(null, null, false, false);
        }
    }

    /** @return null when the expression needs JSONata */
    static Direct compile(Object root, Set<String> names) {
        try {
            return new Compiler(names).node(root);
        } catch (Unsure e) {
            return null;
        }
    }

    /** Makes closures of the syntax tree. */
    final class Compiler {
        private static final Map<String, UnaryOperator<Object>> BUILT_IN = Map.of(
                "not", value -> value == null ? null : (Object) !Jsonata.boolize(value),
                "exists", value -> value != null,
                "count", value -> value == null ? 0 : value instanceof List<?> list ? list.size() : 1);
        /** What a node must not have: it would give tuples, groups or arrays that stay arrays. */
        private static final List<String> UNUSUAL = List.of("focus", "index", "group", "tuple", "nextFunction");

        private static final List<String> FLAGS = List.of("keepArray", "keepSingletonArray", "consarray");

        private final Set<String> names;

        Compiler(Set<String> names) {
            this.names = names;
        }

        private Direct node(Object symbol) {
            if (!Syntax.list(Syntax.get(symbol, "stages")).isEmpty()) {
                throw Unsure.INSTANCE;
            }
            Direct value = bare(symbol);
            List<Direct> filters = filters(symbol, "predicate");
            if (filters.isEmpty()) {
                return value;
            }
            return (input, scope) -> single(filter(value.of(input, scope), filters, scope));
        }

        private Direct bare(Object symbol) {
            if (UNUSUAL.stream().anyMatch(name -> Syntax.get(symbol, name) != null)
                    || FLAGS.stream().anyMatch(name -> (boolean) Syntax.get(symbol, name))) {
                throw Unsure.INSTANCE;
            }
            switch (String.valueOf(Syntax.type(symbol))) {
                case "string", "number", "value":
                    return literal(Syntax.value(symbol));
                case "variable":
                    return variable(String.valueOf(Syntax.value(symbol)));
                case "name":
                    String name = String.valueOf(Syntax.value(symbol));
                    return (input, scope) -> input instanceof Map<?, ?> map ? map.get(name) : null;
                case "path":
                    return path(Syntax.list(Syntax.get(symbol, "steps")));
                case "binary":
                    return binary(
                            String.valueOf(Syntax.value(symbol)),
                            node(Syntax.get(symbol, "lhs")),
                            listed(Syntax.get(symbol, "rhs"), "in".equals(String.valueOf(Syntax.value(symbol)))));
                case "condition":
                    Direct condition = node(Syntax.get(symbol, "condition"));
                    Direct then = node(Syntax.get(symbol, "then"));
                    Object otherwise = Syntax.get(symbol, "_else");
                    Direct or = otherwise == null ? (input, scope) -> null : node(otherwise);
                    return (input, scope) -> (Jsonata.boolize(condition.of(input, scope)) ? then : or).of(input, scope);
                case "block":
                    List<Object> inside = Syntax.list(Syntax.get(symbol, "expressions"));
                    if (inside.size() == 1) {
                        return node(inside.get(0));
                    }
                    throw Unsure.INSTANCE;
                case "function":
                    return call(symbol);
                default:
                    throw Unsure.INSTANCE;
            }
        }

        private static Direct literal(Object value) {
            if (value == null || value == Jsonata.NULL_VALUE) {
                throw Unsure.INSTANCE;
            }
            return (input, scope) -> value;
        }

        private Direct variable(String name) {
            if (name.isEmpty()) {
                return (input, scope) -> input;
            }
            if (!names.contains(name) && !name.equals("payload")) {
                throw Unsure.INSTANCE;
            }
            return (input, scope) -> {
                Object value = scope.value(name);
                if (value instanceof Utils.JList) {
                    throw Unsure.INSTANCE; // carries marks of JSONata's
                }
                return value;
            };
        }

        private record Step(Direct value, List<Direct> filters) {}

        private Direct path(List<Object> symbols) {
            List<Step> steps = new ArrayList<>();
            for (Object symbol : symbols) {
                boolean name = "name".equals(Syntax.type(symbol));
                if (!name && !steps.isEmpty()) {
                    throw Unsure.INSTANCE;
                }
                List<Direct> filters = filters(symbol, "stages");
                Direct value = name || !filters.isEmpty() ? bare(symbol) : node(symbol);
                if (!Syntax.list(Syntax.get(symbol, "predicate")).isEmpty() && !filters.isEmpty()) {
                    throw Unsure.INSTANCE;
                }
                steps.add(new Step(value, filters));
            }
            Step last = steps.get(steps.size() - 1);
            return (input, scope) -> {
                List<Object> items = Collections.singletonList(input);
                for (Step step : steps) {
                    List<Object> found = new ArrayList<>(items.size());
                    for (Object item : items) {
                        if (item instanceof List) {
                            throw Unsure.INSTANCE;
                        }
                        Object value = step.value.of(item, scope);
                        if (!step.filters.isEmpty()) {
                            value = filter(value, step.filters, scope);
                        }
                        if (value != null) {
                            found.add(value);
                        }
                    }
                    if (step == last && step.filters.isEmpty() && found.size() == 1) {
                        return found.get(0); // an array stays one, be it of one element or none
                    }
                    items = flat(found);
                    if (items.isEmpty()) {
                        return null;
                    }
                }
                return single(items);
            };
        }

        private static List<Object> flat(List<Object> found) {
            List<Object> flat = new ArrayList<>(found.size());
            for (Object one : found) {
                if (one instanceof List<?> several) {
                    flat.addAll(several);
                } else {
                    flat.add(one);
                }
            }
            if (flat.size() > Scope.MAX_ELEMENTS) {
                throw Unsure.INSTANCE;
            }
            return flat;
        }

        private static Object single(List<Object> items) {
            return items.isEmpty() ? null : items.size() == 1 ? items.get(0) : items;
        }

        private List<Direct> filters(Object symbol, String kind) {
            List<Direct> filters = new ArrayList<>();
            for (Object filter : Syntax.list(Syntax.get(symbol, kind))) {
                if (!"filter".equals(Syntax.type(filter))) {
                    throw Unsure.INSTANCE;
                }
                Object inside = Syntax.get(filter, "expr");
                filters.add("number".equals(Syntax.type(inside)) ? at(inside) : node(inside));
            }
            return filters;
        }

        /** A filter that is a number. */
        private record At(int index) implements Direct {
            @Override
            public Object of(Object input, Scope scope) {
                return index;
            }
        }

        private static Direct at(Object number) {
            return new At(((Number) Syntax.value(number)).intValue());
        }

        private static List<Object> filter(Object value, List<Direct> filters, Scope scope) {
            List<Object> items = new ArrayList<>();
            if (value instanceof List<?> several) {
                items.addAll(several);
            } else {
                items.add(value);
            }
            for (Direct filter : filters) {
                List<Object> kept = new ArrayList<>();
                if (filter instanceof At at) {
                    int index = at.index < 0 ? items.size() + at.index : at.index;
                    if (index >= 0 && index < items.size() && items.get(index) != null) {
                        kept.add(items.get(index));
                    }
                } else {
                    for (Object item : items) {
                        scope.spend();
                        Object answer = filter.of(item, scope);
                        if (item instanceof List || answer instanceof List || answer instanceof Number) {
                            throw Unsure.INSTANCE;
                        }
                        if (Jsonata.boolize(answer)) {
                            kept.add(item);
                        }
                    }
                }
                if (kept.stream().anyMatch(one -> one == null || one instanceof List)) {
                    throw Unsure.INSTANCE;
                }
                items = kept;
            }
            return items;
        }

        private static Direct binary(String operator, Direct left, Direct right) {
            switch (operator) {
                case "=":
                    return (input, scope) -> equal(left.of(input, scope), right.of(input, scope));
                case "!=":
                    return (input, scope) -> {
                        Object one = left.of(input, scope);
                        Object other = right.of(input, scope);
                        return one != null && other != null && !equal(one, other);
                    };
                case "in":
                    return (input, scope) -> {
                        Object one = left.of(input, scope);
                        Object all = right.of(input, scope);
                        return all instanceof List<?> list
                                ? list.stream().anyMatch(element -> equal(one, element))
                                : equal(one, all);
                    };
                case "and":
                    return (input, scope) ->
                            Jsonata.boolize(left.of(input, scope)) && Jsonata.boolize(right.of(input, scope));
                case "or":
                    return (input, scope) ->
                            Jsonata.boolize(left.of(input, scope)) || Jsonata.boolize(right.of(input, scope));
                default:
                    throw Unsure.INSTANCE;
            }
        }

        private static boolean equal(Object one, Object other) {
            if (one == null || other == null) {
                return false;
            }
            return comparable(one).equals(comparable(other));
        }

        private static Object comparable(Object value) {
            return value instanceof Number number ? (Object) number.doubleValue() : value;
        }

        private Direct call(Object symbol) {
            Object procedure = Syntax.get(symbol, "procedure");
            String name = String.valueOf(Syntax.value(procedure));
            if (!"variable".equals(Syntax.type(procedure)) || names.contains(name)) {
                throw Unsure.INSTANCE;
            }
            List<Direct> arguments = Syntax.list(Syntax.get(symbol, "arguments")).stream()
                    .map(argument -> listed(argument, true))
                    .toList();
            JFunction pure = Functions.PURE.get(name);
            if (pure != null) {
                return (input, scope) -> pure.call(input, values(arguments, input, scope));
            }
            if (name.equals("lookup") || name.equals("external")) {
                return (input, scope) -> scope.function(name).call(input, values(arguments, input, scope));
            }
            UnaryOperator<Object> builtIn = BUILT_IN.get(name);
            if (builtIn == null || arguments.size() != 1) {
                throw Unsure.INSTANCE;
            }
            return (input, scope) -> builtIn.apply(arguments.get(0).of(input, scope));
        }

        private static List<Object> values(List<Direct> arguments, Object input, Scope scope) {
            List<Object> values = new ArrayList<>(arguments.size());
            arguments.forEach(argument -> values.add(argument.of(input, scope)));
            return values;
        }

        /** Where a list may be written out. */
        private Direct listed(Object symbol, boolean mayBe) {
            if (!mayBe || !"unary".equals(Syntax.type(symbol)) || !"[".equals(String.valueOf(Syntax.value(symbol)))) {
                return node(symbol);
            }
            List<Direct> elements = Syntax.list(Syntax.get(symbol, "expressions")).stream()
                    .map(this::node)
                    .toList();
            return (input, scope) -> {
                List<Object> list = new ArrayList<>();
                for (Direct element : elements) {
                    Object value = element.of(input, scope);
                    if (value instanceof List<?> several) {
                        list.addAll(several);
                    } else if (value != null) {
                        list.add(value);
                    }
                }
                return list;
            };
        }
    }
}
