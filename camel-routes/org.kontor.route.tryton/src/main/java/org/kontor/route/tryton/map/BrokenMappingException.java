/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.map;

/** There is no mapping to read by. The message names file, line and reason. */
public final class BrokenMappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenMappingException(String message) {
        super(message);
    }
}
