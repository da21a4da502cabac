/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.shell.internal.Naming;
import org.kontor.shell.internal.complete.UnsentCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:unsent-retry}. */
@Service
@Command(
        scope = "kontor",
        name = "unsent-retry",
        description = "Has the next runs send once more what external systems did not take")
public final class UnsentRetry extends UnsentFilter {
    @Option(name = "--all", description = "All that --connection, --type and --error leave, and not single ones")
    private boolean all;

    @Argument(name = "unsent", description = "Their ids", multiValued = true)
    @Completion(UnsentCompleter.class)
    private List<String> unsent = new ArrayList<>();

    @Override
    protected void run(CallContext call, Screen screen) {
        if (all == !unsent.isEmpty()) {
            throw KontorException.invalid(
                    "unsent", "required", "Give ids, or --all. List them: kontor:unsent-list", null);
        }
        long count = all
                ? desk().unsent().retryAll(call, query())
                : desk().unsent()
                        .retry(call, unsent.stream().map(UnsentRetry::id).toList());
        if (json()) {
            Json.print(screen.out(), Map.of("count", count));
        } else {
            screen.say(Texts.count(count, "record") + " will be sent by the next run. At once: kontor:connection-sync");
        }
    }

    private static UUID id(String typed) {
        return Naming.id(typed)
                .orElseThrow(() -> KontorException.invalid(
                        "unsent",
                        "not_an_id",
                        "Must be the id of something that was not taken. List them: kontor:unsent-list",
                        typed));
    }
}
