/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.record;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.kontor.api.account.Account;
import org.kontor.api.customer.Customer;
import org.kontor.api.location.Location;

/** A stored customer or location at one version. Immutable. */
public abstract class BusinessRecord {
    private final RecordHeader header;
    private final FieldValues values;
    private final List<CrossReference> crossReferences;

    protected BusinessRecord(RecordHeader header, FieldValues values, List<CrossReference> crossReferences) {
        this.header = Objects.requireNonNull(header, "header");
        this.values = Objects.requireNonNull(values, "values");
        this.crossReferences = List.copyOf(crossReferences);
    }

    /** The record of the given type with these contents. */
    public static BusinessRecord of(
            RecordType type, RecordHeader header, FieldValues values, List<CrossReference> crossReferences) {
        return switch (type) {
            case CUSTOMER -> new Customer(header, values, crossReferences);
            case LOCATION -> new Location(header, values, crossReferences);
            case ACCOUNT -> new Account(header, values, crossReferences);
        };
    }

    public abstract RecordType type();

    public final RecordHeader header() {
        return header;
    }

    public final UUID id() {
        return header.id();
    }

    public final long version() {
        return header.version();
    }

    public final boolean archived() {
        return header.archived();
    }

    /** Everything that clients may write, under its field. */
    public final FieldValues values() {
        return values;
    }

    public final List<CrossReference> crossReferences() {
        return crossReferences;
    }

    public final String code() {
        return values.text(type().codeField());
    }

    public final String name() {
        return values.text(type().nameField());
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof BusinessRecord that
                && type() == that.type()
                && header.equals(that.header)
                && values.equals(that.values)
                && crossReferences.equals(that.crossReferences);
    }

    @Override
    public final int hashCode() {
        return header.id().hashCode();
    }

    @Override
    public final String toString() {
        return type().key() + " " + header.id() + " v" + header.version();
    }
}
