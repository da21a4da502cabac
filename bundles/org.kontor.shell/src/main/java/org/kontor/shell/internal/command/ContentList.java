/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;
import java.util.Locale;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

import org.kontor.api.call.CallContext;
import org.kontor.api.content.ContentItem;
import org.kontor.api.content.ContentQuery;
import org.kontor.api.content.ContentQuery.Sort;
import org.kontor.api.record.Page;
import org.kontor.shell.internal.complete.ContentKindCompleter;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:content-list}. */
@Service
@Command(scope = "kontor", name = "content-list", description = "Lists what members keep in an account")
public final class ContentList extends ContentCommand {
    @Option(name = "--kind", description = "Only items of this kind, like pattern")
    @Completion(ContentKindCompleter.class)
    private String kind;

    @Option(name = "--sort", description = "name or changed; with a - in front descending")
    @Completion(
            value = StringsCompleter.class,
            values = {"name", "-name", "changed", "-changed"})
    private String sort = "name";

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = 20;

    @Option(name = "--cursor", description = "Where the page before ended")
    private String cursor;

    @Argument(name = "text", description = "A part of the name")
    private String text;

    @Override
    protected void run(CallContext call, Screen screen) {
        boolean descending = sort.startsWith("-");
        Sort by = Choices.of(Sort.class, "--sort", descending ? sort.substring(1) : sort);
        Page<ContentItem> page =
                desk().contents().find(call, new ContentQuery(kind, text, by, descending, limit, cursor));
        if (json()) {
            Json.print(screen.out(), page.map(ContentCommand::document));
            return;
        }
        if (page.items().isEmpty()) {
            screen.say("Nothing found. Upload something: kontor:content-upload --kind pattern FILE");
            return;
        }
        screen.table(
                List.of(
                        Column.whole("id"),
                        Column.text("kind"),
                        Column.text("name"),
                        Column.text("holds"),
                        Column.text("changed")),
                page.items().stream()
                        .map(item -> List.of(
                                item.id().toString(),
                                item.kind(),
                                item.name(),
                                holds(item),
                                Texts.time(item.changed().at())))
                        .toList());
        if (page.next() != null) {
            screen.say("More follow: add --cursor " + page.next());
        }
    }

    private static String holds(ContentItem item) {
        return switch (item.form()) {
            case BODY -> "JSON";
            case LINK -> item.link();
            case FILE -> item.file().name()
                    + String.format(Locale.ROOT, " (%,d bytes)", item.file().size());
        };
    }
}
