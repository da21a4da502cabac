/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;

import org.kontor.api.audit.FieldChange;

/**
 * A permission that is given, or taken back, with what the audit shows of it.
 *
 * @param given whether it is given
 */
public record InviteRightChange(InviteRight right, boolean given, List<FieldChange> shown) {
    public InviteRightChange {
        shown = List.copyOf(shown);
    }
}
