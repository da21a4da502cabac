/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.account.Conversion;
import org.kontor.api.account.Conversion.Invitee;
import org.kontor.api.account.Converted;
import org.kontor.api.call.CallContext;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordDocument;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.RecordCommand;
import org.kontor.shell.internal.complete.ContentKindCompleter;
import org.kontor.shell.internal.complete.RecordCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:account-convert} (A5). */
@Service
@Command(
        scope = "kontor",
        name = "account-convert",
        description = "Converts a lead: makes an account of its own for the customer, a copy of what is chosen")
public final class AccountConvert extends RecordCommand {
    @Option(
            name = "--colleague",
            description = "Login of one of the account above who becomes administrator; may be given several times",
            multiValued = true)
    private List<String> colleagues;

    @Option(
            name = "--invite",
            description = "E-mail of somebody who is invited to be administrator; may be given several times",
            multiValued = true)
    private List<String> invited;

    @Option(name = "--language", description = "Of the mails: en or fr")
    private String language;

    @Option(name = "--later", description = "Keeps the invitations until kontor:invitation-resend sends them")
    private boolean later;

    @Option(
            name = "--content",
            description = "A kind of content that is copied; may be given several times. Nothing of others is",
            multiValued = true)
    @Completion(ContentKindCompleter.class)
    private List<String> kinds;

    @Option(name = "--dry-run", description = "Shows what would be stored and mailed, and stores nothing")
    private boolean dryRun;

    @Argument(name = "lead", description = "Its code, id or name", required = true)
    @Completion(RecordCompleter.class)
    private String named;

    @Override
    protected RecordType type() {
        return RecordType.ACCOUNT;
    }

    @Override
    protected void run(CallContext call, Screen screen) {
        BusinessRecord lead = find(call, named);
        Conversion wanted = new Conversion(
                given(colleagues),
                invited == null
                        ? List.of()
                        : invited.stream()
                                .map(email -> new Invitee(email, email, language, later))
                                .toList(),
                given(kinds).stream().map(kind -> kind.toUpperCase(Locale.ROOT)).collect(Collectors.toSet()));
        Converted converted = dryRun
                ? desk().conversions().review(call, lead.id(), wanted)
                : desk().conversions().convert(call, lead.id(), wanted);
        if (json()) {
            Json.print(screen.out(), document(converted));
            return;
        }
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("lead", converted.lead().code() + " " + converted.lead().name() + " (converted)");
        lines.put(
                "account",
                converted.account().code() + " " + converted.account().name());
        lines.put(
                "lab",
                converted.lab() == null
                        ? null
                        : converted.lab().code() + " " + converted.lab().name());
        lines.put("content copied", String.valueOf(converted.copied()));
        Newcomers.tell(lines, converted.members(), converted.mails());
        Details.print(screen, lines);
        screen.say(
                converted.stored()
                        ? subject(converted.account()) + " is open. Act for it: --account "
                                + typed(converted.account().code())
                        : "Nothing was stored and nothing mailed. The same without --dry-run converts it.");
    }

    private static Set<String> given(List<String> typed) {
        return typed == null ? Set.of() : new HashSet<>(typed);
    }

    private static Map<String, Object> document(Converted converted) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("stored", converted.stored());
        document.put("lead", RecordDocument.of(converted.lead()));
        document.put("account", RecordDocument.of(converted.account()));
        document.put("lab", converted.lab() == null ? null : RecordDocument.of(converted.lab()));
        document.put("copied", converted.copied());
        document.put("members", converted.members());
        document.put("mails", converted.mails());
        return document;
    }
}
