/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.junit.Test;

import org.kontor.api.customer.Customer;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.Location;
import org.kontor.api.location.LocationField;
import org.kontor.api.location.Locations;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordQuery;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

@Shows({"C5", "C6"})
public class LocationsTest extends OnBothDatabases {
    @Test
    public void everyFieldComesBackAsItWentIn() {
        Customer acme = customers.create(ME, named("Acme"));
        Location plant = site(acme, "Plant", null);
        FieldValues all = FieldValues.builder()
                .set(LocationField.CODE, "L-7")
                .set(LocationField.CUSTOMER, acme.id())
                .set(LocationField.PARENT, plant.id())
                .set(LocationField.NAME, "Hall 3")
                .set(LocationField.TYPE, "SPACE")
                .set(LocationField.STATUS, "ACTIVE")
                .set(LocationField.ADDRESS_LINES, List.of("Werkstrasse 3"))
                .set(LocationField.ADDRESS_POSTAL_CODE, "5000")
                .set(LocationField.ADDRESS_CITY, "Aarau")
                .set(LocationField.ADDRESS_REGION, "CH-AG")
                .set(LocationField.ADDRESS_COUNTRY, "CH")
                .set(LocationField.TIME_ZONE, "Europe/Zurich")
                .set(LocationField.LATITUDE, new BigDecimal("47.3904"))
                .set(LocationField.LONGITUDE, new BigDecimal("-8.0457"))
                .build();
        Location stored = locations.get(ME, locations.create(ME, all).id());
        assertEquals(all, stored.values());
        assertEquals(
                List.of(stored, plant),
                locations
                        .find(ME, RecordQuery.ALL.where(LocationField.CUSTOMER, acme.id()))
                        .items());
    }

    @Test
    public void aLocationBelongsToOneCustomerForEver() {
        Customer acme = customers.create(ME, named("Acme"));
        Customer other = customers.create(ME, named("Other"));
        Location plant = site(acme, "Plant", null);
        assertViolations(
                List.of("customerId immutable"),
                () -> locations.update(ME, plant.id(), 1, set(LocationField.CUSTOMER, other.id())));
        assertViolations(List.of("parentId other_customer"), () -> site(other, "Hall", plant));
        assertViolations(
                List.of("customerId required"), () -> locations.create(ME, set(LocationField.NAME, "Nowhere")));
        assertViolations(
                List.of("customerId unknown_reference"),
                () -> locations.create(
                        ME, set(LocationField.NAME, "Nowhere").with(set(LocationField.CUSTOMER, UUID.randomUUID()))));
    }

    @Test
    public void noLocationStandsBelowItselfAlsoInARace() throws Exception {
        Customer acme = customers.create(ME, named("Acme"));
        Location a = site(acme, "A", null);
        Location b = site(acme, "B", a);
        Location c = site(acme, "C", b);
        assertViolations(
                List.of("parentId cycle"), () -> locations.update(ME, a.id(), 1, set(LocationField.PARENT, c.id())));
        assertViolations(
                List.of("parentId cycle"), () -> locations.update(ME, a.id(), 1, set(LocationField.PARENT, a.id())));
        for (int round = 0; round < 5; round++) {
            Location x = site(acme, "X", null);
            Location y = site(acme, "Y", null);
            List<Boolean> moved = CustomersTest.inParallel(2, i -> () -> {
                try {
                    Location self = i == 0 ? x : y;
                    locations.update(ME, self.id(), 1, set(LocationField.PARENT, (i == 0 ? y : x).id()));
                    return true;
                } catch (KontorException refused) {
                    assertEquals("cycle", refused.violations().get(0).rule());
                    return false;
                }
            });
            assertEquals(1, moved.stream().filter(m -> m).count());
        }
    }

    @Test
    public void locationsStandSoDeepAndNoDeeper() {
        Customer acme = customers.create(ME, named("Acme"));
        Location deepest = null;
        for (int level = 1; level <= Locations.MAX_DEPTH; level++) {
            deepest = site(acme, "Level " + level, deepest);
        }
        Location last = deepest;
        assertViolations(List.of("parentId too_deep"), () -> site(acme, "Too deep", last));
        Location top = site(acme, "Top", null);
        Location first = (Location)
                locations.find(ME, RecordQuery.ALL.withText("level 1")).items().get(0);
        assertViolations(
                List.of("parentId too_deep"),
                () -> locations.update(ME, first.id(), 1, set(LocationField.PARENT, top.id())));
        assertNull(locations.get(ME, first.id()).parentId());
    }

    @Test
    public void archivedOnesTakeNoNewChildrenByHand() {
        Customer acme = customers.create(ME, named("Acme"));
        Location plant = site(acme, "Plant", null);
        locations.setArchived(ME, plant.id(), null, true);
        assertRefused(ErrorCode.ARCHIVED, () -> site(acme, "Hall", plant));
        customers.setArchived(ME, acme.id(), null, true);
        assertRefused(ErrorCode.ARCHIVED, () -> site(acme, "Office", null));
        assertTrue(locations.get(ME, plant.id()).archived());
    }
}
