/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.portal.Portal;
import org.kontor.api.portal.PortalWithSecret;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.RecordCommand;
import org.kontor.shell.internal.complete.AccountCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** What the commands for portals have in common. */
public abstract class PortalCommand extends RecordCommand {
    @Argument(name = "account", description = "Its code, id or name", required = true)
    @Completion(AccountCompleter.class)
    private String named;

    @Override
    protected final RecordType type() {
        return RecordType.ACCOUNT;
    }

    final BusinessRecord account(CallContext call) {
        return find(call, named);
    }

    final Portal portal(CallContext call, BusinessRecord account) {
        return desk().portals()
                .get(call, account.id())
                .orElseThrow(() -> new KontorException(ErrorCode.NOT_FOUND, subject(account) + " has no portal."));
    }

    /** In the names that REST uses. */
    static Map<String, Object> document(Portal portal, String secret) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("account", portal.account());
        document.put("url", portal.url());
        document.put("version", portal.version());
        if (secret != null) {
            document.put("secret", secret);
        }
        return document;
    }

    /** @param done what was done, as a sentence */
    final void tell(Screen screen, PortalWithSecret made, String done) {
        if (json()) {
            Json.print(screen.out(), document(made.portal(), made.secret()));
            return;
        }
        screen.say(done);
        if (made.secret() != null) {
            screen.say("The portal's secret is " + made.secret()
                    + "\nIt is shown this once. The portal sends it as the header Authorization: Bearer SECRET.");
        }
    }
}
