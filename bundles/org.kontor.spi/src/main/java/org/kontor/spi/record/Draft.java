/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.record;

import java.util.Objects;
import java.util.UUID;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.FieldValues;

/**
 * A wish to create or change one record, not yet checked.
 *
 * @param existing the record to change, as read in the same transaction; null to create one
 * @param version the version that the change is based on; null for whatever it is now
 * @param changes raw values: absent = unchanged, null = cleared
 * @param archived what the archive mark shall be, or null to leave it
 * @param id the id to create it under, or null to make one
 * @param reference a cross reference to add, or null
 * @param account the account that is to manage it, or null to leave it; accounts alone are moved
 * @param occasion what it is part of
 */
public record Draft(
        BusinessRecord existing,
        Long version,
        FieldValues changes,
        Boolean archived,
        UUID id,
        CrossReference reference,
        UUID account,
        Occasion occasion) {
    /** What some rules make an exception for. */
    public enum Occasion {
        /** What somebody wishes by itself: all rules hold. */
        WISH,
        /** A new record is taken as it is: nobody is there to complete it, so no creation profile is asked of it. */
        COPY,
        /** The conversion of a lead, which alone changes its stage, and what it makes of the lead: that is taken as it is. */
        CONVERSION,
        /** The lab that is made with its partner. */
        LAB
    }

    public Draft {
        Objects.requireNonNull(occasion, "occasion");
        Objects.requireNonNull(changes, "changes");
    }

    /** One that stays where it is. */
    public Draft(
            BusinessRecord existing,
            Long version,
            FieldValues changes,
            Boolean archived,
            UUID id,
            CrossReference reference) {
        this(existing, version, changes, archived, id, reference, null, Occasion.WISH);
    }

    public static Draft move(BusinessRecord existing, long version, UUID account) {
        return new Draft(existing, version, FieldValues.EMPTY, null, null, null, account, Occasion.WISH);
    }

    public static Draft conversion(BusinessRecord lead, FieldValues changes) {
        return new Draft(lead, lead.version(), changes, null, null, null, null, Occasion.CONVERSION);
    }

    /** What a lead becomes. */
    public static Draft converted(FieldValues values) {
        return new Draft(null, null, values, null, null, null, null, Occasion.CONVERSION);
    }

    public static Draft create(FieldValues values) {
        return new Draft(null, null, values, null, null, null);
    }

    public static Draft lab(FieldValues values) {
        return new Draft(null, null, values, null, null, null, null, Occasion.LAB);
    }

    /** The same as a {@link Occasion#COPY}. */
    public Draft asItIs() {
        return new Draft(existing, version, changes, archived, id, reference, account, Occasion.COPY);
    }

    public static Draft change(BusinessRecord existing, Long version, FieldValues changes, Boolean archived) {
        return new Draft(Objects.requireNonNull(existing, "existing"), version, changes, archived, null, null);
    }
}
