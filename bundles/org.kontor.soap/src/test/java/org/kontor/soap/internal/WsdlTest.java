/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javax.wsdl.Definition;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;

import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.tools.validator.internal.WSIBPValidator;
import org.apache.cxf.wsdl.WSDLManager;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import org.kontor.api.account.AccountField;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

/** The contract as it is written and as it is served. */
@RunWith(Parameterized.class)
@Shows("V2")
public class WsdlTest {
    @Parameters(name = "{0}")
    public static Object[] contracts() {
        return new Object[] {"customers", "records"};
    }

    private static final Set<Field> FOR_EVER =
            Set.of(AccountField.TYPE, AccountField.STAGE, AccountField.CUSTOMER, AccountField.LAB);
    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final String SOAP = "http://schemas.xmlsoap.org/wsdl/soap/";
    private static final String SOAP_12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
    private static final String XSD = XMLConstants.W3C_XML_SCHEMA_NS_URI;

    private final String name;
    private final String text;
    private final Document wsdl;

    public WsdlTest(String name) {
        this.name = name;
        this.text = written(name);
        this.wsdl = parsed(text);
    }

    @Test
    public void everyFieldHasItsElement() {
        for (RecordType recordType : RecordType.values()) {
            // customers v1 stays as it is
            if (recordType == RecordType.ACCOUNT && name.equals("customers")) {
                continue;
            }
            String type =
                    recordType.name().charAt(0) + recordType.name().substring(1).toLowerCase(Locale.ROOT);
            for (Field field : recordType.fields()) {
                assertDescribed(field, element(type, field.path()));
                // a location is created under its customer, so does not name it
                if (field != LocationField.CUSTOMER && field != AccountField.CONVERTED_TO) {
                    assertDescribed(field, element(type + "Input", field.path()));
                    if (name.equals("records") && !FOR_EVER.contains(field)) {
                        assertDescribed(field, element(type + "Change", field.path()));
                    }
                }
            }
        }
    }

    private static void assertDescribed(Field field, Element element) {
        String said = documentation(element);
        boolean shared = field.path().contains(".") && field.path().startsWith("billing");
        if (!shared && field != LocationField.ADDRESS_LINES && field != CustomerField.ADDRESS_LINES) {
            String sentence = field.description().replaceAll("[.;].*$", "");
            assertTrue(field.path() + ": " + said, said.startsWith(sentence));
        }
        assertTrue(field.path() + ": " + said, said.matches("(?s).*\\b" + field.maxLength() + "\\b.*"));
        field.choices().forEach(choice -> assertTrue(field.path() + " lacks " + choice, said.contains(choice)));
    }

    /** The element that a path of the services leads to; lists are repeated elements named in the singular. */
    private Element element(String type, String path) {
        Element found = null;
        String in = type;
        String inXml = name.equals("customers") ? path.replace("lines", "line").replace("tags", "tag") : path;
        for (String step : inXml.split("\\.")) {
            found = child(in, step);
            assertNotNull(type + " has no " + path, found);
            in = found.getAttribute("type").replace("tns:", "");
        }
        return found;
    }

    private Element child(String complexType, String name) {
        return all(XSD, "element").stream()
                .filter(e -> e.getAttribute("name").equals(name))
                .filter(e -> ((Element) e.getParentNode().getParentNode())
                        .getAttribute("name")
                        .equals(complexType))
                .findFirst()
                .orElse(null);
    }

    @Test
    public void everyElementAndTypeIsDescribed() {
        all(XSD, "element")
                .forEach(e ->
                        assertFalse(e.getAttribute("name"), documentation(e).isBlank()));
        all(XSD, "complexType").stream()
                .filter(e -> e.hasAttribute("name"))
                .forEach(e ->
                        assertFalse(e.getAttribute("name"), documentation(e).isBlank()));
        all(WSDL, "operation").stream()
                .filter(e -> e.getParentNode().getLocalName().equals("portType"))
                .forEach(e ->
                        assertFalse(e.getAttribute("name"), e.getTextContent().isBlank()));
    }

    @Test
    public void documentLiteralWrapped() {
        Set<String> elements = new HashSet<>();
        all(XSD, "element").stream()
                .filter(e -> e.getParentNode().getLocalName().equals("schema"))
                .forEach(e -> elements.add("tns:" + e.getAttribute("name")));
        for (Element message : all(WSDL, "message")) {
            List<Element> parts = children(message, WSDL, "part");
            assertEquals(message.getAttribute("name"), 1, parts.size());
            assertTrue(
                    message.getAttribute("name"), elements.contains(parts.get(0).getAttribute("element")));
            assertFalse(parts.get(0).hasAttribute("type"));
        }
        for (Element operation : operations("portType")) {
            String name = operation.getAttribute("name");
            assertEquals("tns:" + name + "Request", message(operation, "input"));
            assertEquals("tns:" + name + "Response", message(operation, "output"));
            assertTrue(name, elements.contains("tns:" + name) && elements.contains("tns:" + name + "Response"));
        }
    }

