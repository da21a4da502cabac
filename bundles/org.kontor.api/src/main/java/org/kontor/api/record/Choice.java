/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.record;

import java.util.UUID;

/**
 * A record as a drop-down shows it.
 *
 * @param archived so that it can be marked (C5)
 */
public record Choice(UUID id, String code, String name, boolean archived) {}
