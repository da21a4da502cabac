/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.brand.AccountBrand;
import org.kontor.api.call.CallContext;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:brand-show} (P2). */
@Service
@Command(
        scope = "kontor",
        name = "brand-show",
        description = "Shows how mails and pages about a partner's accounts look")
public final class BrandShow extends BrandCommand {
    private static final String ABOVE = "(that of above)";

    @Override
    protected void run(CallContext call, Screen screen) {
        AccountBrand brand = desk().brands().get(call);
        if (json()) {
            Json.print(screen.out(), document(brand));
            return;
        }
        AccountBrand.Logo logo = brand.logo();
        screen.table(
                List.of(Column.whole("part"), Column.text("value")),
                List.of(
                        List.of("name", shown(brand.name())),
                        List.of("colour", shown(brand.colour())),
                        List.of("text in English", shown(brand.texts().get("en"))),
                        List.of("text in French", shown(brand.texts().get("fr"))),
                        List.of(
                                "logo",
                                logo == null
                                        ? ABOVE
                                        : logo.mediaType() + ", " + logo.size() + " bytes, SHA-256 " + logo.sha256()),
                        List.of("version", String.valueOf(brand.version()))));
    }

    private static String shown(String value) {
        return value == null ? ABOVE : value;
    }
}
