/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.provider.MspLink;
import org.kontor.api.provider.MspLinkSide;
import org.kontor.api.provider.Party;
import org.kontor.shell.internal.AccountCommand;
import org.kontor.shell.internal.Naming;
import org.kontor.shell.internal.complete.MspLinkCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** What the commands for one link have in common. */
public abstract class MspLinkCommand extends AccountCommand {
    @Argument(name = "link", description = "Its id", required = true)
    @Completion(MspLinkCompleter.class)
    private String link;

    @Override
    protected String next(KontorException refusal) {
        return refusal.code() == ErrorCode.NOT_FOUND ? "Which there are: kontor:msp-link-list" : super.next(refusal);
    }

    final UUID id() {
        return Naming.id(link)
                .orElseThrow(() -> KontorException.invalid(
                        "link", "not_an_id", "Must be the id of a link. List them: kontor:msp-link-list", null));
    }

    final void show(Screen screen, MspLink shown) {
        show(screen, shown, json());
    }

    static void show(Screen screen, MspLink shown, boolean json) {
        if (json) {
            Json.print(screen.out(), shown);
            return;
        }
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("link", shown.id().toString());
        lines.put("state", Choices.typed(shown.state()));
        lines.put("account", party(shown.account()) + " " + shown.account().id());
        lines.put("provider", party(shown.provider()) + " " + shown.provider().id());
        lines.put("asked by", Choices.typed(shown.askedBy()));
        lines.put("waits for", sides(shown.waitsFor()));
        lines.put("requested", Texts.time(shown.requested()));
        lines.put("answered", Texts.time(shown.answered()));
        lines.put("ended", Texts.time(shown.ended()));
        Details.print(screen, lines);
    }

    static String sides(List<MspLinkSide> sides) {
        return sides.stream().map(Choices::typed).collect(Collectors.joining(", "));
    }

    static String party(Party party) {
        return party.name() == null ? "-" : party.name();
    }
}
