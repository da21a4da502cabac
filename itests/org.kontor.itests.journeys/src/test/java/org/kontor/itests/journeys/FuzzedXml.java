/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.apache.xmlbeans.SchemaType;
import org.apache.xmlbeans.SchemaTypeSystem;
import org.apache.xmlbeans.XmlBeans;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.impl.xsd2inst.SampleXmlUtil;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Makes the bodies of SOAP requests from the schema in a WSDL: samples of each element, changed at some places. */
final class FuzzedXml {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final int DEEP = 300;

    private final Nasty nasty;
    private final List<String> ids;
    /** A sample of each request, by the name of its element. */
    private final Map<String, String> samples = new LinkedHashMap<>();

    FuzzedXml(String wsdl, Nasty nasty, List<String> ids) throws XmlException {
        this.nasty = nasty;
        this.ids = ids;
        Document document = Soap.parse(wsdl);
        List<XmlObject> schemas = new ArrayList<>();
        NodeList found = document.getElementsByTagNameNS(XSD, "schema");
        for (int i = 0; i < found.getLength(); i++) {
            Element schema = (Element) found.item(i);
            prefixes(document.getDocumentElement(), schema);
            schemas.add(XmlObject.Factory.parse(schema));
        }
        SchemaTypeSystem types =
                XmlBeans.compileXsd(schemas.toArray(new XmlObject[0]), XmlBeans.getBuiltinTypeSystem(), null);
        List<String> requests = requests(document);
        for (SchemaType type : types.documentTypes()) {
            String name = type.getDocumentElementName().getLocalPart();
            if (requests.contains(name)) {
                samples.put(name, SampleXmlUtil.createSampleForType(type));
            }
        }
    }

    /** A schema inside a WSDL uses prefixes that are declared around it. */
    private static void prefixes(Element around, Element schema) {
        for (int i = 0; i < around.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) around.getAttributes().item(i);
            if (attribute.getName().startsWith("xmlns:") && !schema.hasAttribute(attribute.getName())) {
                schema.setAttributeNS(attribute.getNamespaceURI(), attribute.getName(), attribute.getValue());
            }
        }
    }

    /** The elements of the operations' input messages. */
    private static List<String> requests(Document wsdl) {
        List<String> messages = new ArrayList<>();
        NodeList inputs = wsdl.getElementsByTagNameNS(WSDL, "input");
        for (int i = 0; i < inputs.getLength(); i++) {
            messages.add(local(((Element) inputs.item(i)).getAttribute("message")));
        }
        List<String> elements = new ArrayList<>();
        NodeList parts = wsdl.getElementsByTagNameNS(WSDL, "part");
        for (int i = 0; i < parts.getLength(); i++) {
            Element part = (Element) parts.item(i);
            if (messages.contains(((Element) part.getParentNode()).getAttribute("name"))) {
                elements.add(local(part.getAttribute("element")));
            }
        }
        return elements;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    List<String> operations() {
        return new ArrayList<>(samples.keySet());
    }

    /** A request: its sample with values that make sense. */
    String plain(String operation) throws Exception {
        return text(sample(operation));
    }

    private Document sample(String operation) throws Exception {
        Document document = Soap.parse(samples.get(operation));
        for (Element leaf : leaves(document.getDocumentElement())) {
            leaf.setTextContent(sensible(leaf));
        }
        return document;
    }

    /** The same, then changed at up to four places. */
    String request(String operation) throws Exception {
        Document document = sample(operation);
        for (int i = nasty.below(5); i > 0; i--) {
            List<Element> all = new ArrayList<>();
            collect(document.getDocumentElement(), all);
            change(document, nasty.of(all));
        }
        return text(document);
    }

    private static String text(Document document) throws Exception {
        Transformer writer = TransformerFactory.newInstance().newTransformer();
        writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter text = new StringWriter();
        writer.transform(new DOMSource(document), new StreamResult(text));
        return text.toString();
    }

    private String sensible(Element leaf) {
        String name = leaf.getLocalName().toLowerCase(java.util.Locale.ROOT);
        if (name.endsWith("id") && !name.contains("tax") && !name.contains("external") && !name.contains("request")) {
            return nasty.of(ids);
        }
        if (name.contains("version") || name.contains("limit")) {
            return String.valueOf(1 + nasty.below(3));
        }
        String sample = leaf.getTextContent();
        return sample.equals("string") ? nasty.word() : sample;
    }

    private void change(Document document, Element element) {
        Node parent = element.getParentNode();
        boolean root = parent == document;
        switch (nasty.below(root ? 5 : 8)) {
            case 0 -> element.setTextContent(storable(nasty.text()));
            case 1 -> element.setAttributeNS(XSI, "xsi:nil", nasty.oneIn(3) ? storable(nasty.text()) : "true");
            case 2 -> element.setAttribute("fuzz", storable(nasty.text()));
            case 3 -> element.appendChild(document.createElementNS(element.getNamespaceURI(), "fuzz"));
            case 4 -> element.appendChild(deep(document, element.getNamespaceURI()));
            case 5 -> parent.insertBefore(element.cloneNode(true), element);
            case 6 -> parent.removeChild(element);
            default -> document.renameNode(element, nasty.oneIn(2) ? "urn:other" : element.getNamespaceURI(), "fuzz");
        }
    }

    private Element deep(Document document, String namespace) {
        Element top = document.createElementNS(namespace, "fuzz");
        Element at = top;
        for (int i = nasty.oneIn(4) ? DEEP : 3; i > 0; i--) {
            Element next = document.createElementNS(namespace, "fuzz");
            at.appendChild(next);
            at = next;
        }
        return top;
    }

    /** What a DOM can write; what XML cannot hold at all is sent by changing bytes. */
    private static String storable(String text) {
        return text.replaceAll("[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "?");
    }

    private static List<Element> leaves(Element top) {
        List<Element> all = new ArrayList<>();
        collect(top, all);
        all.removeIf(element -> element.getElementsByTagNameNS("*", "*").getLength() > 0);
        return all;
    }

    private static void collect(Element top, List<Element> all) {
        all.add(top);
        for (Node child = top.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                collect(element, all);
            }
        }
    }
}
