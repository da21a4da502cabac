/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.kontor.api.sync.Explanation;
import org.kontor.api.sync.Explanation.ExplainedField;
import org.kontor.api.sync.Explanation.ExplainedLink;
import org.kontor.api.sync.Explanation.Told;
import org.kontor.api.sync.Explanation.ValueOrigin;
import org.kontor.api.sync.MatchKey;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Screen;

/** An explanation for people: the fields with their origins, then a table for each external system, then what waits. */
final class ExplanationText {
    private ExplanationText() {}

    static void print(Screen screen, Explanation explanation) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(explanation.type().key(), explanation.code() + " " + explanation.name());
        lines.put("id", explanation.recordId() + ", version " + explanation.version());
        explanation
                .links()
                .forEach(link -> lines.put("in " + link.connection() + " as " + link.externalId(), of(link)));
        Details.print(screen, lines);
        screen.table(
                List.of(
                        Column.whole("field"),
                        Column.text("value"),
                        Column.text("from"),
                        Column.text("by"),
                        Column.whole("when"),
                        Column.text("before"),
                        Column.whole("run")),
                explanation.fields().stream().map(ExplanationText::row).toList());
        explanation.links().stream().filter(ExplainedLink::told).forEach(link -> told(screen, explanation, link));
        waiting(screen, explanation);
        if (explanation.lookedBackTo() != null) {
            screen.say("Changes before " + Texts.time(explanation.lookedBackTo()) + " were not looked at.");
        }
        screen.say("All its changes: kontor:audit --" + explanation.type().key() + " " + explanation.recordId());
    }

    private static String of(ExplainedLink link) {
        String told = link.told() ? "" : "never told by it; ";
        String match = link.match().isEmpty()
                ? ""
                : "matched by "
                        + String.join(
                                ", ", link.match().stream().map(MatchKey::key).toList()) + "; ";
        ValueOrigin written = link.written();
        return told
                + match
                + (written == null
                        ? "wrote nothing here"
                        : "wrote last " + Texts.time(written.at())
                                + (written.run() == null ? " by " + written.actor() : " in run " + written.run()));
    }

    private static List<String> row(ExplainedField field) {
        ValueOrigin origin = field.origin();
        if (origin == null) {
            return List.of(field.field(), Texts.of(field.value()), "", "", "", "", "");
        }
        String by = origin.actor() + (origin.onBehalfOf() == null ? "" : " for " + origin.onBehalfOf());
        return List.of(
                field.field(),
                Texts.of(field.value()),
                origin.through(),
                by,
                Texts.time(origin.at()),
                Texts.of(origin.before()),
                Texts.of(origin.run()));
    }

    private static void told(Screen screen, Explanation explanation, ExplainedLink link) {
        screen.say("");
        screen.say("What " + link.connection() + " tells of " + link.externalId()
                + (link.rulesSince() == null
                        ? ", its rules are known when it takes a record in next:"
                        : ", by its rules since " + Texts.time(link.rulesSince()) + ":"));
        screen.table(
                List.of(
                        Column.whole("field"),
                        Column.text("theirs"),
                        Column.text("agreed"),
                        Column.text("ours"),
                        Column.whole("rule"),
                        Column.whole("state")),
                explanation.fields().stream()
                        .flatMap(field -> field.told().stream()
                                .filter(one -> one.connection().equals(link.connection())
                                        && one.externalId().equals(link.externalId()))
                                .map(one -> row(field, one)))
                        .toList());
    }

    private static List<String> row(ExplainedField field, Told told) {
        String state = told.conflict() != null
                ? "in conflict"
                : Objects.equals(field.value(), told.agreed()) ? "agreed" : "changed here";
        return List.of(
                field.field(),
                Texts.of(told.theirs()),
                Texts.of(told.agreed()),
                Texts.of(field.value()),
                told.rule() == null ? "" : told.rule().key(),
                state);
    }

    private static void waiting(Screen screen, Explanation explanation) {
        screen.say("");
        explanation
                .conflicts()
                .forEach(one -> screen.say("Conflict in " + one.field() + ": '" + Texts.of(one.ours()) + "' here, '"
                        + Texts.of(one.theirs()) + "' in " + one.connection() + " since " + Texts.time(one.since())
                        + ". Decide: kontor:conflict-decide --stays ours " + one.id()));
        explanation
                .quarantined()
                .forEach(one -> screen.say("Refused of " + one.connection() + " " + one.externalId() + " since "
                        + Texts.time(one.firstSeen()) + ": " + Texts.reason(one.message(), one.violations())
                        + " Look: kontor:quarantine-show " + one.id()));
        explanation
                .unsent()
                .forEach(one -> screen.say("Not taken by " + one.connection() + " since " + Texts.time(one.firstSeen())
                        + ": " + Texts.reason(one.message(), one.violations())
                        + " Send once more: kontor:unsent-retry " + one.id()));
    }
}
