/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.record;

import java.util.List;

/**
 * A postal address; every part may be missing.
 *
 * @param lines street, house, building: at most five
 * @param region ISO 3166-2
 * @param country ISO 3166-1 alpha-2
 */
public record Address(List<String> lines, String postalCode, String city, String region, String country) {
    public Address {
        lines = List.copyOf(lines);
    }
}
