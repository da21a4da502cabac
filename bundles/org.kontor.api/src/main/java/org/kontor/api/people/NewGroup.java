/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import org.kontor.api.call.Role;

/**
 * A group to be made, not yet checked.
 *
 * @param name 1 to {@value Groups#MAX_NAME} characters
 * @param role required; one that members of the account hold, but not that of platform operators
 * @param labRole at a partner alone; one that members of end customers' accounts hold; null for none
 */
public record NewGroup(String name, Role role, Role labRole) {}
