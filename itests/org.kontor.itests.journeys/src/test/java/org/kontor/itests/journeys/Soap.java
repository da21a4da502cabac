/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** SOAP envelopes by hand. */
final class Soap {
    static final String NAMESPACE = "urn:kontor:customers:v1";
    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    private Soap() {}

    /** The envelope around a body whose elements stand in the namespace of the service. */
    static String envelope(String body) {
        return "<s:Envelope xmlns:s='" + ENVELOPE + "' xmlns='" + NAMESPACE + "'><s:Body>" + body
                + "</s:Body></s:Envelope>";
    }

    static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError("Not XML: " + xml, e);
        }
    }

    /** Text of the first element of that local name, or null. */
    static String text(Document document, String name) {
        NodeList found = document.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? null : found.item(0).getTextContent();
    }

    /** {@code code field rule} of a typed fault; {@code code} of any other. */
    static String fault(Api.Answer answer) {
        Document document = parse(answer.text());
        String code = text(document, "code");
        if (code == null) {
            String said = String.valueOf(text(document, "faultstring"));
            return said.replaceFirst("^([a-z_]+): .*", "$1");
        }
        StringBuilder fault = new StringBuilder(code);
        NodeList violations = document.getElementsByTagNameNS("*", "violation");
        for (int i = 0; i < violations.getLength(); i++) {
            Element violation = (Element) violations.item(i);
            fault.append(i == 0 ? " " : ", ")
                    .append(child(violation, "field"))
                    .append(' ')
                    .append(child(violation, "rule"));
        }
        return fault.toString();
    }

    private static String child(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? null : found.item(0).getTextContent();
    }
}
