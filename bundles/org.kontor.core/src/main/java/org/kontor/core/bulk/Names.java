/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.bulk;

import java.util.HashMap;
import java.util.Map;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.RecordKey;
import org.kontor.api.record.RecordType;

/**
 * Which names (ids, external references, codes) may stand for the same record: names that were seen together are one
 * group. Two names of one record are never in two groups; two records may be in one, which costs time and nothing else.
 * Not thread-safe.
 */
final class Names {
    private final Map<Name, Integer> numbers = new HashMap<>();
    /** Union-find: each name's number points towards its group's. */
    private int[] towards = new int[64];

    private record Name(RecordType type, Object name) {}

    /** A code is a name of its own kind: it may look like an id. */
    private record Code(String code) {}

    /** The group of the names that the key gives, joined with those of the record it was found to be; -1 without a name. */
    int join(RecordType type, RecordKey key, BusinessRecord found, int with) {
        int group = with;
        group = join(group, type, key.id());
        group = join(group, type, key.reference());
        group = joinCode(group, type, key.code());
        if (found != null) {
            group = join(group, type, found.id());
            group = joinCode(group, type, found.code());
            for (CrossReference reference : found.crossReferences()) {
                group = join(group, type, reference);
            }
        }
        return group;
    }

    int joinCode(int group, RecordType type, String code) {
        return code == null ? group : join(group, type, new Code(code));
    }

    int join(int group, RecordType type, Object name) {
        if (name == null) {
            return group;
        }
        int number = numbers.computeIfAbsent(new Name(type, name), key -> add());
        if (group < 0) {
            return number;
        }
        towards[root(number)] = root(group);
        return group;
    }

    private int add() {
        int number = numbers.size();
        if (number == towards.length) {
            towards = java.util.Arrays.copyOf(towards, 2 * number);
        }
        towards[number] = number;
        return number;
    }

    /** The one number that stands for the group, once all names are joined. */
    int root(int number) {
        int at = number;
        while (towards[at] != at) {
            towards[at] = towards[towards[at]];
            at = towards[at];
        }
        return at;
    }
}
