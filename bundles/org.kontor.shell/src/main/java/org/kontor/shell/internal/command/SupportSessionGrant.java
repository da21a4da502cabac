/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:support-session-grant} (A10). */
@Service
@Command(
        scope = "kontor",
        name = "support-session-grant",
        description = "Lets who asked into your account for the time asked for")
public final class SupportSessionGrant extends SupportSessionCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        show(screen, desk().supportSessions().grant(call, id()));
    }
}
