/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.w3c.dom.Document;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

/** Whatever is sent: a short fault that blames the client, one line on the log, and nothing reaches the services. */
@Shows("V2")
public class BadRequestTest {
    private static final String XML = "text/xml;charset=UTF-8";
    private static TestServer server;

    @BeforeClass
    public static void start() throws Exception {
        server = new TestServer(0);
    }

    @AfterClass
    public static void stop() throws Exception {
        server.close();
    }

    @Before
    public void forget() {
        server.store.lastCaller = null;
    }

    @Test
    public void notXml() throws Exception {
        malformed("", "EOF");
        malformed("hello", "Unexpected character");
        malformed("{\"get\": 1}", "Unexpected character");
        malformed("<a>", "must send a SOAP message");
        malformed(Raw.envelope("<get v1><id>1</get>"), "close tag");
        malformed(Raw.envelope("<get v1><id>1</id>"), "close tag");
        malformed(Raw.envelope("<get v1/>").replace("</s:Envelope>", ""), "EOF");
        malformed(Raw.envelope("<p:get/>"), "prefix");
        malformed(Raw.envelope("<get v1><id a='1' a='2'/></get>"), "Duplicate attribute");
    }

    @Test
    public void characters() throws Exception {
        malformed(Raw.envelope("<get v1><id>\0</id></get>"), "line 1, column");
        malformed(Raw.envelope("<get v1><id>&#0;</id></get>"), "line 1, column");
        malformed(Raw.envelope("<get v1><id>\u0001</id></get>"), "Illegal character");
        byte[] latin = Raw.envelope("<get v1><id>Müller</id></get>").getBytes(StandardCharsets.ISO_8859_1);
        malformed(XML, latin, "Invalid UTF-8");
        malformed("text/xml", latin, "Invalid UTF-8");
    }

    @Test
    public void doctypeAndEntities() throws Exception {
        malformed("<!DOCTYPE a>" + Raw.envelope("<get v1/>"), "document type declaration is not allowed");
        malformed(
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + Raw.envelope("<get v1><id>&x;</id></get>"),
                "document type declaration is not allowed");
        malformed(
                "<?xml version='1.0'?><!-- c --><!DOCTYPE a [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]>"
                        + Raw.envelope("<get v1><id>&c;</id></get>"),
                "document type declaration is not allowed");
        malformed(Raw.envelope("<get v1><id>&x;</id></get>"), "entity");
        malformed(Raw.envelope("<get v1>&x;</get>"), "entity");
        malformed(Raw.envelope("<get v1/>").replace("<s:Body>", "<s:Header><a>&x;</a></s:Header><s:Body>"), "entity");
    }

