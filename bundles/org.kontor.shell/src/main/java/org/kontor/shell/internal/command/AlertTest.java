/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;
import java.util.Map;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.alert.Alerts;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:alert-test}: whether mail and webhook would arrive (S16). */
@Service
@Command(scope = "kontor", name = "alert-test", description = "Sends a test message by mail and webhook, as configured")
public final class AlertTest extends KontorCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        List<Alerts.Tried> tried = desk().alerts().test(call);
        if (json()) {
            Json.print(screen.out(), Map.of("items", tried));
            return;
        }
        if (tried.isEmpty()) {
            throw new KontorException(
                    ErrorCode.UNAVAILABLE,
                    "No mail server and no webhook is configured, or their settings are wrong: the log says so."
                            + " Name them in etc/org.kontor.alerts.cfg");
        }
        tried.forEach(one -> screen.say((one.error() == null ? "sent    " : "FAILED  ") + one.channel() + " to "
                + one.target() + (one.error() == null ? "" : ": " + one.error())));
        if (tried.stream().anyMatch(one -> one.error() != null)) {
            throw new KontorException(ErrorCode.UNAVAILABLE, "Not everything was taken.");
        }
    }
}
