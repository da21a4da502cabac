/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.nio.charset.StandardCharsets;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;

/** Bad input to the three operations of SOAP, on both databases. */
@RunWith(Parameterized.class)
@Shows({"V2", "X3"})
public class BadSoapIT {
    private static final String XML = "Content-Type: text/xml; charset=utf-8";
    private static final String MALFORMED = "500 malformed_body";
    private static final String INVALID = "500 invalid_input ";
    private static final String NOBODY = "01890000-0000-7000-8000-000000000000";
    private static final int NESTED = 10_000;
    /** Each with a place for text. */
    private static final String[] OPERATIONS = {
        "<get><code>TEXT</code></get>",
        "<find><text>TEXT</text></find>",
        "<create><customer><name>TEXT</name></customer></create>"
    };

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private Api api;
    private Wire wire;
    private Refusals refusals;

    @Before
    public void start() throws Exception {
        api = shared.get().api();
        wire = new Wire(api.port(), api.basic());
        refusals = new Refusals(shared.get());
    }

    @Test
    public void whatIsNoXml() throws Exception {
        for (String text :
                new String[] {"", " ", "text", "<", "<a", "{}", "<a/><b/>", "\0", "<?xml version='9.9'?><a/>"}) {
            refused(text, MALFORMED, text.getBytes(StandardCharsets.UTF_8));
        }
        for (String operation : OPERATIONS) {
            String envelope = Soap.envelope(operation);
            malformed(operation + " cut", envelope.substring(0, envelope.length() - 20));
            malformed(operation + " NUL", envelope.replace("TEXT", "a\0b"));
            malformed(operation + " escaped NUL", envelope.replace("TEXT", "a&#0;b"));
            malformed(operation + " surrogate", envelope.replace("TEXT", "a&#xD800;b"));
            refused(
                    operation + " latin 1",
                    MALFORMED,
                    envelope.replace("TEXT", "ü").getBytes(StandardCharsets.ISO_8859_1));
            malformed(operation + " entity", envelope.replace("TEXT", "&x;"));
            malformed(operation + " DTD", "<!DOCTYPE a>" + envelope);
            malformed(operation + " entities", "<!DOCTYPE a [<!ENTITY x 'y'>]>" + envelope.replace("TEXT", "&x;"));
            malformed(
                    operation + " external entity",
                    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + envelope.replace("TEXT", "&x;"));
            malformed(
                    operation + " external DTD",
                    "<!DOCTYPE a SYSTEM 'http://127.0.0.1:" + api.port() + "/kontor/x.dtd'>" + envelope);
            malformed(operation + " nested", envelope.replace("TEXT", nested()));
            malformed(operation + " nested, open", envelope.replace("TEXT", "<a>".repeat(NESTED)));
            malformed(
                    operation + " nested in the header",
                    envelope.replace("<s:Body>", "<s:Header>" + nested() + "</s:Header><s:Body>"));
            malformed(operation + " long", envelope.replace("TEXT", "x".repeat(500_000)));
        }
        refusals.nothingElse();
    }

    @Test
    public void tooLarge() throws Exception {
        for (String operation : OPERATIONS) {
            byte[] large = Soap.envelope(operation)
                    .replace("TEXT", "x" + "<!-- -->".repeat((1 << 20) / 8))
                    .getBytes(StandardCharsets.UTF_8);
            refused(operation, "413 body_too_large", large);
            refusals.refused(
                    operation + " chunked",
                    "500 body_too_large",
                    () -> wire.chunked("POST", "/kontor/soap/v1/customers", large, XML));
        }
        refusals.nothingElse();
    }

    @Test
    public void whatTheSchemaDoesNotHave() throws Exception {
        for (String operation : new String[] {"get", "find", "create"}) {
            fault("<" + operation + "><nope>1</nope></" + operation + ">", "500 invalid_input");
            fault("<" + operation + " nope='1'/>", "500 invalid_input");
            fault("<" + operation + ">text</" + operation + ">", "500 invalid_input");
        }
        fault("<create/>", "500 invalid_input");
        fault("<create><customer><id>x</id></customer></create>", "500 invalid_input");
        fault("<find><limit>many</limit></find>", "500 invalid_input");
        fault("<find><limit>99999999999999</limit></find>", "500 invalid_input");
        fault("<find><descending>ja</descending></find>", "500 invalid_input");
        fault("<remove><id>1</id></remove>", MALFORMED);
        fault("", MALFORMED);
        refusals.nothingElse();
    }

