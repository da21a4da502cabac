/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.portal;

import java.util.Set;
import java.util.UUID;

import org.kontor.api.call.Role;

/**
 * Who comes to a portal.
 *
 * @param login what the person signs in with at Kontor
 * @param email null for none
 * @param account which the person enters
 * @param roles that the person has there at this moment
 */
public record PortalVisitor(
        UUID person,
        String login,
        String name,
        String email,
        UUID account,
        String accountCode,
        String accountName,
        Set<Role> roles) {
    public PortalVisitor {
        roles = Set.copyOf(roles);
    }
}
