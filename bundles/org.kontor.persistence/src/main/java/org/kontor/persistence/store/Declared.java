/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import org.kontor.api.custom.Declaration;
import org.kontor.api.profile.CreationProfile;

/** All that accounts declared for records, in memory. Thread-safe. */
record Declared(Known<Declaration> fields, Known<CreationProfile> profiles) {
    Declared() {
        this(new Known<>(), new Known<>());
    }

    /** A change of any of it is committed, or may be. */
    void forget() {
        fields.forget();
        profiles.forget();
    }
}
