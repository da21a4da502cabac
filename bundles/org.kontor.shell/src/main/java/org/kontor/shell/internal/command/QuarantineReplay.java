/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Quarantine.Identity;
import org.kontor.api.sync.Quarantine.Replayed;
import org.kontor.api.sync.Quarantined;
import org.kontor.shell.internal.Naming;
import org.kontor.shell.internal.Pairs;
import org.kontor.shell.internal.complete.QuarantineCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:quarantine-replay}. */
@Service
@Command(
        scope = "kontor",
        name = "quarantine-replay",
        description = "Takes in once more what waits in the quarantine, edited or as it is")
public final class QuarantineReplay extends QuarantineFilter {
    @Option(name = "--as", description = "Which record of ours it is: code, id or name; for ambiguous_match")
    private String as;

    @Option(name = "--new", description = "It is none of ours, but a new one; for ambiguous_match")
    private boolean fresh;

    @Option(name = "--all", description = "All that --connection, --type and --error leave, and not a single one")
    private boolean all;

    @Argument(index = 0, name = "quarantined", description = "Its id")
    @Completion(QuarantineCompleter.class)
    private String quarantined;

    @Argument(
            index = 1,
            name = "edits",
            description = "What shall count instead of what was told, as FIELD=VALUE; an empty value clears",
            multiValued = true)
    private List<String> edits = new ArrayList<>();

    @Override
    protected void run(CallContext call, Screen screen) {
        if (all == (quarantined != null)) {
            throw KontorException.invalid(
                    "quarantined", "required", "Give an id of the quarantine, or --all.", quarantined);
        }
        if (all) {
            replayAll(call, screen);
        } else {
            replay(call, screen);
        }
    }

    private void replayAll(CallContext call, Screen screen) {
        Replayed replayed = desk().quarantine().replayAll(call, query());
        if (json()) {
            Json.print(screen.out(), replayed);
        } else {
            screen.say(replayed.taken() + " taken in, " + replayed.refused() + " refused again.");
        }
    }

    private void replay(CallContext call, Screen screen) {
        UUID id = QuarantineCommand.id(quarantined);
        Quarantined ward = desk().quarantine().get(call, id);
        ItemResult result = desk().quarantine().replay(call, id, edits(ward.type()), identity(call, ward.type()));
        if (json()) {
            Json.print(screen.out(), result);
        } else if (result.outcome() == Outcome.REFUSED) {
            screen.say("Refused again: " + Texts.reason(result.message(), result.violations()));
        } else {
            screen.say("Taken in as " + ward.type().key() + " " + Texts.of(result.code()) + ".");
        }
    }

    private Map<String, Object> edits(RecordType of) {
        Map<String, Object> values = new LinkedHashMap<>();
        // a reference is an id of theirs here
        Pairs.values(of, edits, (target, externalId) -> externalId)
                .forEach((field, value) -> values.put(field.path(), value));
        return values;
    }

    private Identity identity(CallContext call, RecordType of) {
        if (as != null && fresh) {
            throw KontorException.invalid("--new", "contradiction", "Give --as or --new, not both.", null);
        }
        return as == null && !fresh
                ? null
                : new Identity(
                        as == null ? null : Naming.find(desk(), call, of, as).id());
    }
}
