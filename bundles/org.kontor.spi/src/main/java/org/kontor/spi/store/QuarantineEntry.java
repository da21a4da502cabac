/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import org.kontor.api.sync.Quarantined;

/**
 * A row of the quarantine.
 *
 * @param rules how it was to be matched and merged, as JSON
 */
public record QuarantineEntry(Quarantined record, String rules) {}
