/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.portal.Portal;
import org.kontor.api.portal.PortalWithSecret;
import org.kontor.api.record.BusinessRecord;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:portal-set} (A11). */
@Service
@Command(
        scope = "kontor",
        name = "portal-set",
        description = "Sets up the portal of an account, or moves it; the secret is shown the first time")
public final class PortalSet extends PortalCommand {
    @Argument(index = 1, name = "url", description = "Like https://portal.example.com/enter", required = true)
    private String url;

    @Override
    protected void run(CallContext call, Screen screen) {
        BusinessRecord account = account(call);
        Long version =
                desk().portals().get(call, account.id()).map(Portal::version).orElse(null);
        PortalWithSecret made = desk().portals().set(call, account.id(), version, url);
        tell(
                screen,
                made,
                subject(account) + " has its portal at " + made.portal().url());
    }
}
