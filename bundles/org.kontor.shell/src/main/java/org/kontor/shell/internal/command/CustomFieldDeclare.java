/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

import org.kontor.api.call.CallContext;
import org.kontor.api.custom.CustomType;
import org.kontor.api.custom.Declaration;
import org.kontor.api.custom.NewDeclaration;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.complete.RecordTypeCompleter;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:custom-field-declare} (C9). */
@Service
@Command(
        scope = "kontor",
        name = "custom-field-declare",
        description = "Declares a field of your own for the records of an account and those below it")
public final class CustomFieldDeclare extends CustomFieldCommand {
    @Option(name = "--label", description = "What people read", required = true)
    private String label;

    @Option(name = "--type", description = "What it holds, for ever: text, number, date, flag or choice")
    @Completion(
            value = StringsCompleter.class,
            values = {"text", "number", "date", "flag", "choice"})
    private String type = "text";

    @Option(name = "--max-length", description = "Of a text, in characters, 1 to 1000; 200 when missing")
    private Integer maxLength;

    @Option(name = "--choice", description = "A value of a choice; given for each of them", multiValued = true)
    private List<String> choices;

    @Option(name = "--required", description = "New records must have a value")
    private boolean required;

    @Option(name = "--hint", description = "A sentence for who fills it in")
    private String hint;

    @Argument(name = "record", description = "customer, location or account", required = true)
    @Completion(RecordTypeCompleter.class)
    private String record;

    @Argument(
            index = 1,
            name = "key",
            description = "Its name, for ever: lower case letters, digits and _, a letter first",
            required = true)
    private String key;

    @Override
    protected void run(CallContext call, Screen screen) {
        Declaration made = desk().customFields()
                .declare(
                        call,
                        new NewDeclaration(
                                Choices.of(RecordType.class, "record", record),
                                key,
                                label,
                                Choices.of(CustomType.class, "--type", type),
                                maxLength,
                                choices == null ? List.of() : choices,
                                required,
                                hint));
        tell(
                screen,
                made,
                "Custom field '" + made.key() + "' of " + made.recordType().key() + "s declared. Give it a value: "
                        + "custom." + made.key() + "=VALUE behind kontor:"
                        + made.recordType().key() + "-create or -edit");
    }
}
