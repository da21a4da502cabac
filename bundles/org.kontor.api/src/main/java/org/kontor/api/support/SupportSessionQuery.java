/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.support;

/**
 * What is asked of the list of sessions; null does not restrict.
 *
 * @param limit 1 to 200 a page
 * @param cursor of the page before, or null for the first
 */
public record SupportSessionQuery(SupportSessionState state, int limit, String cursor) {}
