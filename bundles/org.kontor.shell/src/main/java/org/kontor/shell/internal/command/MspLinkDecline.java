/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:msp-link-decline} (A9). */
@Service
@Command(scope = "kontor", name = "msp-link-decline", description = "Refuses a link to a managed service provider")
public final class MspLinkDecline extends MspLinkCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        show(screen, desk().mspLinks().decline(call, id()));
    }
}
