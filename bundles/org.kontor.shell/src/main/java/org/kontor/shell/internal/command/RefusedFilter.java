/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Option;

/** Of what was refused, here or there: which are meant. */
abstract class RefusedFilter extends WaitingFilter {
    @Option(name = "--error", description = "Only those that were refused with this code, for example invalid_input")
    private String error;

    /** Null for all. */
    protected final String error() {
        return error;
    }
}
