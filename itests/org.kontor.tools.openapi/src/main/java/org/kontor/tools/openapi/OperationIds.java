/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tools.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.swagger.v3.oas.models.PathItem.HttpMethod;

/**
 * Names of operations, from the name of the Java method and the path: {@code get} of {@code /customers/{id}} is {@code
 * getCustomer}. A method whose name says it all ({@code changePassword}) keeps it, so does an id that an annotation
 * gives. Generated clients make method names of them: they are a contract. Stateless.
 */
final class OperationIds {
    private static final Pattern NUMBERED = Pattern.compile("_[0-9]+$");
    private static final Pattern SEVERAL_WORDS = Pattern.compile(".*[a-z][A-Z].*");

    private OperationIds() {}

    static String of(String path, HttpMethod method, String given) {
        String name = NUMBERED.matcher(given).replaceFirst("");
        if (SEVERAL_WORDS.matcher(name).matches()) {
            return name;
        }
        List<String> segments = Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        String plural = capital(segments.get(0).split(":")[0]);
        String singular = plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
        int id = segments.indexOf("{id}");
        if (id < 0) {
            return name + (name.equals("create") ? singular : plural);
        }
        boolean part = method == HttpMethod.GET && id + 1 < segments.size();
        return part ? "list" + singular + capital(segments.get(id + 1)) : name + singular;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
