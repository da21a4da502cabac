/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.util.Set;

import org.kontor.api.call.Role;

/**
 * What is changed of somebody; null leaves as it is.
 *
 * @param email a blank one clears
 * @param roles all that the person has afterwards, at least one
 * @param labs at a partner whether the person reaches its labs (A8)
 */
public record PersonEdit(String name, String email, Set<Role> roles, Boolean labs) {
    public PersonEdit {
        roles = roles == null ? null : Set.copyOf(roles);
    }

    public PersonEdit(String name, String email, Set<Role> roles) {
        this(name, email, roles, null);
    }
}
