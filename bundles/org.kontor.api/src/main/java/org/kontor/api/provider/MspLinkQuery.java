/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.provider;

import java.util.UUID;

/**
 * What is asked of the list of links.
 *
 * @param account whose links; null for those of the account that the call is made for, as customer or as provider
 * @param state null does not restrict
 * @param limit 1 to 200 a page
 * @param cursor of the page before, or null for the first
 */
public record MspLinkQuery(UUID account, MspLinkState state, int limit, String cursor) {}
