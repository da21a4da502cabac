/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;

/**
 * Wrong passwords in a row.
 *
 * @param last when the last one was given
 */
public record WrongPasswords(int count, Instant last) {}
