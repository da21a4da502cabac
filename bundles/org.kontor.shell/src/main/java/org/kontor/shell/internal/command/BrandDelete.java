/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.Map;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.brand.AccountBrand;
import org.kontor.api.call.CallContext;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:brand-delete} (P2). */
@Service
@Command(
        scope = "kontor",
        name = "brand-delete",
        description = "Deletes the brand of a partner, or its logo alone; what stands above it is seen again")
public final class BrandDelete extends BrandCommand {
    @Option(name = "--logo", description = "The logo alone")
    private boolean logo;

    @Override
    protected void run(CallContext call, Screen screen) {
        AccountBrand before = desk().brands().get(call);
        if (logo) {
            AccountBrand after = desk().brands().removeLogo(call, before.version());
            tell(screen, after, "Logo deleted; the brand is at version " + after.version() + ".");
            return;
        }
        desk().brands().delete(call, before.version());
        if (json()) {
            Json.print(screen.out(), Map.of("deleted", before.account()));
        } else {
            screen.say("Brand deleted.");
        }
    }
}
