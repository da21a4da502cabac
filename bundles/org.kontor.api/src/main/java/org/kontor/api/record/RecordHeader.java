/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.record;

import java.util.UUID;

/**
 * What every business record has beside its fields.
 *
 * @param id UUIDv7, given by Kontor, for ever
 * @param managingAccount the account it belongs to; codes are unique in it
 * @param version 1 at creation, one more with every change
 * @param archived visibility only (C5)
 */
public record RecordHeader(
        UUID id, UUID managingAccount, long version, boolean archived, Stamp created, Stamp changed) {}
