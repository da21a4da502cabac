/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.domain.EmailDomain;

/**
 * A change of an e-mail domain, with what the audit may show of it.
 *
 * @param before null at creation
 * @param after null at removal
 */
public record EmailDomainChange(EmailDomain before, EmailDomain after, AuditAction action, List<FieldChange> shown) {
    public EmailDomainChange {
        shown = List.copyOf(shown);
    }

    /** As it is now, or was last. */
    public EmailDomain domain() {
        return after == null ? before : after;
    }
}
