/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.profile.CreationProfile;

/**
 * A change of a creation profile.
 *
 * @param before null at creation
 * @param after null at deletion
 * @param shown what the audit shows
 */
public record CreationProfileChange(
        CreationProfile before, CreationProfile after, AuditAction action, List<FieldChange> shown) {
    public CreationProfileChange {
        shown = List.copyOf(shown);
    }

    /** The profile as it is now, or as it was last. */
    public CreationProfile profile() {
        return after == null ? before : after;
    }
}
