/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.pages.internal;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.context.ServletContextHelper;

import org.kontor.api.people.LinkAccounts;
import org.kontor.api.people.PasswordLinks;
import org.kontor.api.signup.SignUps;
import org.kontor.http.Door;
import org.kontor.http.OwnContext;
import org.kontor.mail.Branding;

/** Serves {@code /kontor/account}, beside the gate: who comes has no password yet. */
@Component(service = AccountDoor.class, immediate = true)
public final class AccountDoor {
    private final OwnContext web;

    @Activate
    public AccountDoor(
            BundleContext context,
            @Reference PasswordLinks links,
            @Reference LinkAccounts accounts,
            @Reference SignUps signUps,
            @Reference Branding branding) {
        web = new OwnContext(
                context,
                "kontor-account",
                Door.PATH + "/account",
                new ServletContextHelper(context.getBundle()) {},
                "/*",
                new AccountServlet(links, accounts, signUps, branding));
    }

    @Deactivate
    public void close() {
        web.close();
    }
}
