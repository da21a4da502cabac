/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Option;

import org.kontor.api.sync.QuarantineQuery;

/** A command about the quarantine that may be restricted to some of it. */
abstract class QuarantineFilter extends WaitingFilter {
    @Option(name = "--error", description = "Only those that were refused with this code, for example invalid_input")
    private String error;

    protected final QuarantineQuery query() {
        return new QuarantineQuery(connection(), type(), null, error);
    }
}
