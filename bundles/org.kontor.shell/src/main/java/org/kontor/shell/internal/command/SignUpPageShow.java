/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:sign-up-page-show} (A13). */
@Service
@Command(
        scope = "kontor",
        name = "sign-up-page-show",
        description = "Shows the page on which people open accounts at a partner themselves")
public final class SignUpPageShow extends SignUpPageCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        tell(screen, desk().signUpPages().get(call));
    }
}
