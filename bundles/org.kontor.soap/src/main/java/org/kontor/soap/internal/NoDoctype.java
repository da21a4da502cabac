/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

import org.apache.cxf.interceptor.StaxInInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/**
 * Refuses document type declarations, which SOAP forbids, and references to entities. CXF's parser reads neither, but it
 * passes over them in silence. Thread-safe.
 */
final class NoDoctype extends AbstractPhaseInterceptor<Message> {
    NoDoctype() {
        super(Phase.POST_STREAM);
        addAfter(StaxInInterceptor.class.getName());
    }

    @Override
    public void handleMessage(Message message) {
        XMLStreamReader reader = message.getContent(XMLStreamReader.class);
        if (reader != null) {
            message.setContent(XMLStreamReader.class, new Refusing(reader));
        }
    }

    private static final class Refusing extends StreamReaderDelegate {
        Refusing(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == DTD) {
                throw new XMLStreamException("A document type declaration is not allowed.", getLocation());
            }
            if (event == ENTITY_REFERENCE) {
                throw new XMLStreamException("The entity is not declared; only XML's own are.", getLocation());
            }
            return event;
        }

        /** By way of our {@link #next()}; the parser's own would pass over the declaration. */
        @Override
        public int nextTag() throws XMLStreamException {
            int event = next();
            while (event != START_ELEMENT && event != END_ELEMENT) {
                if (event == END_DOCUMENT || (event == CHARACTERS || event == CDATA) && !isWhiteSpace()) {
                    throw new XMLStreamException("An element is expected here.", getLocation());
                }
                event = next();
            }
            return event;
        }

        @Override
        public String getElementText() throws XMLStreamException {
            StringBuilder text = new StringBuilder();
            for (int event = next(); event != END_ELEMENT; event = next()) {
                if (event == START_ELEMENT || event == END_DOCUMENT) {
                    throw new XMLStreamException("Only text is expected here.", getLocation());
                }
                if (event == CHARACTERS || event == CDATA || event == SPACE) {
                    text.append(getText());
                }
            }
            return text.toString();
        }
    }
}
