/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.brand.AccountBrand;

/**
 * A change of a brand.
 *
 * @param before null at creation
 * @param after null at deletion
 * @param logo the bytes of a new logo; null when it stays, or goes away
 * @param shown what the audit shows
 */
public record BrandChange(
        AccountBrand before, AccountBrand after, byte[] logo, AuditAction action, List<FieldChange> shown) {
    public BrandChange {
        shown = List.copyOf(shown);
    }

    /** The brand as it is now, or as it was last. */
    public AccountBrand brand() {
        return after == null ? before : after;
    }
}
