/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.location.Location;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordKey;
import org.kontor.api.record.RecordType;

/**
 * Cuts the rows of a call into steps that can each be written as two sets, first customers and then locations, with the
 * same end as one row after the other: a row stands in the first step in which it meets none of the rows before it that
 * it depends on. In a step no record comes twice, no location stands below another of the step, and a location that moves
 * is the only one that is placed at its customer. Used once.
 */
final class Order {
    /** Stands for "may be any customer". */
    private static final UUID ANY = new UUID(0, 0);

    private final Known known;
    private final Names names = new Names();
    /** By group of names: the last step in which a record of it is written, or pointed to. Steps count from 1. */
    private final Map<Integer, Integer> written = new HashMap<>();

    private final Map<Integer, Integer> pointedTo = new HashMap<>();
    /** By customer: the last step in which a location of it moves, or is placed. */
    private final Map<UUID, Integer> moved = new HashMap<>();

    private final Map<UUID, Integer> placed = new HashMap<>();
    /** Groups that a row before was about: what is known of their records may not be so any more. */
    private final Set<Integer> touched = new HashSet<>();

    Order(Known known) {
        this.known = known;
    }

    /** An entry with the groups of names that it writes (or -1) and points to. */
    private record Node(Entry entry, int own, Map<Field, Integer> targets) {}

    List<List<Entry>> steps(List<Entry> entries) {
        List<Node> nodes = entries.stream().map(this::node).toList();
        List<List<Entry>> steps = new ArrayList<>();
        for (Node node : nodes) {
            int step = step(node);
            while (steps.size() < step) {
                steps.add(new ArrayList<>());
            }
            steps.get(step - 1).add(node.entry());
        }
        return steps;
    }

    private Node node(Entry entry) {
        RecordType type = entry.type();
        BusinessRecord found = known.matched(type, entry.key());
        int own = names.join(type, entry.key(), found, -1);
        own = names.joinCode(own, type, entry.newCode());
        Map<Field, Integer> targets = new HashMap<>();
        for (Field field : type.fields()) {
            RecordType target = field.target();
            if (target != null && entry.tells(field)) {
                RecordKey key = key(entry, field);
                int group = names.join(target, key, known.byId(target, known.named(target, key)), -1);
                if (group >= 0) {
                    targets.put(field, group);
                }
            }
        }
        return new Node(entry, own, targets);
    }

    private static RecordKey key(Entry entry, Field field) {
        RecordKey key = entry.references().get(field);
        return key != null ? key : RecordKey.ofId(entry.rawId(field));
    }

    private int step(Node node) {
        RecordType type = node.entry().type();
        int own = node.own() < 0 ? -1 : names.root(node.own());
        int step = 1;
        if (own >= 0) {
            step = max(step, written, own, 1);
            step = max(step, pointedTo, own, 1);
        }
        for (Map.Entry<Field, Integer> target : node.targets().entrySet()) {
            // Customers of a step are written before its locations.
            int behind = target.getKey().target() == type ? 1 : 0;
            step = max(step, written, names.root(target.getValue()), behind);
        }
        if (type == RecordType.LOCATION && node.entry().tells(LocationField.PARENT)) {
            step = place(node, own, step);
        }
        for (int target : node.targets().values()) {
            pointedTo.merge(names.root(target), step, Math::max);
        }
        if (own >= 0) {
            written.merge(own, step, Math::max);
            touched.add(own);
        }
        return step;
    }

    private static <K> int max(int step, Map<K, Integer> last, K key, int behind) {
        Integer known = last.get(key);
        return known == null ? step : Math.max(step, known + behind);
    }

    /** Depths and cycles are checked against what is stored, so moves at one customer go one after the other. */
    private int place(Node node, int own, int earliest) {
        Entry entry = node.entry();
        Integer target = node.targets().get(LocationField.PARENT);
        boolean fresh = own < 0 || !touched.contains(own);
        Location parent = target == null || touched.contains(names.root(target))
                ? null
                : (Location) known.byId(
                        RecordType.LOCATION, known.named(RecordType.LOCATION, key(entry, LocationField.PARENT)));
        Location existing = fresh ? (Location) known.matched(RecordType.LOCATION, entry.key()) : null;
        boolean moves = existing != null || !fresh;
        if (existing != null && parent != null && parent.id().equals(existing.parentId())
                || existing != null && target == null && existing.parentId() == null) {
            return earliest;
        }
        UUID customer = existing != null ? existing.customerId() : parent != null ? parent.customerId() : ANY;
        int step = behind(earliest, moved, customer);
        if (moves) {
            step = behind(step, placed, customer);
        }
        Map<UUID, Integer> noted = moves ? moved : placed;
        noted.merge(customer, step, Math::max);
        return step;
    }

    private static int behind(int step, Map<UUID, Integer> last, UUID customer) {
        if (customer == ANY) {
            return last.values().stream().mapToInt(s -> s + 1).reduce(step, Math::max);
        }
        return max(max(step, last, customer, 1), last, ANY, 1);
    }
}
