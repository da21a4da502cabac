/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;

import org.junit.Test;

import org.kontor.api.bulk.BulkAction;
import org.kontor.api.bulk.BulkResult;
import org.kontor.api.bulk.BulkRow;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordKey;
import org.kontor.api.record.RecordService;
import org.kontor.api.record.RecordType;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

/** Any mix of rows in one call ends like the same rows one after the other. */
@Shows({"C11", "C5", "C6"})
public class BulkOrderTest extends OnBothDatabases {
    private static final int TRIALS = 10;
    private static final int ROWS = 24;
    private static final int RECORDS = 5;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private int worlds;

    /** Records of its own, named alike in every world: prefix and connection tell them apart. */
    private final class World {
        final String name = "W" + worlds++;
        final Map<String, UUID> first = new HashMap<>();
        final List<BulkResult> results = new ArrayList<>();

        World() {
            for (int i = 0; i < RECORDS; i++) {
                if (i % 2 == 0) {
                    take(new Plan(RecordType.CUSTOMER, BulkAction.CREATE, Key.code(i), null, "First", null, null)
                            .in(this));
                    first.put("CUSTOMER" + i, results.get(results.size() - 1).id());
                    take(new Plan(RecordType.LOCATION, BulkAction.CREATE, Key.code(i), null, "First", Key.code(i), null)
                            .in(this));
                    first.put("LOCATION" + i, results.get(results.size() - 1).id());
                }
            }
            results.clear();
        }

        void take(BulkRow... rows) {
            results.addAll(bulk.write(ME, List.of(rows)));
        }

        /** Outcome of every row, and how the records stand in the end. */
        String told() {
            Map<UUID, String> names = new HashMap<>();
            Map<String, String> told = new TreeMap<>();
            first.forEach((key, id) -> names.put(id, "first " + key));
            for (int i = 0; i < results.size(); i++) {
                BulkResult result = results.get(i);
                if (result.id() != null) {
                    names.putIfAbsent(result.id(), "row " + i);
                }
                told.put(
                        String.format("row %02d", i),
                        result.error() == null ? result.outcome() + " " + names.get(result.id()) : why(result));
            }
            names.forEach((id, as) -> told.put("record " + as, state(id, as, names)));
            return String.join(
                    "\n", told.entrySet().stream().map(Object::toString).toList());
        }

        private String why(BulkResult result) {
            return result.error() + " "
                    + result.violations().stream()
                            .map(v -> v.field() + " " + v.rule())
                            .toList();
        }

        private String state(UUID id, String as, Map<UUID, String> names) {
            BusinessRecord record = find(id);
            Map<String, Object> shown = new TreeMap<>();
            record.values().forEach((field, value) -> {
                boolean made =
                        field == record.type().codeField() && !record.code().startsWith(name);
                Object told = value instanceof UUID other
                        ? names.getOrDefault(other, "?")
                        : value.toString().replace(name, "");
                shown.put(field.path(), made ? "made" : told);
            });
            return record.type() + " v" + record.version() + (record.archived() ? " archived " : " ") + shown
                    + record.crossReferences().stream()
                            .map(CrossReference::externalId)
                            .toList();
        }

        private BusinessRecord find(UUID id) {
            try {
                return customers.get(ME, id);
            } catch (KontorException e) {
                return locations.get(ME, id);
            }
        }
    }

    /** One of few records, so that rows meet: by the id of one that is there, by reference, by code, by both, or by none. */
    private record Key(String kind, int number) {
        static Key code(int number) {
            return new Key("code", number);
        }

        RecordKey in(World world, RecordType type) {
            CrossReference reference = new CrossReference(world.name, "x" + number);
            String code = world.name + "-" + number;
            UUID id = world.first.get(type.name() + number);
            return switch (kind) {
                case "id" -> RecordKey.ofId(id != null ? id : new UUID(7, number));
                case "reference" -> RecordKey.ofReference(reference);
                case "code" -> RecordKey.ofCode(code);
                case "both" -> new RecordKey(null, reference, code);
                default -> RecordKey.NONE;
            };
        }
    }

    private record Plan(
            RecordType type, BulkAction action, Key key, Integer newCode, String name, Key customer, Key parent) {
        BulkRow in(World world) {
            FieldValues.Builder values = FieldValues.builder();
            if (name != null) {
                values.set(type.nameField(), name);
            }
            if (newCode != null) {
                values.set(type.codeField(), world.name + "-" + newCode);
            }
            Map<Field, RecordKey> references = new HashMap<>();
            if (customer != null) {
                references.put(LocationField.CUSTOMER, customer.in(world, RecordType.CUSTOMER));
            }
            if (parent != null && parent.kind().equals("none")) {
                values.set(LocationField.PARENT, null);
            } else if (parent != null) {
                references.put(LocationField.PARENT, parent.in(world, RecordType.LOCATION));
            }
            return new BulkRow(type, action, key.in(world, type), null, values.build(), references, null);
        }
    }

    private Key key(String... kinds) {
        return new Key(kinds[random.nextInt(kinds.length)], random.nextInt(RECORDS));
    }

    private <T> T maybe(int oneIn, T value) {
        return random.nextInt(oneIn) == 0 ? value : null;
    }

