/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.record;

import java.time.Instant;

/**
 * When, by whom and through what a record was created or last changed.
 *
 * @param at UTC, to the microsecond
 * @param by the actor's name
 * @param through the source, for example {@code REST} or {@code CONNECTION:tryton}
 */
public record Stamp(Instant at, String by, String through) {}
