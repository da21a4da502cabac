/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Explanation;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.Naming;
import org.kontor.shell.internal.complete.AnyRecordCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:explain}: why a record is as it is (S16). */
@Service
@Command(
        scope = "kontor",
        name = "explain",
        description = "Shows where each value of a record comes from, and what the other systems tell of it")
public final class Explain extends KontorCommand {
    @Option(name = "--type", description = "Only a record of this type")
    @Completion(
            value = StringsCompleter.class,
            values = {"customer", "location"},
            caseSensitive = false)
    private String type;

    @Argument(
            name = "record",
            description = "Code, id or name of a customer or a location, or CONNECTION:EXTERNAL-ID",
            required = true)
    @Completion(AnyRecordCompleter.class)
    private String named;

    @Override
    protected void run(CallContext call, Screen screen) {
        List<RecordType> types =
                type == null ? RecordType.SYNCHRONISED : List.of(Choices.of(RecordType.class, "--type", type));
        Explanation explanation = external(call, types).orElseGet(() -> own(call, types));
        if (json()) {
            Json.print(screen.out(), explanation);
        } else {
            ExplanationText.print(screen, explanation);
        }
    }

    private Optional<Explanation> external(CallContext call, List<RecordType> types) {
        int colon = named.indexOf(':');
        if (colon < 1 || colon == named.length() - 1) {
            return Optional.empty();
        }
        String connection = named.substring(0, colon);
        String externalId = named.substring(colon + 1);
        List<Explanation> found = new ArrayList<>();
        types.forEach(one -> tried(() -> desk().explanations().ofExternal(call, one, connection, externalId))
                .ifPresent(found::add));
        if (found.size() > 1) {
            throw KontorException.invalid(
                    "record", "ambiguous", "Is a customer and a location there; say which: --type customer.", named);
        }
        return found.stream().findFirst();
    }

    private Explanation own(CallContext call, List<RecordType> types) {
        for (RecordType one : types) {
            Optional<Explanation> found = tried(() -> desk().explanations()
                    .of(call, one, Naming.find(desk(), call, one, named).id()));
            if (found.isPresent()) {
                return found.get();
            }
        }
        String what = type == null ? "customer or location" : types.get(0).key();
        throw new KontorException(
                ErrorCode.NOT_FOUND,
                "There is no " + what + " with the code, id or name '" + named + "', nor one that a connection knows as"
                        + " that (CONNECTION:EXTERNAL-ID). What was refused waits here: kontor:quarantine-list");
    }

    private static Optional<Explanation> tried(Supplier<Explanation> search) {
        try {
            return Optional.of(search.get());
        } catch (KontorException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
