/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.Map;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.BusinessRecord;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:portal-remove} (A11). */
@Service
@Command(scope = "kontor", name = "portal-remove", description = "Takes the portal of an account away")
public final class PortalRemove extends PortalCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        BusinessRecord account = account(call);
        desk().portals().remove(call, account.id(), null);
        if (json()) {
            Json.print(screen.out(), Map.of("removed", account.id()));
        } else {
            screen.say(subject(account) + " has no portal any more.");
        }
    }
}
