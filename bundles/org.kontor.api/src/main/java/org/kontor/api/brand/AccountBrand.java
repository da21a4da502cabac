/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.brand;

import java.util.Map;
import java.util.UUID;

/**
 * How mails and pages about a partner's accounts look (requirement P2), as far as the partner itself says so. Immutable.
 *
 * @param account the partner
 * @param name null for that of above
 * @param colour like {@code #1f5fa8}; null for that of above
 * @param texts a line at the end by language, {@code en} and {@code fr}; what is missing comes from above
 * @param logo null for that of above
 * @param version one more with each change
 */
public record AccountBrand(
        UUID account, String name, String colour, Map<String, String> texts, Logo logo, long version) {
    /** A picture, told by its digest. */
    public record Logo(String mediaType, int size, String sha256) {}

    public AccountBrand {
        texts = Map.copyOf(texts);
    }
}
