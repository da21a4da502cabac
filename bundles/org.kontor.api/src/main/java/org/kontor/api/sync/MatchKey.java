/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.kontor.api.record.RecordType;

/** By what a record that is new to a connection is found among ours. */
public enum MatchKey {
    CODE("code", "code"),
    TAX_ID("taxId", "taxId"),
    EMAIL("email", "email"),
    /** The domain of the e-mail address or the web site. */
    DOMAIN("domain", "email", "webAddress");

    private final String key;
    private final List<String> fields;

    MatchKey(String key, String... fields) {
        this.key = key;
        this.fields = List.of(fields);
    }

    /** @param key as files write it */
    public static Optional<MatchKey> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    /** As files write it. */
    public String key() {
        return key;
    }

    /** Paths of the fields that it is taken from; one of them must be mapped. */
    public List<String> fields() {
        return fields;
    }

    /** Whether records of the type have it. */
    public boolean fits(RecordType type) {
        return fields.stream().anyMatch(field -> type.field(field).isPresent());
    }
}
