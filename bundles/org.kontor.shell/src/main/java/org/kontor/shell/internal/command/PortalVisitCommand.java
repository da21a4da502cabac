/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.portal.PortalVisit;
import org.kontor.shell.internal.AccountCommand;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:portal-visit} (A11). */
@Service
@Command(
        scope = "kontor",
        name = "portal-visit",
        description = "Gives the way into the portal of your account, or of one that --account names")
public final class PortalVisitCommand extends AccountCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        PortalVisit visit = desk().portalVisits().visit(call, call.scope());
        if (json()) {
            Json.print(screen.out(), visit);
        } else {
            screen.say("Open this in your browser until " + Texts.time(visit.expires()) + "; it counts once:\n"
                    + visit.url());
        }
    }
}
