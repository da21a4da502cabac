/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.custom;

import java.util.List;

/**
 * What of a declaration can be changed; null leaves it as it is.
 *
 * @param help empty for none
 * @param choices all of them in their new order; those that were there stay
 */
public record DeclarationEdit(String label, String help, Boolean required, List<String> choices) {
    public DeclarationEdit {
        choices = choices == null ? null : List.copyOf(choices);
    }
}
