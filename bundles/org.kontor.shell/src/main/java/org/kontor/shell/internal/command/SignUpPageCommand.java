/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.kontor.api.account.PlanChoice;
import org.kontor.api.signup.SignUpPage;
import org.kontor.shell.internal.AccountCommand;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** What the commands for sign-up pages have in common. */
public abstract class SignUpPageCommand extends AccountCommand {
    private static final String PATH = "/kontor/account/sign-up/";

    final void tell(Screen screen, SignUpPage page) {
        if (json()) {
            Json.print(screen.out(), document(page));
            return;
        }
        PlanChoice plan = page.plan();
        screen.say("The sign-up page " + PATH + page.name() + " is " + (page.on() ? "on" : "off")
                + "; new accounts get: "
                + plan.kind().name().toLowerCase(Locale.ROOT)
                + (plan.quantity() == null ? ", pay per use." : ", " + plan.quantity() + " licences.") + " Version "
                + page.version() + ", set by " + page.changedBy() + ".");
    }

    /** In the names that REST uses. */
    private static Map<String, Object> document(SignUpPage page) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("account", page.account());
        document.put("name", page.name());
        document.put("path", PATH + page.name());
        document.put("on", page.on());
        document.put("plan", page.plan());
        document.put("changedBy", page.changedBy());
        document.put("version", page.version());
        return document;
    }
}
