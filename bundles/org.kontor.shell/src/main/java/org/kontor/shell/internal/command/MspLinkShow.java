/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:msp-link-show} (A9). */
@Service
@Command(scope = "kontor", name = "msp-link-show", description = "Shows a link to a managed service provider")
public final class MspLinkShow extends MspLinkCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        show(screen, desk().mspLinks().get(call, id()));
    }
}
