/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.io.InputStream;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

import org.apache.cxf.helpers.HttpHeaderHelper;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.interceptor.StaxInEndingInterceptor;
import org.apache.cxf.interceptor.StaxInInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.StaxUtils;

/**
 * Reads the request in the place of CXF's own interceptor, which puts up with bytes that are not UTF-8 and passes over
 * document type declarations and entities in silence. SOAP forbids both. Thread-safe.
 */
final class StrictParser extends AbstractPhaseInterceptor<Message> {
    StrictParser() {
        super(Phase.POST_STREAM);
        addBefore(StaxInInterceptor.class.getName());
    }

    @Override
    public void handleMessage(Message message) {
        InputStream body = message.getContent(InputStream.class);
        if (body == null) {
            return;
        }
        try {
            XMLStreamReader reader = StaxUtils.configureReader(open(body, message), message);
            message.setContent(XMLStreamReader.class, new Refusing(reader));
        } catch (XMLStreamException e) {
            throw new Fault(e);
        }
        message.getInterceptorChain().add(StaxInEndingInterceptor.INSTANCE);
    }

    /**
     * Without being told the parser finds the encoding out by itself, and refuses what is not UTF-8. CXF takes a body
     * without charset for Latin-1.
     */
    private static XMLStreamReader open(InputStream body, Message message) {
        String type = (String) message.get(Message.CONTENT_TYPE);
        String told = type == null ? null : HttpHeaderHelper.findCharset(type);
        return told == null || told.equalsIgnoreCase("UTF-8")
                ? StaxUtils.createXMLStreamReader(body)
                : StaxUtils.createXMLStreamReader(body, told);
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
