/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import org.kontor.api.call.Role;

/**
 * What is changed of a group; null leaves as it is.
 *
 * @param noLabRole whether it gives nothing in labs afterwards; then there is no labRole
 */
public record GroupEdit(String name, Role role, Role labRole, boolean noLabRole) {}
