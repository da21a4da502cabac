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
import java.util.UUID;

import org.junit.Test;

import org.kontor.api.customer.Customer;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.Location;
import org.kontor.api.location.LocationField;
import org.kontor.api.location.Locations;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

/** Whatever is moved where: a move is taken exactly when a plain model of the tree allows it. The seed is told on failure. */
@Shows("C6")
public class LocationTreeTest extends OnBothDatabases {
    private static final int MOVES = 150;

    @Test
    public void randomMovesKeepTheTreeATree() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Customer acme = customers.create(ME, named("Acme"));
        Map<UUID, UUID> model = new HashMap<>();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            // A long spine, so that depth matters as well as cycles.
            UUID parent = i == 0 ? null : ids.get(i < 18 ? i - 1 : random.nextInt(i));
            boolean fits = parent == null || depth(model, parent) < Locations.MAX_DEPTH;
            Location made = site(acme, "L" + i, fits && parent != null ? locations.get(ME, parent) : null);
            ids.add(made.id());
            model.put(made.id(), fits ? parent : null);
        }
        for (int move = 0; move < MOVES; move++) {
            UUID moved = ids.get(random.nextInt(ids.size()));
            UUID target = random.nextInt(8) == 0 ? null : ids.get(random.nextInt(ids.size()));
            assertEquals("seed " + seed + ", move " + move, allowed(model, moved, target), move(moved, target));
        }
        ids.forEach(id -> assertEquals(
                "seed " + seed, model.get(id), locations.get(ME, id).parentId()));
    }

    private String move(UUID moved, UUID target) {
        try {
            long version = locations.get(ME, moved).version();
            locations.update(ME, moved, version, set(LocationField.PARENT, target));
            return "taken";
        } catch (KontorException refused) {
            return refused.violations().get(0).rule();
        }
    }

    /** What the model says; a move that is allowed is made in it. */
    private static String allowed(Map<UUID, UUID> model, UUID moved, UUID target) {
        if (java.util.Objects.equals(model.get(moved), target)) {
            return "taken"; // nothing changes
        }
        for (UUID at = target; at != null; at = model.get(at)) {
            if (at.equals(moved)) {
                return "cycle";
            }
        }
        if (target != null && depth(model, target) + 1 + height(model, moved) > Locations.MAX_DEPTH) {
            return "too_deep";
        }
        model.put(moved, target);
        return "taken";
    }

    private static int depth(Map<UUID, UUID> model, UUID id) {
        int depth = 0;
        for (UUID at = id; at != null; at = model.get(at)) {
            depth++;
        }
        return depth;
    }

    private static int height(Map<UUID, UUID> model, UUID id) {
        int height = 0;
        for (Map.Entry<UUID, UUID> entry : model.entrySet()) {
            if (id.equals(entry.getValue())) {
                height = Math.max(height, 1 + height(model, entry.getKey()));
            }
        }
        return height;
    }
}
