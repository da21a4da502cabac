/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.provider;

/**
 * What is asked of the list of permissions.
 *
 * @param received true for those that the account was given, false for those that it gave; null for both
 * @param limit 1 to 200 a page
 * @param cursor of the page before, or null for the first
 */
public record InvitePermissionQuery(Boolean received, int limit, String cursor) {}
