/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.record;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A field that is no part of Kontor but was declared by an account; its path is {@code custom.} and its key. Two are equal when
 * type and key are: what the field holds is known from its declaration alone, so one that a client named takes any value until
 * the rules look it up. Immutable.
 */
public final class CustomField implements Field, Comparable<CustomField> {
    /** What stands in front of the key in paths. */
    public static final String PREFIX = "custom.";

    /** Greatest length of a text. */
    public static final int MAX_LENGTH = 1000;

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final RecordType type;
    private final String key;
    private final FieldSpec spec;

    private CustomField(RecordType type, String key, FieldSpec spec) {
        this.type = Objects.requireNonNull(type, "type");
        this.key = key;
        this.spec = spec;
    }

    /** Whether a field can have this key: lower case letters, digits and {@code _}, a letter first, at most 40. */
    public static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    /** The field of this key, whatever it may hold. */
    public static CustomField named(RecordType type, String key) {
        if (!isKey(key)) {
            throw new IllegalArgumentException("No key of a custom field");
        }
        String path = PREFIX + key;
        return new CustomField(
                type,
                key,
                FieldSpec.optional(path, ValueType.TEXT, MAX_LENGTH, "").filteredAs(path));
    }

    /** The field that a path like {@code custom.segment} names; empty when it names none. */
    public static Optional<CustomField> ofPath(RecordType type, String path) {
        String key = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "";
        return isKey(key) ? Optional.of(named(type, key)) : Optional.empty();
    }

    /** The same field, as it was declared. */
    public CustomField declared(FieldSpec declaration) {
        return new CustomField(type, key, declaration);
    }

    public RecordType type() {
        return type;
    }

    public String key() {
        return key;
    }

    @Override
    public FieldSpec spec() {
        return spec;
    }

    /** It stands behind all fields of Kontor, in the order of the keys. */
    @Override
    public int ordinal() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int compareTo(CustomField other) {
        int byKey = key.compareTo(other.key);
        return byKey == 0 ? type.compareTo(other.type) : byKey;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomField that && type == that.type && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + key.hashCode();
    }

    @Override
    public String toString() {
        return path();
    }
}
