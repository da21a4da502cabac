/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.UUID;

/**
 * A cross reference with what was last agreed with the external system.
 *
 * @param hash digest of the record as the external system last told it; null when it never did
 * @param snapshot the mapped values of that state as JSON; null like the hash
 */
public record Link(String externalId, UUID recordId, String hash, String snapshot) {}
