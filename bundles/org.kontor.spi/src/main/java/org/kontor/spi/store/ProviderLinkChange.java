/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;

import org.kontor.api.audit.FieldChange;

/**
 * A change of a link, with what the audit shows of it.
 *
 * @param before null for a new one
 */
public record ProviderLinkChange(ProviderLink before, ProviderLink after, List<FieldChange> shown) {
    public ProviderLinkChange {
        shown = List.copyOf(shown);
    }
}