    @Test
    public void basicProfile() {
        Element schema = all(XSD, "schema").get(0);
        assertEquals(1, all(XSD, "schema").size());
        assertEquals("qualified", schema.getAttribute("elementFormDefault"));
        assertEquals("urn:kontor:" + name + ":v1", schema.getAttribute("targetNamespace"));
        assertEquals("urn:kontor:" + name + ":v1", wsdl.getDocumentElement().getAttribute("targetNamespace"));
        assertEquals(List.of(), all(XSD, "import"));
        assertEquals(List.of(), all(WSDL, "import"));
        assertEquals(List.of(), all(XSD, "enumeration"));
        for (String soap : new String[] {SOAP, SOAP_12}) {
            assertEquals(1, all(soap, "binding").size());
            assertEquals("document", all(soap, "binding").get(0).getAttribute("style"));
            assertEquals(
                    "http://schemas.xmlsoap.org/soap/http",
                    all(soap, "binding").get(0).getAttribute("transport"));
            all(soap, "body").forEach(body -> assertEquals("literal", body.getAttribute("use")));
            List<Element> bound = operations("binding").stream()
                    .filter(operation -> !children(operation, soap, "operation").isEmpty())
                    .toList();
            assertEquals(operations("portType").size(), bound.size());
            bound.forEach(operation -> assertBound(operation, soap));
        }
    }

    private void assertBound(Element operation, String namespace) {
        Element soap = children(operation, namespace, "operation").get(0);
        assertTrue(soap.hasAttribute("soapAction"));
        assertEquals("document", soap.getAttribute("style"));
        Element abstractly = operations("portType").stream()
                .filter(o -> o.getAttribute("name").equals(operation.getAttribute("name")))
                .findFirst()
                .orElseThrow();
        assertEquals(faults(abstractly), faults(operation));
        for (Element fault : children(operation, WSDL, "fault")) {
            Element soapFault = children(fault, namespace, "fault").get(0);
            assertEquals(fault.getAttribute("name"), soapFault.getAttribute("name"));
            assertEquals("literal", soapFault.getAttribute("use"));
        }
    }

    /** What CXF's checker of the Basic Profile has to say: nothing. */
    @Test
    public void basicProfileChecker() throws Exception {
        Bus bus = new CXFBusFactory().createBus();
        try {
            Definition definition = bus.getExtension(WSDLManager.class)
                    .getDefinition(
                            getClass().getResource("/wsdl/" + name + "-v1.wsdl").toString());
            WSIBPValidator validator = new WSIBPValidator(definition);
            assertTrue(validator.getErrorMessage(), validator.isValid());
        } finally {
            bus.shutdown(true);
        }
    }

    @Test
    public void schemaIsValid() throws Exception {
        assertNotNull(SchemaFactory.newInstance(XSD)
                .newSchema(new DOMSource(all(XSD, "schema").get(0))));
    }

    @Test
    public void servedAsWritten() throws Exception {
        try (TestServer server = new TestServer(0)) {
            server.actor = null;
            for (String query : new String[] {"?wsdl", "?WSDL", "?singleWsdl", "?wsdl=1"}) {
                HttpResponse<String> served = Raw.send("GET", url(server) + query);
                assertEquals(200, served.statusCode());
                assertTrue(
                        served.headers().firstValue("Content-Type").orElse("").startsWith("text/xml"));
                assertEquals(text.replace("http://localhost:8181/kontor/soap/v1/" + name, url(server)), served.body());
            }
            HttpResponse<String> head = Raw.send("HEAD", url(server) + "?wsdl");
            assertEquals(200, head.statusCode());
            assertEquals("", head.body());
        }
    }

    @Test
    public void otherMethodsAreNotOffered() throws Exception {
        try (TestServer server = new TestServer(0)) {
            for (String query : new String[] {"", "?xsd=1", "?op=get"}) {
                assertEquals(405, Raw.send("GET", url(server) + query).statusCode());
            }
            for (String method : new String[] {"PUT", "DELETE"}) {
                HttpResponse<String> answer = Raw.send(method, url(server));
                assertEquals(method, 405, answer.statusCode());
                assertEquals("POST", answer.headers().firstValue("Allow").orElse(null));
            }
        }
    }

    @Test
    public void addressIsEscaped() {
        Description description =
                new Description(getClass().getResource("/wsdl/" + name + "-v1.wsdl"), new PublicAddress("", false));
        String served = description.at("http://a\"<&$1/x");
        assertTrue(served.contains("location=\"http://a&quot;&lt;&amp;$1/x\""));
    }

    private String url(TestServer server) {
        return name.equals("records") ? server.recordsUrl() : server.url();
    }

    private List<Element> operations(String parent) {
        return all(WSDL, "operation").stream()
                .filter(e -> e.getParentNode().getLocalName().equals(parent))
                .toList();
    }

    private static Set<String> faults(Element operation) {
        Set<String> names = new HashSet<>();
        children(operation, WSDL, "fault").forEach(fault -> names.add(fault.getAttribute("name")));
        return names;
    }

    private static String message(Element operation, String direction) {
        return children(operation, WSDL, direction).get(0).getAttribute("message");
    }

    private static String documentation(Element element) {
        return children(element, XSD, "annotation").stream()
                .map(annotation -> annotation.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private List<Element> all(String namespace, String name) {
        return list(wsdl.getElementsByTagNameNS(namespace, name));
    }

    private static List<Element> children(Element parent, String namespace, String name) {
        return list(parent.getElementsByTagNameNS(namespace, name)).stream()
                .filter(e -> e.getParentNode() == parent)
                .toList();
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String written(String name) {
        try (InputStream in = WsdlTest.class.getResourceAsStream("/wsdl/" + name + "-v1.wsdl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Document parsed(String xml) {
        try {
            return Raw.parse(xml);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
