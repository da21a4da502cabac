/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.screen;

/**
 * A column of a table.
 *
 * @param shrinks whether its cells may be shortened when the terminal is narrow
 * @param right whether its cells stand at the right, as numbers do
 */
public record Column(String title, boolean shrinks, boolean right) {
    /** Always shown whole, for example a code. */
    public static Column whole(String title) {
        return new Column(title, false, false);
    }

    public static Column text(String title) {
        return new Column(title, true, false);
    }

    public static Column number(String title) {
        return new Column(title, false, true);
    }
}
