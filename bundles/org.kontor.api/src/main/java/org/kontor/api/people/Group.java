/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.util.UUID;

import org.kontor.api.call.Role;

/**
 * A group of members of an account, which gives each of them a role beside their own (requirements P6, P7, A8). Immutable.
 *
 * @param account the account whose members it groups
 * @param name unique in the account, without regard to case and accents
 * @param role what its members may do in the account
 * @param labRole at a partner what those of them who reach its labs may do there; null for nothing, and at others
 * @param members how many it has
 * @param version one more with each change of what is above; who is in it is none
 */
public record Group(UUID id, UUID account, String name, Role role, Role labRole, int members, long version) {}
