/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.completers.StringsCompleter;

import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.complete.ConnectionCompleter;

/** A command about what waits for a person, that may be restricted to a connection and to a type. */
abstract class WaitingFilter extends KontorCommand {
    @Option(name = "--connection", description = "Only those of this connection")
    @Completion(ConnectionCompleter.class)
    private String connection;

    @Option(name = "--type", description = "Only records of this type")
    @Completion(
            value = StringsCompleter.class,
            values = {"customer", "location"},
            caseSensitive = false)
    private String type;

    /** Null for all. */
    protected final String connection() {
        return connection;
    }

    /** Null for all. */
    protected final RecordType type() {
        return type == null ? null : Choices.of(RecordType.class, "--type", type);
    }
}
