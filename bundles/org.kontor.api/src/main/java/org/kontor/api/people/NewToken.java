/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.time.Instant;

/**
 * A token that is to be made.
 *
 * @param name what it is for, for people to read, 1 to 200 characters
 * @param scope what it may do at most
 * @param expires when it ends, at most {@value Tokens#MAX_DAYS} days from now; null for {@value Tokens#DEFAULT_DAYS} days
 */
public record NewToken(String name, TokenScope scope, Instant expires) {}
