/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;

/** The texts that cells share. Immutable. */
final class XlsxTexts {
    private static final int MAX_COUNT = 2_000_000;
    private static final long MAX_CHARACTERS = 64L << 20;
    /** How a control character, or such a sequence itself, is written in a cell. */
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> texts;

    private XlsxTexts(List<String> texts) {
        this.texts = texts;
    }

    /** @param part null when the file has none */
    static XlsxTexts read(XlsxPackage.Part part) throws IOException {
        List<String> texts = new ArrayList<>();
        if (part == null) {
            return new XlsxTexts(texts);
        }
        long characters = 0;
        try (Xml xml = new Xml(part)) {
            while (xml.nextStart()) {
                if (xml.is("si")) {
                    String text = text(xml, "si");
                    texts.add(text);
                    characters += text.length();
                    if (characters > MAX_CHARACTERS || texts.size() > MAX_COUNT) {
                        throw new KontorException(
                                ErrorCode.BODY_TOO_LARGE,
                                "The XLSX file has more text than is read here. Save it as CSV, or in parts.");
                    }
                }
            }
        }
        return new XlsxTexts(texts);
    }

    /** The text of an {@code si} or {@code is}: its runs one after the other, without the hints for reading aloud. */
    static String text(Xml xml, String element) {
        StringBuilder text = new StringBuilder();
        while (xml.nextStartIn(element)) {
            if (xml.is("t")) {
                text.append(xml.text());
            } else if (xml.is("rPh")) {
                while (xml.nextStartIn("rPh")) {
                    xml.text();
                }
            }
            if (text.length() > Table.MAX_TEXT) {
                throw Table.malformed("A cell has more than " + Table.MAX_TEXT + " characters.");
            }
        }
        return unescape(text.toString());
    }

    static String unescape(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                : text;
    }

    String get(String index) {
        try {
            return texts.get(Integer.parseInt(index));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw Xml.broken();
        }
    }
}
