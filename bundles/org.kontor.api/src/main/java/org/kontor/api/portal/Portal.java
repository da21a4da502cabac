/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.portal;

import java.util.UUID;

/**
 * Where an account has its own view.
 *
 * @param url a visit begins there, with a code behind it
 */
public record Portal(UUID account, String url, long version) {}
