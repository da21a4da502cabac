/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.util.UUID;

import org.kontor.api.call.Role;

/**
 * A group that somebody is in.
 *
 * @param role what it gives in the account
 */
public record GroupName(UUID id, String name, Role role) {}
