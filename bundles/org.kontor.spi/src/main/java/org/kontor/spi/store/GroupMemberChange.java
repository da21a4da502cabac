/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import org.kontor.api.people.Group;

/**
 * Somebody comes into a group or leaves it.
 *
 * @param into false for leaving
 */
public record GroupMemberChange(Group group, Person person, boolean into) {}
