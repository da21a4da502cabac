/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.brand;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Whether an SVG draws and does nothing else: only elements that are known to be harmless, no scripts, nothing from elsewhere. What is
 * not known is refused and not taken out, so that nobody's picture changes. Stateless.
 */
final class SafeSvg {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final int DEEPEST = 50;
    private static final int MOST_ELEMENTS = 5_000;

    /** Without {@code use}, of which few unfold to millions. */
    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "defs",
            "title",
            "desc",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "lineargradient",
            "radialgradient",
            "stop",
            "clippath",
            "mask",
            "style");

    private static final Pattern ELSEWHERE =
            Pattern.compile("url\\s*\\(\\s*['\"]?\\s*[^#'\"\\s]|@|\\\\|expression|javascript:|-moz-binding|</|<!");

    private SafeSvg() {}

    /** @return what is wrong with it; empty when it is fine */
    static Optional<String> check(byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                return Optional.ofNullable(wrong(reader));
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            return Optional.of("it is no XML that can be read");
        }
    }

    private static String wrong(XMLStreamReader reader) throws XMLStreamException {
        int depth = 0;
        int elements = 0;
        while (reader.hasNext()) {
            String found =
                    switch (reader.next()) {
                        case XMLStreamConstants.START_ELEMENT -> element(reader, depth++, ++elements);
                        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> "a DOCTYPE or entities";
                        case XMLStreamConstants.PROCESSING_INSTRUCTION -> "a processing instruction";
                        default -> null;
                    };
            if (found == null
                    && reader.isStartElement()
                    && reader.getLocalName().equals("style")) {
                // as a whole, whatever comments cut it; an element in it is no style
                found = value("style", reader.getElementText());
            }
            if (found != null) {
                return found;
            }
            if (reader.isEndElement()) {
                depth--;
            }
        }
        return null;
    }

    private static String element(XMLStreamReader reader, int depth, int count) {
        String name = reader.getLocalName();
        if (!SVG.equals(reader.getNamespaceURI()) || !ELEMENTS.contains(name.toLowerCase(Locale.ROOT))) {
            return "the element " + shortened(name);
        }
        if (depth == 0 && !name.equals("svg")) {
            return "no svg element around it";
        }
        if (depth > DEEPEST || count > MOST_ELEMENTS) {
            return "too many elements";
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attribute = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            boolean link = attribute.equals("href") || XLINK.equals(reader.getAttributeNamespace(i));
            if (attribute.startsWith("on")
                    || link && !reader.getAttributeValue(i).startsWith("#")) {
                return "the attribute " + shortened(attribute);
            }
            String found = value(attribute, reader.getAttributeValue(i));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static String value(String where, String text) {
        return ELSEWHERE.matcher(text.toLowerCase(Locale.ROOT)).find()
                ? "something from elsewhere in " + shortened(where)
                : null;
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }
}
