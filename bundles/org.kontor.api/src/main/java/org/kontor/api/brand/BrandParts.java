/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.brand;

import java.util.HashMap;
import java.util.Map;

/**
 * What a brand is to say, but its logo. Null or blank: that comes from above.
 *
 * @param texts by language, {@code en} and {@code fr}
 */
public record BrandParts(String name, String colour, Map<String, String> texts) {
    public BrandParts {
        texts = new HashMap<>(texts);
        texts.values().removeIf(text -> text == null);
        texts = Map.copyOf(texts);
    }
}
