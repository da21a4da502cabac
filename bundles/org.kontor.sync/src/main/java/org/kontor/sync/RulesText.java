/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.MatchKey;
import org.kontor.api.sync.MergeRule;
import org.kontor.api.sync.SyncRules;

/** The rules of a connection as they are kept beside what waits in its quarantine. Stateless. */
final class RulesText {
    private static final String MATCH = "match";
    private static final String MERGE = "merge";
    private static final String FIELDS = "fields";
    private static final String EMPTY_CLEARS = "emptyClears";
    private static final String BOTH_WAYS = "bothWays";
    private static final String BY_HAND = "byHand";

    private RulesText() {}

    static String write(SyncRules rules) {
        ObjectNode text = Nodes.MAPPER.createObjectNode();
        rules.match().forEach(key -> text.withArray(MATCH).add(key.name()));
        text.put(MERGE, rules.merge().name());
        rules.fields().forEach((field, rule) -> text.withObject(FIELDS).put(field.path(), rule.name()));
        text.put(EMPTY_CLEARS, rules.emptyClears());
        text.put(BOTH_WAYS, rules.bothWays());
        text.put(BY_HAND, rules.byHand());
        return text.toString();
    }

    static SyncRules read(RecordType type, String json) {
        ObjectNode text = Nodes.object(json);
        List<MatchKey> match = new ArrayList<>();
        text.path(MATCH).forEach(key -> match.add(MatchKey.valueOf(key.asText())));
        Map<Field, MergeRule> fields = new HashMap<>();
        JsonNode own = text.path(FIELDS);
        own.fieldNames().forEachRemaining(path -> type.field(path)
                .ifPresent(field ->
                        fields.put(field, MergeRule.valueOf(own.get(path).asText()))));
        return new SyncRules(
                        match,
                        MergeRule.valueOf(text.path(MERGE).asText()),
                        fields,
                        text.path(EMPTY_CLEARS).asBoolean())
                .withBothWays(text.path(BOTH_WAYS).asBoolean())
                .withByHand(text.path(BY_HAND).asBoolean());
    }
}
