/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.component;

import java.util.Map;
import java.util.Objects;

import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.SyncRules;
import org.kontor.api.sync.Synchronisation;

/**
 * The component {@code kontor:} of one connection.
 *
 * <table>
 * <caption>URIs</caption>
 * <tr><td>{@code kontor:run/begin}</td><td>begins a run; in: {@code KontorSource}, {@code KontorType} (optional); out: {@code KontorRun}</td></tr>
 * <tr><td>{@code kontor:upsert/TYPE}</td><td>takes a batch in; in: body a list of SourceRecord or Map, {@code KontorRun},
 * {@code KontorProgress} (optional); out: body a list of ItemResult, in order; option {@code matchByCode} (false)</td></tr>
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
        boolean matchByCode = getAndRemoveParameter(parameters, "matchByCode", Boolean.class, false);
        SyncRules rules = matchByCode ? SyncRules.BY_CODE : SyncRules.PLAIN;
        return new KontorEndpoint(uri, this, step(uri, remaining, rules));
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
