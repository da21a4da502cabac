/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tags in one cell: separated by {@code ;}. Inside a tag {@code \;} stands for {@code ;} and {@code \\} for
 * {@code \}; any other {@code \} is itself. Stateless.
 */
public final class TagList {
    private static final char BETWEEN = ';';
    private static final char ESCAPE = '\\';

    private TagList() {}

    public static String join(List<String> tags) {
        return tags.stream()
                .map(tag -> tag.replace("\\", "\\\\").replace(";", "\\;"))
                .collect(Collectors.joining(";"));
    }

    /** As they stand there, empty ones and white space included. */
    public static List<String> split(String cell) {
        List<String> tags = new ArrayList<>();
        StringBuilder tag = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char one = cell.charAt(i);
            if (one == ESCAPE && i + 1 < cell.length() && isSpecial(cell.charAt(i + 1))) {
                i++;
                tag.append(cell.charAt(i));
            } else if (one == BETWEEN) {
                tags.add(tag.toString());
                tag.setLength(0);
            } else {
                tag.append(one);
            }
        }
        tags.add(tag.toString());
        return tags;
    }

    private static boolean isSpecial(char one) {
        return one == BETWEEN || one == ESCAPE;
    }
}
