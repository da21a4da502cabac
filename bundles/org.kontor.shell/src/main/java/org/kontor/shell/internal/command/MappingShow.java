/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.complete.ConnectionCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** Prints the mapping that counts, so that {@code > FILE} makes the beginning of an own one (S4). */
@Service
@Command(scope = "kontor", name = "mapping-show", description = "Prints the mapping file that counts")
public final class MappingShow extends KontorCommand {
    @Argument(name = "connection", description = "Its name", required = true)
    @Completion(ConnectionCompleter.class)
    private String connection;

    @Argument(index = 1, name = "type", description = "customer or location", required = true)
    @Completion(
            value = StringsCompleter.class,
            values = {"customer", "location"})
    private String type;

    @Override
    protected void run(CallContext call, Screen screen) {
        RecordType wanted = Choices.of(RecordType.class, "type", type);
        String text = desk().mappings().text(call, connection, wanted);
        if (json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("connection", connection);
            document.put("type", wanted);
            document.put("text", text);
            Json.print(screen.out(), document);
        } else {
            // what steers a terminal is not printed, and a tab is such
            text.replace("\t", "    ").lines().forEach(screen::say);
        }
    }
}
