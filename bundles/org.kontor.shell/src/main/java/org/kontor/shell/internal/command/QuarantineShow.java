/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.sync.Quarantined;
import org.kontor.shell.internal.complete.QuarantineCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:quarantine-show}. */
@Service
@Command(
        scope = "kontor",
        name = "quarantine-show",
        description = "Shows what was told and why it could not be taken in")
public final class QuarantineShow extends QuarantineCommand {
    @Argument(name = "quarantined", description = "Its id", required = true)
    @Completion(QuarantineCompleter.class)
    private String quarantined;

    @Override
    protected void run(CallContext call, Screen screen) {
        Quarantined one = desk().quarantine().get(call, id(quarantined));
        if (json()) {
            Json.print(screen.out(), one);
            return;
        }
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("quarantined", one.id().toString());
        lines.put("connection", one.connection());
        lines.put("type", one.type().key());
        lines.put("external id", one.externalId());
        lines.put("record", Texts.of(one.recordId()));
        lines.put("first seen", Texts.time(one.firstSeen()));
        lines.put("last seen", Texts.time(one.lastSeen()));
        lines.put("attempts", String.valueOf(one.attempts()));
        lines.put("reason", Texts.reason(one.message(), one.violations()));
        Details.print(screen, lines);
        screen.say("");
        screen.say("What was told:");
        Map<String, String> values = new LinkedHashMap<>();
        one.values().forEach((name, value) -> values.put("  " + name, Texts.of(value)));
        Details.print(screen, values);
        screen.say("Take it in with an edit: kontor:quarantine-replay " + one.id() + " FIELD=VALUE");
    }
}
