/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.error;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A refusal by a rule of Kontor. Its message is meant for the caller; nothing was written when it is thrown. Carries no
 * stack trace: it tells of the caller's input, not of a place in the code.
 */
public final class KontorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Violation> violations;

    public KontorException(ErrorCode code, String message) {
        this(code, message, List.of());
    }

    /** @param violations what the reason is about, each by itself */
    public KontorException(ErrorCode code, String message, List<Violation> violations) {
        super(message, null, false, false);
        this.code = Objects.requireNonNull(code, "code");
        this.violations = List.copyOf(violations);
    }

    /** {@code invalid_input} with the fields that break rules; at least one. */
    public static KontorException invalid(List<Violation> violations) {
        return new KontorException(
                ErrorCode.INVALID_INPUT,
                violations.stream().map(v -> v.field() + ": " + v.message()).collect(Collectors.joining(" ")),
                violations);
    }

    /** {@code invalid_input} for a single field. */
    public static KontorException invalid(String field, String rule, String message, String value) {
        return invalid(List.of(new Violation(field, rule, message, value)));
    }

    /**
     * The same refusal of input that stands in something larger; a refusal for another reason as it is.
     *
     * @param place what is written before the fields, for example {@code account.}
     */
    public KontorException at(String place) {
        return code == ErrorCode.INVALID_INPUT
                ? invalid(violations().stream().map(told -> told.at(place)).toList())
                : this;
    }

    public ErrorCode code() {
        return code;
    }

    /** The broken rules; empty for every code but {@code invalid_input} and its kin. */
    public List<Violation> violations() {
        return violations == null ? List.of() : violations;
    }
}
