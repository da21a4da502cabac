/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.Source;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.sync.Conflict;
import org.kontor.api.sync.Explanation;
import org.kontor.api.sync.Explanation.ExplainedField;
import org.kontor.api.sync.Explanation.ExplainedLink;
import org.kontor.api.sync.Explanation.Told;
import org.kontor.api.sync.Explanation.ValueOrigin;
import org.kontor.api.sync.MergeRule;
import org.kontor.api.sync.Quarantined;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.SyncRules;
import org.kontor.api.sync.UnsentRecord;
import org.kontor.spi.store.KnownLink;
import org.kontor.spi.store.KnownRules;
import org.kontor.spi.store.Link;

/** Why one record is as it is, put together from its changes, newest first, and its links. Not thread-safe. */
final class ExplanationDraft {
    private final BusinessRecord record;
    private final List<Side> sides;
    private final List<String> names;
    /** The newest change of each field. */
    private final Map<String, Change> changes = new HashMap<>();
    /** The newest change through each connection. */
    private final Map<String, AuditEntry> written = new HashMap<>();

    private AuditEntry oldest;

    /** An entry of the audit, and what it says of one field. */
    private record Change(AuditEntry entry, FieldChange field) {}

    /** A link, read. */
    private record Side(String connection, Link link, Agreed agreed) {
        static Side of(KnownLink known) {
            return new Side(known.connection(), known.link(), Agreed.of(known.link()));
        }

        Snapshot told() {
            return agreed.told();
        }
    }

    ExplanationDraft(BusinessRecord record, List<KnownLink> links) {
        this.record = record;
        this.sides = links.stream().map(Side::of).toList();
        this.names = names();
    }

    private List<String> names() {
        Snapshot nothing = Snapshot.parse(null);
        Set<String> all = new LinkedHashSet<>(Agreed.of(null).names(record, nothing));
        sides.forEach(side -> all.addAll(side.agreed().names(record, nothing)));
        // last, whatever a side brought along
        all.remove(Snapshot.ARCHIVED);
        all.add(Snapshot.ARCHIVED);
        return List.copyOf(all);
    }

    /** The next older change. */
    void add(AuditEntry entry) {
        oldest = entry;
        entry.changes().forEach(change -> changes.putIfAbsent(change.field(), new Change(entry, change)));
        connection(entry).ifPresent(connection -> written.putIfAbsent(connection, entry));
    }

    private static Optional<String> connection(AuditEntry entry) {
        String prefix = Source.Door.CONNECTION + ":";
        return entry.source().startsWith(prefix)
                ? Optional.of(entry.source().substring(prefix.length()))
                : Optional.empty();
    }

    /** Whether older changes would tell nothing more. */
    boolean isComplete() {
        return oldest != null
                && (oldest.action() == AuditAction.CREATE
                        || names.stream().allMatch(name -> changes.containsKey(name) || !isWorthTelling(name))
                                && sides.stream().allMatch(side -> written.containsKey(side.connection())));
    }

    private boolean isWorthTelling(String name) {
        return changes.containsKey(name)
                || sides.stream().anyMatch(side -> side.told().tells(name))
                || !isEmpty(Agreed.ours(record, name));
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || value.isBoolean() && !value.booleanValue();
    }

    /** Ids that may be those of runs. */
    Set<UUID> runs() {
        Set<UUID> runs = new HashSet<>();
        changes.values().forEach(change -> run(change.entry()).ifPresent(runs::add));
        written.values().forEach(entry -> run(entry).ifPresent(runs::add));
        return runs;
    }

    /** What came through a connection has the run as its correlation. */
    private static Optional<UUID> run(AuditEntry entry) {
        try {
            return connection(entry).map(connection -> UUID.fromString(entry.correlation()));
        } catch (IllegalArgumentException otherCall) {
            return Optional.empty();
        }
    }

    Explanation finish(
            Map<UUID, Run> runs,
            Map<String, KnownRules> known,
            List<Conflict> conflicts,
            List<Quarantined> quarantined,
            List<UnsentRecord> unsent) {
        Map<String, SyncRules> rules = new HashMap<>();
        known.forEach((connection, one) -> rules.put(connection, RulesText.read(record.type(), one.rules())));
        Map<String, UUID> open = conflicts.stream()
                .collect(Collectors.toMap(
                        one -> key(one.connection(), one.externalId(), one.field()), Conflict::id, (a, b) -> a));
        return new Explanation(
                record.type(),
                record.id(),
                record.code(),
                record.name(),
                record.version(),
                names.stream()
                        .filter(this::isWorthTelling)
                        .map(name -> field(name, runs, rules, open))
                        .toList(),
                sides.stream().map(side -> link(side, runs, known, rules)).toList(),
                conflicts,
                quarantined,
                unsent,
                lookedBackTo());
    }

    private Instant lookedBackTo() {
        return oldest == null || oldest.action() == AuditAction.CREATE ? null : oldest.at();
    }

    private static String key(String connection, String externalId, String field) {
        return connection + "\n" + field + "\n" + externalId;
    }

    private ExplainedField field(
            String name, Map<UUID, Run> runs, Map<String, SyncRules> rules, Map<String, UUID> open) {
        Change change = changes.get(name);
        return new ExplainedField(
                name,
                Nodes.value(Agreed.ours(record, name)),
                change == null ? null : origin(change.entry(), change.field().before(), runs),
                sides.stream()
                        .filter(side -> side.told().tells(name))
                        .map(side -> new Told(
                                side.connection(),
                                side.link().externalId(),
                                Nodes.value(side.told().get(name)),
                                Nodes.value(side.agreed().get(name)),
                                rule(rules.get(side.connection()), name),
                                open.get(key(side.connection(), side.link().externalId(), name))))
                        .toList());
    }

    private MergeRule rule(SyncRules rules, String name) {
        return rules == null
                ? null
                : record.type().field(name).map(rules::merge).orElse(rules.merge());
    }

    private ExplainedLink link(
            Side side, Map<UUID, Run> runs, Map<String, KnownRules> known, Map<String, SyncRules> rules) {
        String connection = side.connection();
        AuditEntry entry = written.get(connection);
        return new ExplainedLink(
                connection,
                side.link().externalId(),
                side.link().hash() != null,
                rules.containsKey(connection) ? rules.get(connection).match() : List.of(),
                known.containsKey(connection) ? known.get(connection).since() : null,
                entry == null ? null : origin(entry, null, runs));
    }

    private static ValueOrigin origin(AuditEntry entry, String before, Map<UUID, Run> runs) {
        UUID id = run(entry).orElse(null);
        Run run = id == null ? null : runs.get(id);
        // a run that is not kept any more; what a person replayed came in none
        boolean ofConnection = connection(entry).map(entry.actor()::equals).orElse(false);
        return new ValueOrigin(
                entry.at(),
                entry.actor(),
                entry.onBehalfOf(),
                entry.source(),
                entry.action(),
                before,
                run != null || ofConnection ? id : null,
                run == null ? null : run.source());
    }
}
