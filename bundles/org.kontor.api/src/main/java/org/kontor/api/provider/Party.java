/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.provider;

import java.util.UUID;

/**
 * An account as others know it who do not see it.
 *
 * @param name null while the other side may not know it
 */
public record Party(UUID id, String name) {}
