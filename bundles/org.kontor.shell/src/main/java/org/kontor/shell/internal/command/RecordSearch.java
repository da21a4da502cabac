/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.completers.StringsCompleter;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordQuery;
import org.kontor.shell.internal.Pairs;
import org.kontor.shell.internal.RecordCommand;
import org.kontor.shell.internal.complete.FilterCompleter;

/** A command on the records that words and filters find; they are those of the API. */
public abstract class RecordSearch extends RecordCommand {
    @Option(name = "--match", description = "How the words are looked for: words (beginnings), part, similar")
    @Completion(
            value = StringsCompleter.class,
            values = {"words", "part", "similar"})
    private String match = "words";

    @Option(name = "--archived", description = "Which side of the archive: false, true, any")
    @Completion(
            value = StringsCompleter.class,
            values = {"false", "true", "any"})
    private String archived = "false";

    @Option(name = "--sort", description = "name, code, country or changed; with - in front descending")
    @Completion(
            value = StringsCompleter.class,
            values = {"name", "-name", "code", "-code", "country", "-country", "changed", "-changed"})
    private String sort = "name";

    @Argument(
            name = "words and filters",
            description = "Words to search for, and filters as NAME=VALUE, for example country=CH",
            multiValued = true)
    @Completion(FilterCompleter.class)
    private List<String> arguments = new ArrayList<>();

    /** What the options and arguments say. */
    protected final RecordQuery query(CallContext call) {
        Pairs.Search search = search(call, arguments);
        boolean descending = sort.startsWith("-");
        RecordQuery query = RecordQuery.ALL
                .withText(search.text())
                .withMatch(Choices.of(RecordQuery.Match.class, "--match", match))
                .withArchived(Choices.archived(archived))
                .withSort(
                        Choices.of(RecordQuery.SortKey.class, "--sort", descending ? sort.substring(1) : sort),
                        descending);
        for (Map.Entry<Field, Object> condition : search.where().entrySet()) {
            query = query.where(condition.getKey(), condition.getValue());
        }
        return query;
    }
}
