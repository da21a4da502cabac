/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.BusinessRecord;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:portal-secret} (A11). */
@Service
@Command(
        scope = "kontor",
        name = "portal-secret",
        description = "Gives the portal of an account another secret; the one from before does not count any more")
public final class PortalSecret extends PortalCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        BusinessRecord account = account(call);
        tell(
                screen,
                desk().portals().renewSecret(call, account.id(), null),
                "The portal of " + subject(account) + " has another secret.");
    }
}
