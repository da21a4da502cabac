/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.Role;

/**
 * A change of a person, or of what one is in an account, with what the audit may show of it.
 *
 * @param before null at creation
 * @param account the one that the change concerns, in whose audit it stands
 * @param roles what the person has in the account afterwards: none ends the membership, null leaves it
 * @param labs whether the person reaches the labs of the account; null leaves it, and of a new member is as the account has it
 */
public record PersonChange(
        Person before,
        Person after,
        UUID account,
        Set<Role> roles,
        Boolean labs,
        AuditAction action,
        List<FieldChange> shown) {
    public PersonChange {
        roles = roles == null ? null : Set.copyOf(roles);
        shown = List.copyOf(shown);
    }

    /** A change of what is looked after by the home account. */
    public static PersonChange of(Person before, Person after, List<FieldChange> shown) {
        return new PersonChange(before, after, after.account(), null, null, AuditAction.UPDATE, shown);
    }
}
