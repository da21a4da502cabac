/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Option;

import org.kontor.api.sync.ConflictQuery;

/** A command about conflicts that may be restricted to some. */
abstract class ConflictCommand extends WaitingFilter {
    @Option(name = "--field", description = "Only those of this field, for example address.city")
    private String field;

    protected final ConflictQuery query() {
        return new ConflictQuery(connection(), type(), null, field);
    }
}
