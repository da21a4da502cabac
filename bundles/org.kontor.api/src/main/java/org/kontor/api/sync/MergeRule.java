/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose value stays when both sides changed a field. */
public enum MergeRule {
    /** That of the external system. */
    THEIRS,
    OURS,
    /** That of the side that changed the record last. */
    NEWEST,
    /** A person is asked: a conflict. */
    ASK;

    /** As files write it: {@code theirs}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param key as files write it */
    public static Optional<MergeRule> ofKey(String key) {
        return Arrays.stream(values()).filter(rule -> rule.key().equals(key)).findFirst();
    }
}
