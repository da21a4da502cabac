/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.portal.Portal;
import org.kontor.api.record.BusinessRecord;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:portal-show} (A11). */
@Service
@Command(scope = "kontor", name = "portal-show", description = "Shows where an account has its portal")
public final class PortalShow extends PortalCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        BusinessRecord account = account(call);
        Portal portal = portal(call, account);
        if (json()) {
            Json.print(screen.out(), document(portal, null));
        } else {
            screen.say(subject(account) + " has its portal at " + portal.url());
        }
    }
}
