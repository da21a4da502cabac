/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.Map;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.shell.internal.AccountCommand;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:labs-open} (A8). */
@Service
@Command(scope = "kontor", name = "labs-open", description = "Lets all members of a partner reach all its labs")
public final class LabsOpen extends AccountCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        int opened = desk().labAccess().openToAll(call);
        if (json()) {
            Json.print(screen.out(), Map.of("opened", opened));
        } else {
            screen.say(
                    opened == 0
                            ? "All of them reached the labs already."
                            : Texts.count(opened, "member") + " more " + (opened == 1 ? "reaches" : "reach")
                                    + " the labs now.");
        }
    }
}
