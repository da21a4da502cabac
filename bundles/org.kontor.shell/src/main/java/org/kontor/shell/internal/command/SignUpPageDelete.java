/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.Map;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.signup.SignUpPage;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:sign-up-page-delete} (A13). */
@Service
@Command(
        scope = "kontor",
        name = "sign-up-page-delete",
        description = "Deletes the sign-up page of a partner, with what nobody has confirmed yet")
public final class SignUpPageDelete extends SignUpPageCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        SignUpPage before = desk().signUpPages().get(call);
        desk().signUpPages().delete(call, before.version());
        if (json()) {
            Json.print(screen.out(), Map.of("deleted", before.name()));
        } else {
            screen.say("Sign-up page " + before.name() + " deleted.");
        }
    }
}