    @Test
    public void whatBreaksARule() throws Exception {
        fault("<get><id>" + NOBODY + "</id></get>", "500 not_found");
        fault("<get><id>1-1-1-1-1</id></get>", "500 ");
        fault("<get><code>' OR 1=1 --</code></get>", "500 not_found");
        fault("<get/>", "500 invalid_input");
        fault("<get><id>" + NOBODY + "</id><code>x</code></get>", "500 invalid_input");
        fault("<find><limit>0</limit></find>", INVALID + "limit out_of_range");
        fault("<find><limit>201</limit></find>", INVALID + "limit out_of_range");
        fault("<find><sort>BOGUS</sort></find>", INVALID + "sort unknown_choice");
        fault("<find><archived>MAYBE</archived></find>", INVALID + "archived unknown_choice");
        fault("<find><country>XX</country></find>", INVALID + "country unknown_country");
        fault("<find><text>" + "x".repeat(201) + "</text></find>", INVALID);
        for (String forged : new String[] {"x", "AAAA", "' OR 1=1", "x".repeat(4000)}) {
            fault("<find><cursor>" + forged + "</cursor></find>", "500 invalid_cursor");
        }
        fault("<create><customer/></create>", INVALID + "name required");
        fault(customer("<name>x</name><email>nobody</email>"), INVALID + "email malformed_email");
        fault(customer("<name>" + "x".repeat(201) + "</name>"), INVALID + "name too_long");
        fault(customer("<name>a&#10;b</name>"), INVALID + "name control_character");
        fault(
                customer("<name>x</name><address><country>XX</country></address>"),
                INVALID + "address.country unknown_country");
        fault(location("<name>x</name><latitude>91</latitude>"), INVALID + "locations[0].latitude out_of_range");
        fault(
                location("<name>x</name><latitude>" + "9".repeat(5000) + "</latitude>"),
                INVALID + "locations[0].latitude wrong_type");
        fault(location("<name>x</name><latitude>1e5</latitude>"), "500 invalid_input");
        fault(
                location("<name>x</name><timeZone>Mars/Olympus</timeZone>"),
                INVALID + "locations[0].timeZone unknown_time_zone");
        String code = Unique.word("soap-");
        api.made("/customers", "{\"name\":\"Taken\",\"code\":\"" + code + "\"}");
        refusals.refused(
                "taken",
                "500 code_taken",
                () -> post(Soap.envelope(customer("<code>" + code + "</code><name>x</name>"))
                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    public void aCreateWhoseLocationIsRefusedWritesNothing() throws Exception {
        fault(
                "<create><customer><name>x</name></customer><locations><location><name>good</name></location>"
                        + "<location><name>bad</name><address><country>XX</country></address></location></locations></create>",
                INVALID + "locations[1].address.country unknown_country");
        refusals.nothingElse();
    }

    @Test
    public void sqlInASearchFindsNothing() throws Exception {
        for (String text : new String[] {"'; DROP TABLE customer;--", "%", "_", "\\", "qqzz'\");"}) {
            Api.Answer answer =
                    post(Soap.envelope("<find><text>" + text + "</text></find>").getBytes(StandardCharsets.UTF_8));
            assertEquals(answer.text(), 200, answer.status());
            assertNull(answer.text(), Soap.text(Soap.parse(answer.text()), "customer"));
        }
        refusals.nothingElse();
    }

    @Test
    public void ofAnotherKind() throws Exception {
        byte[] body = Soap.envelope("<find/>").getBytes(StandardCharsets.UTF_8);
        for (String type :
                new String[] {"application/json", "text/plain", "multipart/related; type=\"text/xml\"", ";"}) {
            refusals.refused(
                    type,
                    "415 unsupported_media_type",
                    () -> wire.send("POST", "/kontor/soap/v1/customers", body, "Content-Type: " + type));
        }
        for (String charset : new String[] {"no-such-charset", "\\"}) {
            refusals.refused(
                    charset,
                    "415 unsupported_media_type",
                    () -> wire.send(
                            "POST", "/kontor/soap/v1/customers", body, "Content-Type: text/xml; charset=" + charset));
        }
        refusals.refused(
                "none", "415 unsupported_media_type", () -> wire.send("POST", "/kontor/soap/v1/customers", body));
        for (String method : new String[] {"PUT", "PATCH", "DELETE", "GET", "BREW"}) {
            refusals.refused(method, "405", () -> wire.send(method, "/kontor/soap/v1/customers", new byte[0], XML));
        }
        refusals.nothingElse();
    }

    @Test
    public void withoutASignInNothingIsRead() throws Exception {
        String secret = Unique.word("secret");
        Api.Answer answer = new Wire(api.port(), null)
                .send(
                        "POST",
                        "/kontor/soap/v1/customers?wsdl",
                        Soap.envelope("<create><customer><name>" + secret + "</name></customer></create>")
                                .getBytes(StandardCharsets.UTF_8),
                        XML);
        assertEquals(401, answer.status());
        assertFalse(answer.text(), answer.text().contains(secret));
        refusals.nothingElse();
    }

    private static String customer(String fields) {
        return "<create><customer>" + fields + "</customer></create>";
    }

    private static String location(String fields) {
        return "<create><customer><name>x</name></customer><locations><location>" + fields
                + "</location></locations></create>";
    }

    private static String nested() {
        return "<a>".repeat(NESTED) + "</a>".repeat(NESTED);
    }

    private void malformed(String what, String body) throws Exception {
        refused(what, MALFORMED, body.getBytes(StandardCharsets.UTF_8));
    }

    private void fault(String body, String expected) throws Exception {
        refused(
                body.length() > 120 ? body.substring(0, 120) + "…" : body,
                expected.strip(),
                Soap.envelope(body).getBytes(StandardCharsets.UTF_8));
    }

    private void refused(String what, String expected, byte[] body) throws Exception {
        refusals.refused(what, expected, () -> post(body));
    }

    private Api.Answer post(byte[] body) throws Exception {
        return wire.send("POST", "/kontor/soap/v1/customers", body, XML, "SOAPAction: \"\"");
    }
}
