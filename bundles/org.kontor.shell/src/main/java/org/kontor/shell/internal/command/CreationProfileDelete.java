/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.Map;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.complete.RecordTypeCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:creation-profile-delete} (C1). */
@Service
@Command(
        scope = "kontor",
        name = "creation-profile-delete",
        description = "Deletes the creation profile of an account; what one above asks counts again")
public final class CreationProfileDelete extends CreationProfileCommand {
    @Argument(name = "record", description = "customer, location or account", required = true)
    @Completion(RecordTypeCompleter.class)
    private String record;

    @Override
    protected void run(CallContext call, Screen screen) {
        RecordType type = Choices.of(RecordType.class, "record", record);
        desk().creationProfiles().delete(call, type);
        if (json()) {
            Json.print(screen.out(), Map.of("deleted", type.key()));
        } else {
            screen.say("Creation profile for " + type.key() + "s deleted.");
        }
    }
}
