/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;

/**
 * How a connection matched and merged records of a type last.
 *
 * @param rules as JSON
 * @param since since when they are so
 */
public record KnownRules(String connection, String rules, Instant since) {}
