/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.component;

import java.time.Duration;
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
import org.kontor.camel.Monitor;
import org.kontor.camel.Settings;

/**
 * The component {@code kontor:} of one connection.
 *
 * <table>
 * <caption>URIs</caption>
 * <tr><td>{@code kontor:run/begin}</td><td>begins a run; in: {@code KontorSource}, {@code KontorType} (optional); out: {@code KontorRun}</td></tr>
 * <tr><td>{@code kontor:upsert/TYPE}</td><td>takes a batch in; in: body a list of SourceRecord or Map, {@code KontorRun},
 * {@code KontorProgress} and {@code KontorReach} (optional); out: body a list of ItemResult, in order; options
 * {@code match} (match keys in their order, for example {@code taxId,email}; none), {@code merge} ({@code theirs},
 * {@code ours}, {@code newest}, {@code ask}; theirs), {@code emptyClears} (false); or {@code KontorRules}</td></tr>
 * <tr><td>{@code kontor:run/complete}</td><td>ends a run well; in: {@code KontorRun}</td></tr>
 * <tr><td>{@code kontor:run/fail}</td><td>ends a run badly; in: {@code KontorRun}, {@code KontorMessage}</td></tr>
 * <tr><td>{@code kontor:changes}</td><td>to read from: the change feed; see {@link ChangesOptions}</td></tr>
 * <tr><td>{@code kontor:hook/NAME}</td><td>to read from: calls of {@code POST /kontor/api/v1/hooks/NAME}; options {@code
 * concurrency} (1), {@code timeout} (30s)</td></tr>
 * </table>
 */
public final class KontorComponent extends DefaultComponent {
    private static final String HOOK = "hook/";
    private static final String CONCURRENCY = "concurrency";
    private static final String TIMEOUT = "timeout";

    private final String connection;
    private final Synchronisation synchronisation;
    private final FollowedFeed feed;
    private final Claims claims;
    private final HookListeners hooks;
    private final Troubles troubles;

    /** One that takes records in and has nothing to read from: enough for a connector's own tests. */
    public KontorComponent(String connection, Synchronisation synchronisation) {
        this(connection, synchronisation, null, null, null, null);
    }

    /**
     * @param feed the change feed as the connection may see it
     * @param claims shared by all connections
     * @param hooks shared by all connections
     * @param monitor learns how consumers do
     */
    public KontorComponent(
            String connection,
            Synchronisation synchronisation,
            FollowedFeed feed,
            Claims claims,
            HookListeners hooks,
            Monitor monitor) {
        this.connection = Objects.requireNonNull(connection, "connection");
        this.synchronisation = Objects.requireNonNull(synchronisation, "synchronisation");
        this.feed = feed;
        this.claims = claims;
        this.hooks = hooks;
        this.troubles = new Troubles(monitor);
    }

    String connection() {
        return connection;
    }

    FollowedFeed feed() {
        return feed;
    }

    Claims claims() {
        return claims;
    }

    HookListeners hooks() {
        return hooks;
    }

    Troubles troubles() {
        return troubles;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        if (feed != null && remaining.equals("changes")) {
            return new ChangesEndpoint(uri, this, ChangesOptions.take(connection, parameters));
        }
        if (hooks != null && remaining.startsWith(HOOK)) {
            return hook(uri, remaining.substring(HOOK.length()), parameters);
        }
        return new KontorEndpoint(uri, this, step(uri, remaining, rules(uri, parameters)));
    }

    private HookEndpoint hook(String uri, String name, Map<String, Object> parameters) {
        if (!HookListeners.NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    uri + ": the name of a hook must be small letters, digits and -, at most 60");
        }
        Settings settings = new Settings(Map.of(
                CONCURRENCY, getAndRemoveParameter(parameters, CONCURRENCY, String.class, ""),
                TIMEOUT, getAndRemoveParameter(parameters, TIMEOUT, String.class, "")));
        return new HookEndpoint(
                uri,
                this,
                name,
                settings.number(CONCURRENCY, 1, 1, 32),
                settings.duration(TIMEOUT, Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(5)));
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
            RecordType type = RecordType.synchronisedOfKey(key)
                    .orElseThrow(() -> new IllegalArgumentException(
                            uri + ": there is no record type '" + key + "'; there are customer and location"));
            return new UpsertStep(connection, synchronisation, type, rules);
        }
        return switch (remaining) {
            case "run/begin" -> RunSteps.begin(connection, synchronisation);
            case "run/complete" -> RunSteps.complete(connection, synchronisation);
            case "run/fail" -> RunSteps.fail(connection, synchronisation);
            default -> throw new IllegalArgumentException(
                    uri + ": must be kontor:changes, kontor:hook/NAME, kontor:upsert/TYPE,"
                            + " kontor:run/begin, kontor:run/complete or kontor:run/fail");
        };
    }
}
