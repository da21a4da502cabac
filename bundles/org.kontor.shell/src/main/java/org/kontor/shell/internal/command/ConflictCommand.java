/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.completers.StringsCompleter;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.ConflictQuery;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.complete.ConnectionCompleter;

/** A command about conflicts that may be restricted to some. */
abstract class ConflictCommand extends KontorCommand {
    @Option(name = "--connection", description = "Only those of this connection")
    @Completion(ConnectionCompleter.class)
    private String connection;

    @Option(name = "--type", description = "Only records of this type")
    @Completion(
            value = StringsCompleter.class,
            values = {"customer", "location"},
            caseSensitive = false)
    private String type;

    @Option(name = "--field", description = "Only those of this field, for example address.city")
    private String field;

    protected final ConflictQuery query() {
        return new ConflictQuery(
                connection, type == null ? null : Choices.of(RecordType.class, "--type", type), null, field);
    }
}
