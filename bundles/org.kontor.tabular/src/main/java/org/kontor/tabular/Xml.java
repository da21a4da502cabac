/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tabular;

import java.io.Closeable;
import java.io.IOException;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.kontor.api.error.KontorException;

/**
 * One part of an XLSX file as a stream of elements, told by their local names: namespaces differ between the transitional
 * and the strict form. No document type, no entities. Not thread-safe.
 */
final class Xml implements Closeable {
    private static final int MAX_DEPTH = 100;
    private static final XMLInputFactory FACTORY = factory();

    private final XlsxPackage.Part bytes;
    private final XMLStreamReader reader;
    private int depth;

    /** The JDK's own, whichever others are installed: what is refused must not depend on that. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    Xml(XlsxPackage.Part bytes) {
        this.bytes = bytes;
        this.reader = strict(() -> FACTORY.createXMLStreamReader(bytes));
    }

    private interface Reading<T> {
        T read() throws XMLStreamException;
    }

    private static <T> T strict(Reading<T> reading) {
        try {
            return reading.read();
        } catch (XMLStreamException e) {
            for (Throwable t = e; t != null; t = nested(t)) {
                if (t instanceof KontorException refusal) {
                    throw refusal;
                }
            }
            throw broken();
        } catch (KontorException refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            throw broken(); // the parser stumbles over some broken bytes in its own ways
        }
    }

    private static Throwable nested(Throwable failure) {
        return failure instanceof XMLStreamException xml && xml.getNestedException() != null
                ? xml.getNestedException()
                : failure.getCause();
    }

    static KontorException broken() {
        return Table.malformed("The file is not a proper XLSX file.");
    }

    /** Goes to the next beginning of an element; false at the end. */
    boolean nextStart() {
        return next(null);
    }

    /** Goes to the next beginning of an element, or says false at the end of the named one, or of all. */
    boolean nextStartIn(String parent) {
        return next(parent);
    }

    private boolean next(String parent) {
        return strict(() -> {
            while (reader.hasNext()) {
                int event = step();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    deeper();
                    return true;
                }
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw broken();
                }
                if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                    if (reader.getLocalName().equals(parent)) {
                        return false;
                    }
                }
            }
            return false;
        });
    }

    private int step() throws XMLStreamException {
        bytes.step();
        return reader.next();
    }

    private void deeper() {
        if (++depth > MAX_DEPTH) {
            throw broken();
        }
    }

    boolean is(String name) {
        return reader.getLocalName().equals(name);
    }

    /** The attribute in any namespace, or null. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The whole number that an attribute holds. */
    int number(String name, int otherwise) {
        String text = attribute(name);
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw broken();
        }
    }

    /** The text of the element, elements inside left out, up to its end. */
    String text() {
        return strict(() -> {
            StringBuilder text = new StringBuilder();
            int inside = 0;
            while (true) {
                switch (step()) {
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (inside == 0) {
                            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                        }
                        if (text.length() > Table.MAX_TEXT) {
                            throw Table.malformed("A cell has more than " + Table.MAX_TEXT + " characters.");
                        }
                    }
                    case XMLStreamConstants.START_ELEMENT -> {
                        deeper();
                        inside++;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        if (inside-- == 0) {
                            return text.toString();
                        }
                    }
                    case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.END_DOCUMENT -> throw broken();
                    default -> {
                        // comments and processing instructions say nothing
                    }
                }
            }
        });
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            bytes.close();
        }
    }
}
