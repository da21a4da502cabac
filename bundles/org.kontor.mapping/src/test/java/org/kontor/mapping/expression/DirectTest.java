/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping.expression;

import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

/** What is worked out without JSONata's interpreter is what JSONata gives, on any payload. */
@Shows("S4")
public class DirectTest {
    private static final List<String> NAMES = List.of("a", "b", "c", "d");
    private static final Set<String> LET = Set.of("x");

    private int compared;

    @Test
    public void anyExpressionGivesWhatJsonataGives() {
        qt().withExamples(5_000)
                .withShrinkCycles(0)
                .forAll(longs().all())
                .checkAssert(seed -> compare(new Random(seed)));
        assertTrue("not only what falls back: " + compared, compared > 2_500);
    }

    private void compare(Random random) {
        String text = expression(random, 3);
        Expression expression = Expression.compile(text, LET);
        Object payload = Json.of(object(random, 3));
        Scope scope = scope();
        scope.name("payload", payload);
        scope.name("x", Json.of(value(random, 2)));
        String byJsonata = outcome(() -> expression.interpret(payload, scope));
        String direct = outcome(() -> expression.evaluate(payload, scope));
        assertEquals(text + " on " + payload + " with " + scope.value("x"), byJsonata, direct);
        if (expression.isDirect()) {
            compared++;
        }
    }

    @Test
    public void whatTheShippedMappingsNeedIsDirect() {
        for (String text : List.of(
                "a",
                "a.b.c",
                "a[b][0].c",
                "a[$not(b = false)]",
                "$x[a = 'email'][0].value",
                "a[b in ['phone', 'mobile']][0].c",
                "$first([a.b, $x.c])",
                "$lookup('country', a).code",
                "a = false or $payload.a = false",
                "$count(a[$has($, 'b')]) > 0 ? a : b".replace(" > 0", ""))) {
            assertTrue(text, Expression.compile(text, LET).isDirect());
        }
    }

    private static Scope scope() {
        return new Scope(
                (table, key) -> {
                    if (key.equals("b")) {
                        throw new ExpressionException("lookup_unknown", "unknown", -1, "b");
                    }
                    return Json.of(JsonNodeFactory.instance.objectNode().put("a", table + Json.text(key)));
                },
                (type, key) -> key);
    }

    private interface Work {
        Object give();
    }

    /** A list by what it shows, as JSONata marks its own; a refusal by itself, as JSONata loses some reasons. */
    private static String outcome(Work work) {
        try {
            return Json.node(work.give()).toString();
        } catch (ExpressionException e) {
            return "refused";
        }
    }

    private static String expression(Random random, int depth) {
        if (depth == 0) {
            return random.nextInt(4) == 0 ? literal(random) : path(random, 0);
        }
        return switch (random.nextInt(12)) {
            case 0 -> one(random, depth) + " = " + one(random, depth);
            case 1 -> one(random, depth) + " != " + one(random, depth);
            case 2 -> one(random, depth) + " and " + one(random, depth);
            case 3 -> one(random, depth) + " or " + one(random, depth);
            case 4 -> one(random, depth) + " in " + (random.nextBoolean() ? "['a', 'b']" : one(random, depth));
            case 5 -> one(random, depth) + " ? " + one(random, depth)
                    + (random.nextBoolean() ? " : " + one(random, depth) : "");
            case 6 -> "$" + pick(random, List.of("not", "exists", "count")) + "(" + expression(random, depth - 1) + ")";
            case 7 -> "$first([" + one(random, depth) + ", " + one(random, depth) + "])"
                    + (random.nextBoolean() ? "" : "." + pick(random, NAMES));
            case 8 -> "$lookup('t', " + expression(random, depth - 1) + ").a";
            case 9 -> "$" + pick(random, List.of("lines", "trimToNull", "country")) + "("
                    + expression(random, depth - 1) + ")" + (random.nextBoolean() ? "[0]" : "");
            default -> path(random, depth);
        };
    }

    private static String one(Random random, int depth) {
        String inner = expression(random, depth - 1);
        return inner.contains(" ") ? "(" + inner + ")" : inner;
    }

    private static String path(Random random, int depth) {
        StringBuilder path =
                new StringBuilder(pick(random, List.of("a", "b", "c", "$x", "$payload", "$x.b", "$.a", "a.b")));
        for (int i = random.nextInt(3); i >= 0; i--) {
            if (depth > 0 && random.nextInt(3) == 0) {
                path.append('[').append(filter(random, depth - 1)).append(']');
            }
            if (random.nextBoolean()) {
                path.append('.').append(pick(random, NAMES));
            }
        }
        return path.toString();
    }

    private static String filter(Random random, int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> String.valueOf(random.nextInt(4) - 2);
            case 1 -> pick(random, NAMES) + " = " + literal(random);
            case 2 -> "$has($, '" + pick(random, NAMES) + "')";
            default -> expression(random, depth);
        };
    }

    private static String literal(Random random) {
        return pick(random, List.of("'a'", "'b'", "1", "0", "true", "false", "''", "null"));
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 9)) {
            case 0 -> JsonNodeFactory.instance.textNode("a");
            case 1 -> JsonNodeFactory.instance.textNode("b");
            case 2 -> JsonNodeFactory.instance.numberNode(random.nextInt(2));
            case 3 -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
            case 4 -> JsonNodeFactory.instance.nullNode();
            case 5 -> JsonNodeFactory.instance.numberNode(0.5);
            case 6 -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(random.nextInt(8) == 0 ? value(random, depth - 1) : object(random, depth - 1));
                }
                yield array;
            }
            default -> object(random, depth - 1);
        };
    }

    private static ObjectNode object(Random random, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        NAMES.forEach(name -> {
            if (random.nextInt(5) > 0) {
                object.set(name, value(random, Math.max(0, depth)));
            }
        });
        return object;
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
