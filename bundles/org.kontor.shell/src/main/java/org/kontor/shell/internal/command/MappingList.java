/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.sync.Mappings;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** The mappings that count, and what is wrong with files (S4). */
@Service
@Command(
        scope = "kontor",
        name = "mapping-list",
        description = "Lists the mappings of connections, and errors of files")
public final class MappingList extends KontorCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        List<Mappings.Mapping> mappings = desk().mappings().list(call);
        if (json()) {
            Json.print(screen.out(), Map.of("items", mappings));
            return;
        }
        if (mappings.isEmpty()) {
            screen.say("No connection that runs has a mapping, and there is no file in etc/kontor/mappings.");
            return;
        }
        screen.table(
                List.of(
                        Column.whole("connection"),
                        Column.whole("type"),
                        Column.text("counts"),
                        Column.whole("state"),
                        Column.number("errors")),
                mappings.stream()
                        .map(mapping -> List.of(
                                Texts.of(mapping.connection()),
                                mapping.type() == null ? "" : mapping.type().key(),
                                counts(mapping),
                                mapping.state().name().toLowerCase(Locale.ROOT),
                                String.valueOf(mapping.errors().size())))
                        .toList());
        mappings.forEach(mapping -> mapping.errors().forEach(screen::say));
        if (mappings.stream().anyMatch(mapping -> mapping.state() == Mappings.State.UNUSED)) {
            screen.say("What is unused: no connection that runs is called so. Files are called CONNECTION-TYPE.yaml.");
        }
    }

    private static String counts(Mappings.Mapping mapping) {
        return switch (mapping.state()) {
            case FAILED -> "none";
            case UNCHECKED -> "";
            case BROKEN -> mapping.shipped() ? "the shipped one" : "earlier version of " + mapping.file();
            case GOOD -> mapping.shipped() ? "the shipped one" : mapping.file();
            case UNUSED -> mapping.file();
        };
    }
}