    /** @param plain without references to external systems, and one thing at a time */
    private Plan plan(boolean plain) {
        RecordType type = random.nextInt(3) == 0 ? RecordType.CUSTOMER : RecordType.LOCATION;
        BulkAction action = BulkAction.values()[random.nextInt(BulkAction.values().length)];
        boolean archives = action == BulkAction.ARCHIVE || action == BulkAction.UNARCHIVE;
        boolean bare = plain && archives;
        String[] own = plain
                ? new String[] {"id", "code", "code"}
                : new String[] {"id", "code", "code", "reference", "both", "none"};
        String[] other = plain ? new String[] {"id", "code"} : new String[] {"id", "code", "reference"};
        Key key = action == BulkAction.CREATE ? Key.code(random.nextInt(RECORDS)) : key(own);
        String name = bare ? null : "N" + random.nextInt(3);
        Integer newCode = bare || action == BulkAction.CREATE ? null : maybe(4, random.nextInt(RECORDS));
        if (type == RecordType.CUSTOMER) {
            return new Plan(type, action, key, newCode, name, null, null);
        }
        Key customer = bare || random.nextInt(3) == 0 ? null : key(other);
        Key parent = bare ? null : random.nextInt(8) == 0 ? new Key("none", 0) : maybe(2, key(other));
        return new Plan(type, action, key, newCode, name, customer, parent);
    }

    private void compare(boolean plain, BiFunction<World, BulkRow, BulkResult> single) {
        for (int trial = 0; trial < TRIALS; trial++) {
            List<Plan> plans = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                plans.add(plan(plain));
            }
            World alone = new World();
            plans.forEach(plan -> alone.results.add(single.apply(alone, plan.in(alone))));
            World together = new World();
            together.take(plans.stream().map(plan -> plan.in(together)).toArray(BulkRow[]::new));
            assertEquals("seed " + seed + ", trial " + trial + ": " + plans, alone.told(), together.told());
        }
    }

    @Test
    public void rowsInOneCallEndLikeOneCallForEach() {
        compare(false, (world, row) -> bulk.write(ME, List.of(row)).get(0));
    }

    @Test
    public void rowsInOneCallEndLikeTheSameByHand() {
        compare(true, (world, row) -> {
            try {
                BusinessRecord before = known(row);
                BusinessRecord after = byHand(row, before);
                return new BulkResult(
                        row.type(), outcome(row, before, after), after.id(), after.code(), 0, null, null, List.of());
            } catch (KontorException refusal) {
                return new BulkResult(
                        row.type(),
                        org.kontor.api.sync.Outcome.REFUSED,
                        null,
                        null,
                        0,
                        refusal.code().code(),
                        refusal.getMessage(),
                        refusal.violations());
            }
        });
    }

    private static org.kontor.api.sync.Outcome outcome(BulkRow row, BusinessRecord before, BusinessRecord after) {
        if (before == null) {
            return org.kontor.api.sync.Outcome.CREATED;
        }
        if (before.version() == after.version()) {
            return org.kontor.api.sync.Outcome.UNCHANGED;
        }
        return switch (row.action()) {
            case ARCHIVE -> org.kontor.api.sync.Outcome.ARCHIVED;
            case UNARCHIVE -> org.kontor.api.sync.Outcome.UNARCHIVED;
            default -> org.kontor.api.sync.Outcome.UPDATED;
        };
    }

    private RecordService<? extends BusinessRecord> service(RecordType type) {
        return type == RecordType.CUSTOMER ? customers : locations;
    }

    private BusinessRecord known(RecordType type, RecordKey key) {
        try {
            return key.id() != null
                    ? service(type).get(ME, key.id())
                    : service(type).getByCode(ME, key.code());
        } catch (KontorException notThere) {
            return null;
        }
    }

    private BusinessRecord known(BulkRow row) {
        return known(row.type(), row.key());
    }

    private BusinessRecord byHand(BulkRow row, BusinessRecord before) {
        RecordService<? extends BusinessRecord> service = service(row.type());
        if (before == null
                && row.action() != BulkAction.CREATE
                && (row.action() != BulkAction.UPSERT || row.key().id() != null)) {
            throw new KontorException(ErrorCode.NOT_FOUND, "");
        }
        if (before != null && row.action() == BulkAction.CREATE) {
            throw new KontorException(ErrorCode.CODE_TAKEN, "");
        }
        if (row.action() == BulkAction.ARCHIVE || row.action() == BulkAction.UNARCHIVE) {
            return service.setArchived(ME, before.id(), null, row.action() == BulkAction.ARCHIVE);
        }
        FieldValues values = values(row, before == null);
        return before == null ? service.create(ME, values) : service.update(ME, before.id(), before.version(), values);
    }

    private FieldValues values(BulkRow row, boolean fresh) {
        FieldValues.Builder values = FieldValues.builder();
        if (fresh) {
            values.set(
                    row.type() == RecordType.CUSTOMER ? CustomerField.CODE : LocationField.CODE,
                    row.key().code());
        }
        row.values().forEach(values::set);
        List<Violation> unknown = new ArrayList<>();
        row.references().forEach((field, key) -> {
            BusinessRecord target = key.id() == null ? known(field.target(), key) : null;
            if (target == null && key.id() == null) {
                unknown.add(new Violation(field.path(), "unknown_reference", "", null));
            }
            values.set(field, target == null ? key.id() : target.id());
        });
        if (!unknown.isEmpty()) {
            throw KontorException.invalid(unknown);
        }
        return values.build();
    }
}
