/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.SourceRecord;
import org.kontor.spi.store.RehearsedKeys.Entry;
import org.kontor.spi.sync.RemoteView;

/**
 * Earlier records of a dry run on which later ones depend: as what became of them was taken back, they are taken in once more
 * before those. Used by one thread.
 */
final class Earlier {
    /** Of a batch; what depends on more is told less exactly. */
    private static final int MOST = 2_000;
    /** Records that are read there at once. */
    private static final int AGAIN = 200;

    private final RemoteView remote;
    private final DryNotes notes;
    /** The page that is at hand need not be read again. */
    private final Map<RecordType, Map<String, SourceRecord>> page = new EnumMap<>(RecordType.class);

    Earlier(RemoteView remote, DryNotes notes) {
        this.remote = remote;
        this.notes = notes;
    }

    void turn(RemoteView.Page fresh) {
        page.clear();
        fresh.parts().forEach(part -> part.records()
                .forEach(record -> page.computeIfAbsent(part.type(), type -> new HashMap<>())
                        .put(record.externalId(), record)));
    }

    private record Place(long place, RecordType type, SourceRecord record) {}

    /** What must be taken in before these, and before what wants the other keys, in its order. */
    List<RemoteView.Part> of(RecordType type, List<SourceRecord> records, Set<Long> others) {
        Set<Long> keys = new LinkedHashSet<>(others);
        records.forEach(record -> keys.addAll(DryKeys.wanted(type, record, remote.rules(type))));
        return of(keys);
    }

    /** What left these keys, with what that depends on. */
    List<RemoteView.Part> of(Set<Long> wanted) {
        List<Place> found = new ArrayList<>();
        Set<Long> asked = new HashSet<>();
        Set<Long> keys = new LinkedHashSet<>(wanted);
        Set<Long> places = new HashSet<>();
        while (!keys.isEmpty()) {
            asked.addAll(keys);
            List<Entry> fresh = notes.find(keys).stream()
                    .filter(entry -> places.add(entry.place()))
                    .toList();
            keys.clear();
            if (found.size() + fresh.size() > MOST) {
                notes.say("Some records depend on more than " + MOST
                        + " others: what is told of them may be less than exact.");
                break;
            }
            for (Place one : read(fresh)) {
                found.add(one);
                keys.addAll(DryKeys.wanted(one.type(), one.record(), remote.rules(one.type())));
            }
            keys.removeAll(asked);
        }
        found.sort(Comparator.comparingLong(Place::place));
        return inParts(found);
    }

    private List<Place> read(List<Entry> entries) {
        Map<RecordType, Set<String>> wanted = new EnumMap<>(RecordType.class);
        entries.forEach(entry -> wanted.computeIfAbsent(entry.type(), type -> new LinkedHashSet<>())
                .add(entry.externalId()));
        Map<RecordType, Map<String, SourceRecord>> read = new EnumMap<>(RecordType.class);
        wanted.forEach((type, ids) -> read.put(type, read(type, ids)));
        List<Place> found = new ArrayList<>();
        for (Entry entry : entries) {
            SourceRecord record = read.get(entry.type()).get(entry.externalId());
            if (record != null) {
                found.add(new Place(entry.place(), entry.type(), record));
            }
        }
        return found;
    }

    private Map<String, SourceRecord> read(RecordType type, Collection<String> externalIds) {
        Map<String, SourceRecord> found = new HashMap<>();
        Map<String, SourceRecord> atHand = page.getOrDefault(type, Map.of());
        List<String> away = new ArrayList<>();
        for (String id : externalIds) {
            if (atHand.containsKey(id)) {
                found.put(id, atHand.get(id));
            } else {
                away.add(id);
            }
        }
        for (int from = 0; from < away.size(); from += AGAIN) {
            found.putAll(remote.read(type, away.subList(from, Math.min(from + AGAIN, away.size()))));
        }
        return found;
    }

    /** As they were taken in: together what was together, as one may have given up what a later one took. */
    private static List<RemoteView.Part> inParts(List<Place> places) {
        List<RemoteView.Part> parts = new ArrayList<>();
        List<SourceRecord> part = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            part.add(places.get(i).record());
            RecordType type = places.get(i).type();
            if (i + 1 == places.size()
                    || !DryNotes.isSameBatch(
                            places.get(i).place(), places.get(i + 1).place())) {
                parts.add(new RemoteView.Part(type, part));
                part = new ArrayList<>();
            }
        }
        return parts;
    }
}
