/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;
import java.util.stream.Stream;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

import org.kontor.api.call.CallContext;
import org.kontor.api.custom.Declaration;
import org.kontor.api.custom.DeclarationEdit;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:custom-field-change} (C9). */
@Service
@Command(
        scope = "kontor",
        name = "custom-field-change",
        description = "Changes label, hint or whether a custom field is required, and adds choices")
public final class CustomFieldChange extends NamedCustomFieldCommand {
    @Option(name = "--label", description = "What people read")
    private String label;

    @Option(name = "--hint", description = "A sentence for who fills it in; an empty one (--hint \"\") clears it")
    private String hint;

    @Option(name = "--required", description = "true or false: whether new records must have a value")
    @Completion(
            value = StringsCompleter.class,
            values = {"false", "true"})
    private String required;

    @Option(
            name = "--choice",
            description = "One more value of a choice, behind those that are there; may be given several times",
            multiValued = true)
    private List<String> more;

    @Option(
            name = "--version",
            description = "Refuses when this is not the version any more; without it, what is there now is changed")
    private Long version;

    @Override
    protected void run(CallContext call, Screen screen) {
        Declaration before = find(call);
        Declaration after = desk().customFields()
                .change(
                        call,
                        before.id(),
                        version == null ? before.version() : version,
                        new DeclarationEdit(
                                label,
                                hint,
                                required == null ? null : Choices.truth("--required", required),
                                choices(before)));
        tell(
                screen,
                after,
                after.version() == before.version()
                        ? "Nothing changed: the custom field '" + after.key() + "' was like this already."
                        : "Custom field '" + after.key() + "' changed, now version " + after.version() + ".");
    }

    private List<String> choices(Declaration before) {
        return more == null
                ? null
                : Stream.concat(before.choices().stream(), more.stream()).toList();
    }
}
