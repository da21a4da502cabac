/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.kontor.api.brand.AccountBrand;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.shell.internal.AccountCommand;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** What the commands for brands have in common. */
public abstract class BrandCommand extends AccountCommand {
    /** Empty when the account has none of its own. */
    final Optional<AccountBrand> own(CallContext call) {
        try {
            return Optional.of(desk().brands().get(call));
        } catch (KontorException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** That a change is based on: the one given, else what is there now. */
    final Long version(CallContext call, Long given) {
        return given == null ? own(call).map(AccountBrand::version).orElse(null) : given;
    }

    final void tell(Screen screen, AccountBrand brand, String said) {
        if (json()) {
            Json.print(screen.out(), document(brand));
        } else {
            screen.say(said);
        }
    }

    /** In the names that REST uses. */
    static Map<String, Object> document(AccountBrand brand) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("account", brand.account());
        document.put("name", brand.name());
        document.put("colour", brand.colour());
        document.put("text", brand.texts());
        document.put("logo", brand.logo());
        document.put("version", brand.version());
        return document;
    }
}
