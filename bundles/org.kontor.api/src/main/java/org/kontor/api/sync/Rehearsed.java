/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import org.kontor.api.record.FieldValues;

/**
 * What would become of a record.
 *
 * @param result its ids mean nothing for a record that would be created
 * @param values the record's values as they would be; null when it would be refused or nothing new is told
 */
public record Rehearsed(ItemResult result, FieldValues values) {}
