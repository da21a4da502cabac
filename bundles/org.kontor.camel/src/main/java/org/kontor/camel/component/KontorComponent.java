/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.component;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.MatchKey;
import org.kontor.api.sync.MergeRule;
import org.kontor.api.sync.SyncRules;
import org.kontor.api.sync.Synchronisation;

/**
 * The component {@code kontor:} of one connection.
 *
 * <table>
 * <caption>URIs</caption>
 * <tr><td>{@code kontor:run/begin}</td><td>begins a run; in: {@code KontorSource}, {@code KontorType} (optional); out: {@code KontorRun}</td></tr>
 * <tr><td>{@code kontor:upsert/TYPE}</td><td>takes a batch in; in: body a list of SourceRecord or Map, {@code KontorRun},
 * {@code KontorProgress} (optional); out: body a list of ItemResult, in order; options
 * {@code match} (match keys in their order, for example {@code taxId,email}; none), {@code merge} ({@code theirs},
 * {@code ours}, {@code newest}, {@code ask}; theirs), {@code emptyClears} (false); or {@code KontorRules}</td></tr>
 * <tr><td>{@code kontor:run/complete}</td><td>ends a run well; in: {@code KontorRun}</td></tr>
 * <tr><td>{@code kontor:run/fail}</td><td>ends a run badly; in: {@code KontorRun}, {@code KontorMessage}</td></tr>
 * </table>
 */
public final class KontorComponent extends DefaultComponent {
    private final String connection;
    private final Synchronisation synchronisation;

    public KontorComponent(String connection, Synchronisation synchronisation) {
        this.connection = Objects.requireNonNull(connection, "connection");
        this.synchronisation = Objects.requireNonNull(synchronisation, "synchronisation");
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new KontorEndpoint(uri, this, step(uri, remaining, rules(uri, parameters)));
    }

    private SyncRules rules(String uri, Map<String, Object> parameters) {
        List<MatchKey> match = new ArrayList<>();
        for (String key :
                getAndRemoveParameter(parameters, "match", String.class, "").split(",")) {
            if (!key.isBlank()) {
                match.add(MatchKey.ofKey(key.strip())
                        .orElseThrow(() ->
                                new IllegalArgumentException(uri + ": there is no match key '" + key.strip() + "'")));
            }
        }
        String merge = getAndRemoveParameter(parameters, "merge", String.class, "theirs");
        boolean emptyClears = getAndRemoveParameter(parameters, "emptyClears", Boolean.class, false);
        return new SyncRules(
                match,
                MergeRule.ofKey(merge)
                        .orElseThrow(
                                () -> new IllegalArgumentException(uri + ": there is no merge rule '" + merge + "'")),
                Map.of(),
                emptyClears);
    }

    private Step step(String uri, String remaining, SyncRules rules) {
        if (remaining.startsWith("upsert/")) {
            String key = remaining.substring("upsert/".length());
            RecordType type = RecordType.ofKey(key)
                    .orElseThrow(() -> new IllegalArgumentException(
                            uri + ": there is no record type '" + key + "'; there are customer and location"));
            return new UpsertStep(connection, synchronisation, type, rules);
        }
        return switch (remaining) {
            case "run/begin" -> RunSteps.begin(connection, synchronisation);
            case "run/complete" -> RunSteps.complete(connection, synchronisation);
            case "run/fail" -> RunSteps.fail(connection, synchronisation);
            default -> throw new IllegalArgumentException(
                    uri + ": must be kontor:upsert/TYPE, kontor:run/begin, kontor:run/complete or kontor:run/fail");
        };
    }
}
