/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Values that programs stumble over. One per seed; not thread-safe. */
final class Nasty {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\uD800",
            "\uFFFE",
            "\u202Eright to left",
            "e\u0301\u0301\u0301\u0301",
            "\uD83D\uDE00\uD83C\uDFFD",
            "' OR '1'='1",
            "\"; DROP TABLE customer; --",
            "%' ESCAPE '",
            "${jndi:ldap://127.0.0.1/a}",
            "#{7*7}",
            "../../../../etc/passwd",
            "..%2f..%2f",
            "<script>alert(1)</script>",
            "]]>",
            "<![CDATA[",
            "\r\nX-Injected: yes",
            "\n",
            "\t",
            "-1",
            "0",
            "1e308",
            "NaN",
            "99999999999999999999",
            "-9223372036854775809",
            "true",
            "null",
            "[]",
            "{}",
            "9999-12-31T23:59:59Z",
            "-0001-01-01T00:00:00Z",
            "2026-02-30",
            "00000000-0000-0000-0000-000000000000",
            "01890000-0000-7000-8000-000000000000",
            "x".repeat(300),
            "\u00FC".repeat(10_000),
            "A,B;C\tD\"E",
            "=1+1",
            "*",
            "%",
            "%zz",
            "?",
            "#",
            "&a=b",
            "\\");

    private final Random random;

    Nasty(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String text() {
        return oneIn(4) ? noise(random.nextInt(60)) : of(TEXTS);
    }

    /** A short word that nothing speaks against. */
    String word() {
        StringBuilder word = new StringBuilder("fuzz");
        for (int i = 0; i < 6; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private String noise(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(random.nextInt(oneIn(3) ? 0x1FFFF : 0x250));
        }
        return text.toString();
    }

    /** The text as bytes, now and then cut, doubled, in another charset or with a byte changed. */
    byte[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0 || !oneIn(6)) {
            return bytes;
        }
        switch (random.nextInt(4)) {
            case 0:
                return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1:
                return (text + text).getBytes(StandardCharsets.UTF_8);
            case 2:
                return text.getBytes(StandardCharsets.UTF_16LE);
            default:
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                return bytes;
        }
    }

    /** Makes three customers with a location each, named by words of this; gives their ids. */
    List<String> records(Api api) throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String customer = api.made("/customers", "{\"name\":\"" + word() + "\"}")
                    .get("id")
                    .asText();
            ids.add(customer);
            ids.add(api.made("/locations", "{\"name\":\"" + word() + "\",\"customerId\":\"" + customer + "\"}")
                    .get("id")
                    .asText());
        }
        return ids;
    }
}
