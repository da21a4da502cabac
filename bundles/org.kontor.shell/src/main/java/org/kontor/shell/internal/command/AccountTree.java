/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.account.Account;
import org.kontor.api.account.Stage;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordDocument;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordQuery.Archived;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.RecordCommand;
import org.kontor.shell.internal.complete.AccountCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** The tree as a picture (A1): each account below the one that manages it. */
@Service
@Command(scope = "kontor", name = "account-tree", description = "Draws the tree of accounts, or what stands below one")
public final class AccountTree extends RecordCommand {
    private static final int MOST = 2_000;

    @Argument(name = "account", description = "Where to begin: its code, id or name; without it, your own account")
    @Completion(AccountCompleter.class)
    private String named;

    @Option(name = "--depth", description = "Levels below it that are drawn")
    private int depth = 20;

    @Override
    protected RecordType type() {
        return RecordType.ACCOUNT;
    }

    @Override
    protected void run(CallContext call, Screen screen) {
        if (depth < 1) {
            throw KontorException.invalid("--depth", "out_of_range", "Must be 1 or more.", String.valueOf(depth));
        }
        UUID top = named == null ? call.scope() : find(call, named).id();
        CallContext within = desk().accounts().within(call, top);
        Map<UUID, List<Account>> below = new HashMap<>();
        List<Account> all = new ArrayList<>();
        RecordQuery page = RecordQuery.ALL.withArchived(Archived.ANY).withLimit(RecordQuery.MAX_LIMIT);
        while (page != null && all.size() < MOST) {
            var found = desk().accounts().find(within, page);
            all.addAll(found.items());
            page = found.next() == null ? null : page.withCursor(found.next());
        }
        all.forEach(account -> below.computeIfAbsent(account.header().managingAccount(), id -> new ArrayList<>())
                .add(account));
        if (json()) {
            Json.print(screen.out(), all.stream().map(RecordDocument::of).toList());
            return;
        }
        screen.out().println(line(desk().accounts().get(within, top)));
        draw(screen, below, top, "", 1);
        if (page != null) {
            screen.say("Only the first " + all.size()
                    + " accounts by name are drawn. Begin further down: kontor:account-tree CODE");
        }
    }

    private void draw(Screen screen, Map<UUID, List<Account>> below, UUID above, String before, int level) {
        // the operator manages itself
        List<Account> here = below.getOrDefault(above, List.of()).stream()
                .filter(account -> !account.id().equals(above))
                .toList();
        for (int i = 0; i < here.size(); i++) {
            boolean last = i == here.size() - 1;
            Account account = here.get(i);
            boolean deeper = level < depth;
            boolean more = !deeper && below.containsKey(account.id());
            screen.out().println(before + (last ? "└─ " : "├─ ") + line(account) + (more ? " …" : ""));
            if (deeper) {
                draw(screen, below, account.id(), before + (last ? "   " : "│  "), level + 1);
            }
        }
    }

    private static String line(Account account) {
        List<String> facts = new ArrayList<>(List.of(account.accountType().name()));
        add(facts, account.stage() != Stage.CUSTOMER, account.stage().name());
        add(facts, account.lab(), "lab");
        add(facts, account.sandbox(), "sandbox");
        add(facts, account.suspended(), "suspended");
        add(facts, account.closed(), "closed");
        add(facts, account.archived(), "archived");
        return account.code() + " " + account.name() + " (" + String.join(", ", facts) + ")";
    }

    private static void add(List<String> facts, boolean is, String fact) {
        if (is) {
            facts.add(fact);
        }
    }
}
