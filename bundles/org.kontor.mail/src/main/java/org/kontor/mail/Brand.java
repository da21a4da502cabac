/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail;

import java.util.Map;

/**
 * How mails and pages look.
 *
 * @param name what the installation is called
 * @param colour like {@code #1f5fa8}, of buttons and the line on top
 * @param ink black or white, whichever is read more easily on that colour
 * @param logo null for none
 * @param texts a line at the end, by language; may be missing
 */
public record Brand(String name, String colour, String ink, Logo logo, Map<String, String> texts) {
    /** A picture with its type: {@code image/png}, {@code image/jpeg} or {@code image/svg+xml}. */
    public record Logo(String type, byte[] bytes) {
        /** Mail programs show no SVG. */
        public boolean isForMails() {
            return !type.equals("image/svg+xml");
        }
    }

    public Brand {
        texts = Map.copyOf(texts);
    }
}
