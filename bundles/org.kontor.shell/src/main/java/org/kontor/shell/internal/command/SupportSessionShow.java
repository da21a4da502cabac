/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:support-session-show} (A10). */
@Service
@Command(scope = "kontor", name = "support-session-show", description = "Shows a support session")
public final class SupportSessionShow extends SupportSessionCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        show(screen, desk().supportSessions().get(call, id()));
    }
}
