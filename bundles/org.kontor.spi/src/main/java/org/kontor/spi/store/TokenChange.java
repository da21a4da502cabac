/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;

/**
 * A token that is made or revoked, with what the audit may show of it.
 *
 * @param action CREATE, or UPDATE for the revocation
 */
public record TokenChange(TokenEntry after, AuditAction action, List<FieldChange> shown) {
    public TokenChange {
        shown = List.copyOf(shown);
    }
}
