/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal;

import java.util.ArrayList;
import java.util.List;

import org.apache.karaf.shell.support.CommandException;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;

/** A refusal as sentences: one for each rule that is broken, with field, rule and value; the command has failed then. */
public final class Refusal {
    private Refusal() {}

    /**
     * @param next what can be done about it, or null
     * @param colour whether the terminal shows colours
     */
    static CommandException of(KontorException refusal, String next, boolean colour) {
        List<String> sentences = new ArrayList<>();
        if (refusal.violations().isEmpty()) {
            sentences.add(refusal.getMessage() + " (" + refusal.code().code() + ")");
        }
        for (Violation violation : refusal.violations()) {
            sentences.add(sentence(violation));
        }
        if (next != null) {
            sentences.add(next);
        }
        String text = String.join("\n", sentences);
        String shown = colour
                ? new AttributedString(text, AttributedStyle.DEFAULT.foreground(AttributedStyle.RED)).toAnsi()
                : text;
        return new CommandException(shown, text);
    }

    /** Field, rule and value. */
    public static String sentence(Violation violation) {
        return violation.field() + ": " + violation.message() + " (" + violation.rule()
                + (violation.value() == null ? "" : ", got '" + violation.value() + "'") + ")";
    }
}
