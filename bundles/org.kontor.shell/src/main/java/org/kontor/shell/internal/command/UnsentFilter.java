/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.completers.StringsCompleter;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.UnsentQuery;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.complete.ConnectionCompleter;

/** A command about what external systems did not take. */
abstract class UnsentFilter extends KontorCommand {
    @Option(name = "--connection", description = "Only those of this connection")
    @Completion(ConnectionCompleter.class)
    private String connection;

    @Option(name = "--type", description = "Only records of this type")
    @Completion(
            value = StringsCompleter.class,
            values = {"customer", "location"},
            caseSensitive = false)
    private String type;

    @Option(name = "--error", description = "Only those that were refused with this code, for example invalid_input")
    private String error;

    protected final UnsentQuery query() {
        RecordType wanted = type == null ? null : Choices.of(RecordType.class, "--type", type);
        return new UnsentQuery(connection, wanted, null, error);
    }
}
