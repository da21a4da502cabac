/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.alert.Alert;
import org.kontor.api.call.CallContext;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:alert-list} (S16). */
@Service
@Command(scope = "kontor", name = "alert-list", description = "Lists what somebody should look at, and who was told")
public final class AlertList extends KontorCommand {
    @Option(name = "--all", description = "Also what is over")
    private boolean all;

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = 20;

    @Override
    protected void run(CallContext call, Screen screen) {
        List<Alert> alerts = desk().alerts().list(call, all, limit);
        if (json()) {
            Json.print(screen.out(), Map.of("enabled", desk().alerts().enabled(), "items", alerts));
            return;
        }
        if (alerts.isEmpty()) {
            screen.say("Nothing to look at.");
        } else {
            screen.table(
                    List.of(
                            Column.whole("kind"),
                            Column.text("subject"),
                            Column.whole("since"),
                            Column.whole("ended"),
                            Column.text("told"),
                            Column.text("message")),
                    alerts.stream()
                            .map(alert -> List.of(
                                    alert.kind(),
                                    alert.subject(),
                                    Texts.time(alert.since()),
                                    Texts.time(alert.ended()),
                                    alert.deliveries().stream()
                                            .map(AlertList::told)
                                            .collect(Collectors.joining("; ")),
                                    alert.message()))
                            .toList());
        }
        if (!desk().alerts().enabled()) {
            screen.say("Alerts are off. Turn them on: enabled = true in etc/org.kontor.alerts.cfg");
        }
    }

    private static String told(Alert.Delivery delivery) {
        String how =
                switch (delivery.state()) {
                    case WAITING -> delivery.attempts() == 0
                            ? "waits"
                            : "next try " + Texts.time(delivery.next()) + ", " + delivery.error();
                    case SENDING -> "under way";
                    case SENT -> "sent";
                    case DROPPED -> "dropped, " + delivery.error();
                };
        return delivery.channel() + (delivery.end() ? " (end): " : ": ") + how;
    }
}
