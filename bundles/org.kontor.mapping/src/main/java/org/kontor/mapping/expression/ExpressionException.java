/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping.expression;

/** An expression that cannot be compiled, or gives no value for a record. Carries no stack trace: it tells of input. */
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final int position;
    private final String value;

    /**
     * @param rule stable code
     * @param position in characters from the begin of the expression, from 0; -1 when there is none
     * @param value what was refused, or null
     */
    public ExpressionException(String rule, String message, int position, String value) {
        super(message, null, false, false);
        this.rule = rule;
        this.position = position;
        this.value = value;
    }

    public String rule() {
        return rule;
    }

    public int position() {
        return position;
    }

    public String value() {
        return value;
    }
}
