/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of files in {@code Content-Disposition} (RFC 6266, RFC 8187). Stateless. */
final class FileNames {
    /** What stands in an extended value as it is (attr-char of RFC 8187). */
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";

    private static final Pattern EXTENDED =
            Pattern.compile(";\\s*filename\\*\\s*=\\s*utf-8'[^']*'([^;\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED =
            Pattern.compile(";\\s*filename\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOKEN =
            Pattern.compile(";\\s*filename\\s*=\\s*([^;\\s\"]+)", Pattern.CASE_INSENSITIVE);
    private static final int MAX_LENGTH = 4000;

    private FileNames() {}

    /**
     * The name that a header says; the extended form goes before the other.
     *
     * @param disposition null for none
     * @return null when there is none that can be read
     */
    static String of(String disposition) {
        if (disposition == null || disposition.length() > MAX_LENGTH) {
            return null;
        }
        Matcher extended = EXTENDED.matcher(disposition);
        String name = extended.find() ? decoded(extended.group(1)) : null;
        if (name != null) {
            return name;
        }
        Matcher quoted = QUOTED.matcher(disposition);
        if (quoted.find()) {
            return quoted.group(1).replaceAll("\\\\(.)", "$1");
        }
        Matcher token = TOKEN.matcher(disposition);
        return token.find() ? token.group(1) : null;
    }

    private static String decoded(String value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < value.length(); i++) {
            char one = value.charAt(i);
            if (one != '%') {
                bytes.write(one);
                continue;
            }
            int code = i + 2 < value.length()
                    ? Character.digit(value.charAt(i + 1), 16) * 16 + Character.digit(value.charAt(i + 2), 16)
                    : -1;
            if (code < 0) {
                return null;
            }
            bytes.write(code);
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** The header of an answer that is to be saved under the name, for old clients in ASCII, too. */
    static String attachment(String name) {
        StringBuilder ascii = new StringBuilder();
        name.codePoints().forEach(c -> ascii.appendCodePoint(c >= ' ' && c < 0x7F && c != '"' && c != '\\' ? c : '_'));
        StringBuilder extended = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(one) >= 0) {
                extended.append((char) one);
            } else {
                extended.append(String.format("%%%02X", one));
            }
        }
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + extended;
    }
}
