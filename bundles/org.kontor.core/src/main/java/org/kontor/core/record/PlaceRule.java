/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source.Door;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.Location;
import org.kontor.api.location.LocationField;
import org.kontor.api.location.Locations;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;
import org.kontor.spi.record.Draft;
import org.kontor.spi.store.WriteTransaction;

/**
 * Where a location may stand (C5, C6): at one existing customer for ever, below a location of the same customer, without
 * a cycle, not too deep; by hand not below what is archived. In sets; used once per batch.
 */
final class PlaceRule {
    private final CallContext context;
    private final WriteTransaction transaction;
    /** Of new locations, as they are stored. */
    private final Map<UUID, BusinessRecord> stored;

    private final List<Candidate> candidates;
    /** Parent of every location that the checks come across: stored ones as they are, candidates as they would be. */
    private final Map<UUID, UUID> parents = new HashMap<>();

    private final Map<UUID, UUID> customerOf = new HashMap<>();
    private final Set<UUID> archived = new HashSet<>();

    /** @param stored as {@link #customers(CallContext, WriteTransaction, List)} finds them */
    PlaceRule(
            CallContext context,
            WriteTransaction transaction,
            Map<UUID, BusinessRecord> stored,
            List<Candidate> candidates) {
        this.context = context;
        this.transaction = transaction;
        this.stored = stored;
        this.candidates = candidates;
    }

    /** The customers of new locations, as far as the caller sees them; kept until the end of the transaction. */
    static Map<UUID, BusinessRecord> customers(CallContext context, WriteTransaction transaction, List<Draft> drafts) {
        Set<UUID> ids = drafts.stream()
                .filter(draft -> draft.existing() == null)
                .map(Homes::customer)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return Map.of();
        }
        transaction.keep(RecordType.CUSTOMER, ids);
        return transaction.records().byIds(RecordType.CUSTOMER, context.scope(), ids);
    }

    void apply() {
        customers();
        parents();
    }

    private void customers() {
        List<Candidate> placed = Candidate.open(candidates).stream()
                .filter(candidate -> candidate.changes(LocationField.CUSTOMER))
                .toList();
        for (Candidate candidate : placed) {
            BusinessRecord customer = stored.get(customer(candidate));
            if (!candidate.isNew()) {
                candidate.violate(
                        LocationField.CUSTOMER,
                        "immutable",
                        "A location belongs to one customer for ever.",
                        customer(candidate));
            } else if (customer == null) {
                candidate.violate(
                        LocationField.CUSTOMER, "unknown_reference", "There is no such customer.", customer(candidate));
            } else {
                if (customer.archived()) {
                    underArchived(candidate, "customer", customer.code());
                }
            }
        }
    }

    private void parents() {
        List<Candidate> placed = Candidate.open(candidates).stream()
                .filter(candidate -> candidate.changes(LocationField.PARENT) && parent(candidate) != null)
                .toList();
        if (placed.isEmpty()) {
            return;
        }
        // Two moves that race could close a cycle between them; moves within one customer go one after the other.
        transaction.lock(
                RecordType.CUSTOMER, placed.stream().map(PlaceRule::customer).collect(Collectors.toSet()));
        for (Candidate candidate : Candidate.open(candidates)) {
            parents.put(candidate.id, parent(candidate));
            customerOf.put(candidate.id, customer(candidate));
        }
        loadAncestors(placed.stream().map(PlaceRule::parent).collect(Collectors.toSet()));
        for (Candidate candidate : placed) {
            check(candidate);
        }
    }

    /** Walks up in sets: at most one query a level, and levels are bounded. */
    private void loadAncestors(Set<UUID> from) {
        Set<UUID> wanted = new HashSet<>(from);
        wanted.removeAll(parents.keySet());
        while (!wanted.isEmpty()) {
            Map<UUID, BusinessRecord> found = transaction.records().byIds(RecordType.LOCATION, context.scope(), wanted);
            Set<UUID> next = new HashSet<>();
            for (BusinessRecord record : found.values()) {
                Location location = (Location) record;
                parents.put(location.id(), location.parentId());
                customerOf.put(location.id(), location.customerId());
                if (location.archived()) {
                    archived.add(location.id());
                }
                if (location.parentId() != null) {
                    next.add(location.parentId());
                }
            }
            next.removeAll(parents.keySet());
            wanted = next;
        }
    }

    private void check(Candidate candidate) {
        UUID parent = parent(candidate);
        if (!customerOf.containsKey(parent)) {
            candidate.violate(LocationField.PARENT, "unknown_reference", "There is no such location.", parent);
        } else if (!customerOf.get(parent).equals(customer(candidate))) {
            candidate.violate(
                    LocationField.PARENT,
                    "other_customer",
                    "The parent must be a location of the same customer.",
                    parent);
        } else if (isCycle(candidate.id, parent)) {
            candidate.violate(LocationField.PARENT, "cycle", "A location cannot stand below itself.", parent);
        } else if (depth(parent) + 1 + height(candidate) > Locations.MAX_DEPTH) {
            candidate.violate(
                    LocationField.PARENT,
                    "too_deep",
                    "Locations stand at most " + Locations.MAX_DEPTH + " levels deep.",
                    parent);
        } else if (archived.contains(parent)) {
            underArchived(candidate, "location", parent.toString());
        }
    }

    /** By hand refused; by synchronisation it arrives archived (C5). */
    private void underArchived(Candidate candidate, String what, String which) {
        if (context.source().door() == Door.CONNECTION) {
            candidate.archived = true;
        } else {
            candidate.refuse(new KontorException(
                    ErrorCode.ARCHIVED,
                    "The " + what + " '" + which + "' is archived and takes no new locations. Un-archive it first."));
        }
    }

    private boolean isCycle(UUID id, UUID parent) {
        Set<UUID> met = new HashSet<>(Set.of(id));
        for (UUID at = parent; at != null; at = parents.get(at)) {
            if (!met.add(at)) {
                return true;
            }
        }
        return false;
    }

    private int depth(UUID location) {
        int depth = 1;
        for (UUID at = parents.get(location); at != null; at = parents.get(at)) {
            depth++;
        }
        return depth;
    }

    /** How many levels hang below a location that moves; a new one has none. */
    private int height(Candidate candidate) {
        int height = 0;
        Set<UUID> level = candidate.isNew() ? Set.of() : Set.of(candidate.id);
        while (!level.isEmpty() && height <= Locations.MAX_DEPTH) {
            level = transaction.records().childrenOf(level);
            height += level.isEmpty() ? 0 : 1;
        }
        return height;
    }

    private static UUID customer(Candidate candidate) {
        return candidate.values.reference(LocationField.CUSTOMER);
    }

    private static UUID parent(Candidate candidate) {
        return candidate.values.reference(LocationField.PARENT);
    }
}
