/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.util.Set;

import org.kontor.api.call.Role;

/**
 * Somebody who is to be invited (P2).
 *
 * @param login as of {@link NewPerson}; null for the e-mail
 * @param name for people to read, 1 to 200 characters
 * @param email where the invitation goes; one e-mail is one person
 * @param roles at least one
 * @param language of the mail, {@code en} or {@code fr}; null for that of the installation
 * @param later whether it waits until somebody sends it
 */
public record NewInvitation(String login, String name, String email, Set<Role> roles, String language, boolean later) {
    public NewInvitation {
        roles = Set.copyOf(roles);
    }
}
