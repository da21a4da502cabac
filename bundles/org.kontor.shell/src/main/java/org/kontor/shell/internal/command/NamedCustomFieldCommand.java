/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;

import org.kontor.api.call.CallContext;
import org.kontor.api.custom.Declaration;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.complete.CustomKeyCompleter;
import org.kontor.shell.internal.complete.RecordTypeCompleter;

/** What the commands for one custom field have in common. */
public abstract class NamedCustomFieldCommand extends CustomFieldCommand {
    @Argument(name = "record", description = "customer, location or account", required = true)
    @Completion(RecordTypeCompleter.class)
    private String record;

    @Argument(index = 1, name = "key", description = "Its name, like segment", required = true)
    @Completion(CustomKeyCompleter.class)
    private String key;

    /**
     * The account's own, which alone it changes; else one that it sees, so that the refusal says whose it is.
     *
     * @throws KontorException {@code not_found}, or {@code invalid_input} when several accounts below have declared it
     */
    final Declaration find(CallContext call) {
        RecordType type = Choices.of(RecordType.class, "record", record);
        List<Declaration> same = desk().customFields().list(call, type).stream()
                .filter(field -> field.key().equals(key))
                .toList();
        List<Declaration> own = same.stream()
                .filter(field -> field.account().equals(call.scope()))
                .toList();
        List<Declaration> meant = own.isEmpty() ? same : own;
        if (meant.isEmpty()) {
            throw new KontorException(
                    ErrorCode.NOT_FOUND,
                    "There is no custom field '" + key + "' of " + type.key()
                            + "s. List them: kontor:custom-field-list " + type.key());
        }
        if (meant.size() > 1) {
            throw KontorException.invalid(
                    "key", "ambiguous", "Several accounts below declare it; name one with --account.", key);
        }
        return meant.get(0);
    }
}
