/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tools.openapi;

import java.util.List;

import io.swagger.v3.oas.models.Operation;

/** Operations that ask for no sign-in say so by a scheme that there is not. Stateless. */
final class SignIn {
    private static final String NONE = "none";

    private SignIn() {}

    static void complete(Operation operation) {
        if (operation.getSecurity() != null
                && operation.getSecurity().stream().anyMatch(one -> one.containsKey(NONE))) {
            // takes the place of what holds for all others
            operation.setSecurity(List.of());
        }
    }

    /** After {@link #complete}. */
    static boolean isOpen(Operation operation) {
        return operation.getSecurity() != null && operation.getSecurity().isEmpty();
    }
}
