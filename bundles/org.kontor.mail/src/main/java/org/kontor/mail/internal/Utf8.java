/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Karaf reads its settings files as ISO 8859-1, and people write them in UTF-8. Text that would be UTF-8 if read so is meant
 * so: in ISO 8859-1 nobody writes such pairs of letters. Stateless.
 */
final class Utf8 {
    private Utf8() {}

    static String of(String setting) {
        CharsetEncoder latin = StandardCharsets.ISO_8859_1.newEncoder();
        if (!latin.canEncode(setting)) {
            return setting;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(setting.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return setting;
        }
    }
}
