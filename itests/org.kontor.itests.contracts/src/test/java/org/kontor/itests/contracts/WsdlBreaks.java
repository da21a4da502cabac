/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.contracts;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * What a new WSDL breaks for a client of an old one. Both must be one file each. New are allowed: operations, messages,
 * types, elements, bindings and ports; at the end of a sequence, optional elements; nothing else. Documentation does not
 * count, nor does the address. Not thread-safe; one per comparison.
 */
final class WsdlBreaks {
    /** In these, children are found by kind and name, and more may come. */
    private static final Set<String> GROWING = Set.of("definitions", "types", "schema", "portType", "service");
    /** In a binding, operations may come; what says how it speaks may not change. */
    private static final String BINDING = "binding";

    private static final Set<String> REFERENCES =
            Set.of("type", "ref", "base", "element", "message", "binding", "itemType");
    private static final Set<String> IGNORED = Set.of("documentation", "annotation", "address");

    private final Set<String> breaks = new TreeSet<>();

    private WsdlBreaks() {}

    /** One line for each; empty when the new one only grew. */
    static Set<String> between(String older, String newer) {
        WsdlBreaks found = new WsdlBreaks();
        found.compare(parse(older), parse(newer), "wsdl");
        return found.breaks;
    }

    private static Element parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
            return document.getDocumentElement();
        } catch (Exception e) {
            throw new IllegalArgumentException("Not a WSDL", e);
        }
    }

    private void compare(Element older, Element newer, String place) {
        if (!attributes(older).equals(attributes(newer))) {
            breaks.add(place + ": is " + attributes(newer) + ", was " + attributes(older));
        }
        String kind = older.getLocalName();
        if (GROWING.contains(kind) || kind.equals(BINDING) && older.hasAttribute("type")) {
            named(older, newer, place);
        } else {
            ordered(older, newer, place, kind.equals("sequence"));
        }
    }

    private void named(Element older, Element newer, String place) {
        Map<String, Element> now = new TreeMap<>();
        children(newer).forEach(child -> now.put(key(child), child));
        for (Element child : children(older)) {
            Element same = now.get(key(child));
            if (same == null) {
                breaks.add(place + "/" + key(child) + " is gone");
            } else {
                compare(child, same, place + "/" + key(child));
            }
        }
    }

    private void ordered(Element older, Element newer, String place, boolean growing) {
        List<Element> before = children(older);
        List<Element> now = children(newer);
        for (int i = 0; i < before.size(); i++) {
            String expected = key(before.get(i));
            if (i >= now.size()) {
                breaks.add(place + "/" + expected + " is gone");
            } else if (!key(now.get(i)).equals(expected)) {
                breaks.add(place + "/" + key(now.get(i)) + " stands where " + expected + " was");
                return;
            } else {
                compare(before.get(i), now.get(i), place + "/" + expected);
            }
        }
        for (int i = before.size(); i < now.size(); i++) {
            if (!growing || !now.get(i).getAttribute("minOccurs").equals("0")) {
                breaks.add(place + "/" + key(now.get(i)) + " is new and not optional");
            }
        }
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && !IGNORED.contains(child.getLocalName())) {
                children.add(child);
            }
        }
        return children;
    }

    /** The binding element of SOAP 1.1 is another than that of SOAP 1.2. */
    private static String key(Element element) {
        String name = element.hasAttribute("name") ? element.getAttribute("name") : element.getAttribute("ref");
        String kind = element.getNamespaceURI().endsWith("/soap12/")
                ? "soap12:" + element.getLocalName()
                : element.getLocalName();
        return name.isEmpty() ? kind : kind + " " + name;
    }

    private static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!attribute.getName().startsWith("xmlns")) {
                attributes.put(attribute.getName(), value(element, attribute));
            }
        }
        return attributes;
    }

    /** Prefixes may change, what they stand for may not. */
    private static String value(Element element, Attr attribute) {
        String text = attribute.getValue();
        int colon = text.indexOf(':');
        if (!REFERENCES.contains(attribute.getName()) || colon < 0) {
            return text;
        }
        return "{" + element.lookupNamespaceURI(text.substring(0, colon)) + "}" + text.substring(colon + 1);
    }
}
