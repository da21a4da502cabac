/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Set;

import org.kontor.api.call.Role;

/**
 * What a person is to an account (requirement P6). Memberships in suspended accounts give nothing.
 *
 * @param above roles in accounts that the account stands below
 * @param own roles in the account itself
 * @param suspended whether the person is a member of the account, and it is suspended
 */
public record Standing(Set<Role> above, Set<Role> own, boolean suspended) {
    public Standing {
        above = Set.copyOf(above);
        own = Set.copyOf(own);
    }
}
