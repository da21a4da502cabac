/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.sync.ConnectionTrace;
import org.kontor.api.sync.TracedCall;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:connection-trace}: every call that a connection makes, as it happens, secrets masked (S16). */
@Service
@Command(
        scope = "kontor",
        name = "connection-trace",
        description = "Shows every call of a connection for a time; Ctrl-C ends it")
public final class ConnectionTraceCommand extends ConnectionCommand {
    private static final Pattern TIME = Pattern.compile("([0-9]{1,5})(s|m)");
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    @Argument(index = 1, name = "time", description = "How long, for example 30s or 10m; at most 60m")
    private String time = "10m";

    @Option(name = "--body", description = "Shows the beginning of each payload: so many characters, at most 10000")
    private int body;

    @Override
    protected void run(CallContext call, Screen screen) {
        long shown = 0;
        ConnectionTrace trace = desk().connectionDesk().trace(call, name(), time(), body);
        try (trace) {
            if (!json()) {
                screen.say("Watching '" + name() + "' for " + time + "; Ctrl-C ends it.");
            }
            TracedCall next = trace.next(LOOK);
            // a session that is gone hears nothing more
            while ((next != null || trace.isOpen()) && !screen.out().checkError()) {
                if (next != null) {
                    print(screen, next);
                    shown++;
                }
                next = trace.next(LOOK);
            }
        } catch (InterruptedException ctrlC) {
            // it ends, and tracing with it
            screen.sayLate(end(trace, shown));
            return;
        }
        if (!json()) {
            screen.say(end(trace, shown));
        }
    }

    private static String end(ConnectionTrace trace, long shown) {
        return Texts.count(shown, "call") + " shown"
                + (trace.dropped() == 0 ? "" : ", " + trace.dropped() + " left out: too many to show")
                + ". Nothing is traced any more.";
    }

    private Duration time() {
        Matcher matcher = TIME.matcher(time);
        if (!matcher.matches()) {
            throw KontorException.invalid("time", "malformed", "Must be like 30s or 10m.", time);
        }
        long count = Long.parseLong(matcher.group(1));
        return matcher.group(2).equals("s") ? Duration.ofSeconds(count) : Duration.ofMinutes(count);
    }

    private void print(Screen screen, TracedCall call) {
        if (json()) {
            Json.printLine(screen.out(), call);
            return;
        }
        screen.say(CLOCK.format(call.at()) + "  " + line(call));
        part(screen, "sent", call.request());
        part(screen, "got", call.response());
    }

    private static String line(TracedCall call) {
        String route = call.route() == null ? "" : " [" + call.route() + "]";
        String what = call.exchange()
                ? "end of" + route + " from " + call.endpoint()
                : call.call() + (call.call().equals(call.endpoint()) ? "" : " to " + call.endpoint()) + route;
        String size = (call.sent() == null ? "" : ", sent " + call.sent())
                + (call.received() == null ? "" : ", got " + call.received());
        return what + ": " + (call.failure() == null ? "ok" : "FAILED, " + call.failure()) + ", " + call.millis()
                + " ms" + size;
    }

    private static void part(Screen screen, String name, String text) {
        if (text != null) {
            screen.say("              " + name + ": " + text.replace("\r", "").replace("\n", "\n              "));
        }
    }
}
