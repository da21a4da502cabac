/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Choice;
import org.kontor.api.record.RecordService;
import org.kontor.api.record.RecordType;

/**
 * Finds the record that somebody names: by id, else by a code of the account that the call is for, else by a code of one below
 * or a name, which one record alone has.
 */
public final class Naming {
    private static final Pattern ID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int SAME_NAMES_SHOWN = 5;

    private Naming() {}

    /** The id, when the text has the form of one. */
    public static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** @throws KontorException {@code not_found}, or {@code invalid_input} when several have the name */
    public static BusinessRecord find(Desk desk, CallContext call, RecordType type, String named) {
        RecordService<? extends BusinessRecord> records = desk.records(type);
        Optional<UUID> id = id(named);
        if (id.isPresent()) {
            return records.get(call, id.get());
        }
        try {
            return records.getByCode(call, named);
        } catch (KontorException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            return records.get(call, byCodeOrName(records, call, type, named));
        }
    }

    private static UUID byCodeOrName(
            RecordService<? extends BusinessRecord> records, CallContext call, RecordType type, String name) {
        List<Choice> alike = records.lookup(call, name, Map.of(), 50);
        List<Choice> coded =
                alike.stream().filter(choice -> choice.code().equals(name)).toList();
        if (coded.size() > 1) {
            throw KontorException.invalid(
                    type.key(),
                    "ambiguous",
                    "Several accounts use this code; name one with --account, or give an id: "
                            + shown(coded, choice -> choice.id().toString()),
                    name);
        }
        if (coded.size() == 1) {
            return coded.get(0).id();
        }
        List<Choice> same = alike.stream()
                .filter(choice -> choice.name().equalsIgnoreCase(name))
                .toList();
        if (same.isEmpty()) {
            throw new KontorException(
                    ErrorCode.NOT_FOUND,
                    "There is no " + type.key() + " with the code, id or name '" + name + "'. Search: kontor:"
                            + type.key() + "-list WORD");
        }
        if (same.size() > 1) {
            throw KontorException.invalid(
                    type.key(), "ambiguous", "Several have this name; use a code: " + shown(same, Choice::code), name);
        }
        return same.get(0).id();
    }

    private static String shown(List<Choice> choices, Function<Choice, String> by) {
        return String.join(
                        ", ", choices.stream().limit(SAME_NAMES_SHOWN).map(by).toList())
                + (choices.size() > SAME_NAMES_SHOWN ? ", …" : ".");
    }
}
