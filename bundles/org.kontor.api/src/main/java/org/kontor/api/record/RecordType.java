/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.kontor.api.account.AccountField;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.location.LocationField;

/** The types of business records. */
public enum RecordType {
    CUSTOMER,
    LOCATION,
    ACCOUNT;

    /** Those that external systems know, too, and that come in bulk: parents before what stands at them. */
    public static final List<RecordType> SYNCHRONISED = List.of(CUSTOMER, LOCATION);

    /** Holds the tables apart from the enum, whose constants the fields themselves name. */
    private static final class Fields {
        static final Map<RecordType, List<Field>> LISTS = Map.of(
                CUSTOMER,
                List.of(CustomerField.values()),
                LOCATION,
                List.of(LocationField.values()),
                ACCOUNT,
                List.of(AccountField.values()));
        static final Map<RecordType, Map<String, Field>> BY_PATH = Arrays.stream(values())
                .collect(Collectors.toMap(Function.identity(), type -> LISTS.get(type).stream()
                        .collect(Collectors.toUnmodifiableMap(Field::path, Function.identity()))));
        static final Map<RecordType, Map<String, Field>> FILTERS = Arrays.stream(values())
                .collect(Collectors.toMap(Function.identity(), type -> LISTS.get(type).stream()
                        .filter(field -> field.filter() != null)
                        .collect(Collectors.toUnmodifiableMap(Field::filter, Function.identity()))));
    }

    /** Its name in paths, files and cross references: {@code customer}, {@code location}, {@code account}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The fields that every record of the type may have. */
    public List<Field> fields() {
        return Fields.LISTS.get(this);
    }

    /** The field of this path, or the one that an account may have declared: a {@link CustomField}. */
    public Optional<Field> field(String path) {
        Field field = Fields.BY_PATH.get(this).get(path);
        return field == null ? CustomField.ofPath(this, path).map(Field.class::cast) : Optional.of(field);
    }

    /** The fields that lists can be filtered by, by the name of the filter. */
    public Map<String, Field> filters() {
        return Fields.FILTERS.get(this);
    }

    public Field codeField() {
        return switch (this) {
            case CUSTOMER -> CustomerField.CODE;
            case LOCATION -> LocationField.CODE;
            case ACCOUNT -> AccountField.CODE;
        };
    }

    public Field nameField() {
        return switch (this) {
            case CUSTOMER -> CustomerField.NAME;
            case LOCATION -> LocationField.NAME;
            case ACCOUNT -> AccountField.NAME;
        };
    }

    /** One of {@link #SYNCHRONISED}. */
    public static Optional<RecordType> synchronisedOfKey(String key) {
        return ofKey(key).filter(SYNCHRONISED::contains);
    }

    public static Optional<RecordType> ofKey(String key) {
        return Arrays.stream(values()).filter(type -> type.key().equals(key)).findFirst();
    }
}
