/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.signup.SignUpPage;

/**
 * A change of a sign-up page.
 *
 * @param before null at creation
 * @param after null at deletion; what nobody confirmed yet goes with it
 * @param shown what the audit shows
 */
public record SignUpPageChange(SignUpPage before, SignUpPage after, AuditAction action, List<FieldChange> shown) {
    public SignUpPageChange {
        shown = List.copyOf(shown);
    }

    /** The page as it is now, or as it was last. */
    public SignUpPage page() {
        return after == null ? before : after;
    }
}