    @Test
    public void limits() throws Exception {
        malformed("<a>".repeat(10_000), "must send a SOAP message");
        malformed(Raw.envelope("<get v1><id>" + "<a>".repeat(10_000)), "Depth limit");
        malformed(Raw.envelope("<get v1><id>" + "<a>".repeat(10_000) + "</a>".repeat(10_000) + "</id></get>"), "Depth");
        malformed(
                Raw.envelope("<get v1/>").replace("<s:Body>", "<s:Header>" + "<a>".repeat(10_000) + "<s:Body>"),
                "Depth limit");
        malformed(Raw.envelope("<get v1><id>" + "x".repeat(100_000) + "</id></get>"), "Text size limit");
        malformed(
                Raw.envelope(
                        "<create v1><customer><name>N</name>" + "<tag>x</tag>".repeat(60_000) + "</customer></create>"),
                "limit");
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            attributes.append(" a").append(i).append("='1'");
        }
        malformed(Raw.envelope("<get v1" + attributes + "/>"), "Attribute");
        malformed(Raw.envelope("<get v1 a='" + "x".repeat(100_000) + "'/>"), "ttribute");
    }

    @Test
    public void envelope() throws Exception {
        malformed(Raw.envelope(""), "no operation");
        malformed(Raw.envelope("text"), "");
        malformed(Raw.envelope("<foo/>"), "foo was not recognized");
        malformed(Raw.envelope("<get/>"), "get");
        malformed(Raw.envelope("<get xmlns='urn:kontor:customers:v9'/>"), "urn:kontor:customers:v9");
        malformed(Raw.envelope("<find v1/><find v1/>"), "find");
        malformed(Raw.envelope("<find v1/>").replace("http://schemas.xmlsoap.org/soap/envelope/", "urn:x"), "urn:x");
        HttpResponse<String> understand = Raw.post(
                server.url(),
                Raw.envelope("<find v1/>")
                        .replace(
                                "<s:Body>",
                                "<s:Header><x:a xmlns:x='urn:x' s:mustUnderstand='1'/></s:Header><s:Body>"));
        assertTrue(Raw.text(Raw.parse(understand.body()), "faultcode").endsWith("MustUnderstand"));
    }

    @Test
    public void schema() throws Exception {
        invalid("<get v1><idd>1</idd></get>", "element 'idd'. One of 'id, code' is expected. (line 1, column");
        invalid("<get v1><id xmlns=''>1</id></get>", "must be in the namespace urn:kontor:customers:v1");
        invalid("<get v1><code>1</code><id>1</id></get>", "element 'id'");
        invalid("<get v1><id><a/></id></get>", "'id'");
        invalid("<get v1 a='1'/>", "Attribute 'a'");
        invalid("<get v1>text</get>", "'get'");
        invalid("<find v1><limit>many</limit></find>", "The value 'many' of element 'limit' is not valid.");
        invalid("<find v1><limit>99999999999</limit></find>", "'limit'");
        invalid("<find v1><descending>ja</descending></find>", "'descending'");
        invalid("<create v1/>", "element 'create' is not complete. One of 'customer' is expected.");
        invalid("<create v1><customer><id>1</id></customer></create>", "element 'id'");
        invalid(
                "<create v1><customer/><locations><location><latitude>1e5</latitude></location></locations></create>",
                "The value '1e5' of element 'latitude'");
        invalid("<find v1><text xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'/></find>", "'text'");
        invalid(
                "<find v1><text xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:type='Customer'/></find>",
                "'text'");
    }

    @Test
    public void contentType() throws Exception {
        byte[] body = Raw.envelope("<find v1/>").getBytes(StandardCharsets.UTF_8);
        for (String type :
                new String[] {null, "application/json", "multipart/related; type=\"text/xml\"", ";", "text"}) {
            HttpResponse<String> answer = refused(type, body);
            assertEquals(String.valueOf(type), 415, answer.statusCode());
            assertTrue(answer.body(), answer.body().contains("unsupported_media_type: Send the envelope as text/xml."));
        }
    }

    private static void malformed(String body, String text) throws Exception {
        malformed(XML, body.getBytes(StandardCharsets.UTF_8), text);
    }

    private static void malformed(String type, byte[] body, String text) throws Exception {
        HttpResponse<String> answer = refused(type, body);
        String said = Raw.text(Raw.parse(answer.body()), "faultstring");
        assertEquals(said, 500, answer.statusCode());
        assertTrue(said, said.startsWith("malformed_body: ") && said.contains(text));
    }

    private static void invalid(String body, String text) throws Exception {
        HttpResponse<String> answer = refused(XML, Raw.envelope(body).getBytes(StandardCharsets.UTF_8));
        Document fault = Raw.parse(answer.body());
        assertTrue(answer.body(), Raw.text(fault, "faultstring").contains(text));
        assertEquals("invalid_input", Raw.text(fault, "code"));
        assertEquals(Raw.text(fault, "faultstring"), Raw.text(fault, "message"));
    }

    private static HttpResponse<String> refused(String type, byte[] body) throws Exception {
        PrintStream err = System.err;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        HttpResponse<String> answer;
        try {
            answer = Raw.post(server.url(), type, body);
        } finally {
            System.setErr(err);
        }
        List<String> lines = logged.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(String.join("\n", lines), 1, lines.size());
        assertTrue(lines.get(0), lines.get(0).contains("INFO org.kontor.soap - SOAP call refused: "));

        Document fault = Raw.parse(answer.body());
        String said = Raw.text(fault, "faultstring");
        assertTrue(answer.body(), Raw.text(fault, "faultcode").matches("\\w+:(Client|VersionMismatch)"));
        assertTrue(said, said.length() < 400);
        assertFalse(
                said,
                said.matches("(?s).*(\\w\\.\\w+\\.\\w|Exception|[Ww]stx|JAXB|cvc-|ParseError).*")
                        && !said.contains("schemas.xmlsoap.org")
                        && !said.contains("http://"));
        assertNull("nothing reaches the services", server.store.lastCaller);
        return answer;
    }
}
