/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

/**
 * What is asked of the list of invitations; null does not restrict.
 *
 * @param limit 1 to 200 invitations a page
 * @param cursor of the page before, or null for the first
 */
public record InvitationQuery(InvitationState state, int limit, String cursor) {}
