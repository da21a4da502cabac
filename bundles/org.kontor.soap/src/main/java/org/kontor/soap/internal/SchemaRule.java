/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;

/**
 * Which rule of the schema is broken, by which element, with which value: read from the parser's remark, which is all that
 * it tells.
 *
 * @param value null where there is none
 */
record SchemaRule(String field, String rule, String value) {
    private static final Pattern CODE = Pattern.compile("^(cvc-[A-Za-z0-9.-]+): ");
    private static final Pattern VALUE = Pattern.compile("(?s)value '(.*)' of element '([^']*)'");
    private static final Pattern NAME = Pattern.compile("(?:[Ee]lement|Attribute) '([^']*)'");
    private static final Map<String, String> RULES = Map.of(
            "cvc-complex-type.2.4.a", "unexpected_element",
            "cvc-complex-type.2.4.b", "missing_element",
            "cvc-complex-type.2.4.d", "unexpected_element",
            "cvc-complex-type.2.3", "unexpected_text",
            "cvc-complex-type.2.1", "unexpected_text",
            "cvc-complex-type.3.2.2", "unexpected_attribute",
            "cvc-type.3.1.1", "unexpected_attribute",
            "cvc-type.3.1.2", "unexpected_element",
            "cvc-type.3.1.3", "malformed_value",
            "cvc-elt.3.1", "unexpected_nil");

    /**
     * @param remark as the parser made it
     * @param presentable the same in words that are fit to be shown
     */
    static SchemaRule broken(String remark, String presentable) {
        Matcher code = CODE.matcher(remark);
        String rule = code.find() ? RULES.getOrDefault(code.group(1), "schema") : "schema";
        Matcher value = VALUE.matcher(presentable);
        if (value.find()) {
            return new SchemaRule(value.group(2), rule, value.group(1));
        }
        Matcher name = NAME.matcher(presentable);
        return new SchemaRule(name.find() ? name.group(1) : "", rule, null);
    }

    /** The refusal that says so in these words. */
    KontorException told(String words) {
        return KontorException.invalid(List.of(new Violation(field, rule, words, value)));
    }
}
