/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.sync.Conflicts.Decided;
import org.kontor.api.sync.Side;
import org.kontor.shell.internal.Naming;
import org.kontor.shell.internal.complete.ConflictCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:conflict-decide}. */
@Service
@Command(scope = "kontor", name = "conflict-decide", description = "Says whose value stays")
public final class ConflictDecide extends ConflictCommand {
    @Option(
            name = "--stays",
            description = "ours: Kontor's value; theirs: that of the external system",
            required = true)
    @Completion(
            value = StringsCompleter.class,
            values = {"ours", "theirs"},
            caseSensitive = false)
    private String stays;

    @Option(name = "--all", description = "All that --connection, --type and --field leave, and not single ones")
    private boolean all;

    @Argument(name = "conflicts", description = "Their ids; all of them are decided, or none", multiValued = true)
    @Completion(ConflictCompleter.class)
    private List<String> conflicts = new ArrayList<>();

    @Override
    protected void run(CallContext call, Screen screen) {
        Side side = Choices.of(Side.class, "--stays", stays);
        if (all == !conflicts.isEmpty()) {
            throw KontorException.invalid(
                    "conflicts",
                    "required",
                    "Give the ids of conflicts, or --all. List them: kontor:conflict-list",
                    null);
        }
        Decided decided;
        if (all) {
            decided = desk().conflicts().decideAll(call, query(), side);
        } else {
            List<UUID> ids = conflicts.stream().map(ConflictDecide::id).toList();
            desk().conflicts().decide(call, ids, side);
            decided = new Decided(ids.size(), List.of());
        }
        if (json()) {
            Json.print(screen.out(), decided);
            return;
        }
        screen.say(Texts.count(decided.count(), "conflict") + " decided: "
                + (side == Side.OURS ? "our value stays." : "their value is taken."));
        decided.refused().forEach(one -> screen.say(one.id() + " stays open: " + one.message()));
    }

    private static UUID id(String typed) {
        return Naming.id(typed)
                .orElseThrow(() -> KontorException.invalid(
                        "conflicts",
                        "not_an_id",
                        "Must be the id of a conflict. List them: kontor:conflict-list",
                        typed));
    }
}
