/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping.expression;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;

/** A compiled JSONata expression. Immutable, thread-safe. No way leads from it to files, classes or the network. */
public final class Expression {
    /** In characters. */
    public static final int MAX_LENGTH = 4_000;

    private static final List<String> OURS = List.of("lookup", "external", "payload");

    private final String text;
    private final Jsonata compiled;
    private final Syntax syntax;
    private final List<String> path;
    /** Null when only JSONata can work it out. */
    private final Direct direct;

    private Expression(String text, Jsonata compiled, Syntax syntax, Direct direct) {
        this.text = text;
        this.compiled = compiled;
        this.syntax = syntax;
        this.path = syntax.plainPath().orElse(null);
        this.direct = direct;
    }

    /**
     * @param names values that will have a name
     * @throws ExpressionException {@code expression_syntax}, {@code unknown_name}, {@code not_allowed}, {@code too_long}
     */
    public static Expression compile(String text, Set<String> names) {
        if (text.length() > MAX_LENGTH) {
            throw new ExpressionException("too_long", "Longer than " + MAX_LENGTH + " characters.", -1, null);
        }
        try {
            Jsonata compiled = Jsonata.jsonata(text);
            compiled.setValidateInput(false);
            compiled.setOutputConvertNulls(false);
            Functions.PURE.forEach(compiled::registerFunction);
            Syntax syntax = new Syntax(text, compiled);
            Set<String> known = new HashSet<>(names);
            known.addAll(OURS);
            known.addAll(Functions.PURE.keySet());
            syntax.check(known);
            return new Expression(text, compiled, syntax, Direct.compile(syntax.root(), names));
        } catch (JException e) {
            throw new ExpressionException("expression_syntax", e.getMessage(), Math.max(0, e.getLocation() - 1), null);
        } catch (StackOverflowError e) {
            throw new ExpressionException("expression_syntax", "Nested too deep.", 0, null);
        } catch (ExpressionException | IllegalStateException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // JSONata's parser ends so on some broken texts, for instance "led not implemented"
            throw new ExpressionException("expression_syntax", "This is no expression.", 0, null);
        } finally {
            park();
        }
    }

    /**
     * JSONata remembers the expression compiled last by this thread, and leaves its traces in it whatever it evaluates here
     * later, while other threads read it. So the last is one that nobody evaluates.
     */
    private static void park() {
        Jsonata.jsonata("0");
    }

    /**
     * What it gives on the input: text, number, truth value, list, map, or null for nothing.
     *
     * @throws ExpressionException {@code expression_failed}, {@code too_slow}, {@code too_deep}, {@code too_large}, and what
     *     the functions refuse; what a look-up throws comes through as it is
     */
    public Object evaluate(Object input, Scope scope) {
        if (direct != null) {
            try {
                scope.begin();
                Object value = direct.of(input, scope);
                scope.checkSize(value);
                return value;
            } catch (Direct.Unsure e) {
                // JSONata knows
            }
        }
        return interpret(input, scope);
    }

    /** What JSONata gives; {@link #evaluate} gives the same. */
    Object interpret(Object input, Scope scope) {
        Jsonata.Frame frame = compiled.createFrame();
        scope.begin();
        scope.bind(frame);
        try {
            return Json.orNull(compiled.evaluate(input, frame));
        } catch (StackOverflowError e) {
            throw new ExpressionException("too_deep", "Calls itself too deep.", -1, null);
        } catch (RuntimeException e) {
            if (scope.failure() != null) {
                throw scope.failure();
            }
            if (scope.refusal() != null) {
                throw scope.refusal();
            }
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ExpressionException refusal) {
                    throw refusal;
                }
            }
            String reason = e instanceof JException ? e.getMessage() : "The expression cannot be worked out here.";
            throw new ExpressionException("expression_failed", reason, -1, null);
        }
    }

    boolean isDirect() {
        return direct != null;
    }

    public String text() {
        return text;
    }

    /** The names, when it is a path of names and nothing else. */
    public Optional<List<String>> plainPath() {
        return Optional.ofNullable(path);
    }

    Syntax syntax() {
        return syntax;
    }
}
