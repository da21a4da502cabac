/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import org.kontor.testing.Shows;

/** Bodies that cannot be read, to every operation of REST that reads one, on both databases. */
@RunWith(Parameterized.class)
@Shows({"V1", "X3"})
public class BadBodyIT {
    private static final String JSON = "application/json";
    private static final String PATCH = "application/merge-patch+json";
    private static final int NESTED = 10_000;

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    /** An operation that reads a body, with headers that fit. */
    private record Operation(String method, String path, String type) {}

    private KontorProcess kontor;
    private Wire wire;
    private Refusals refusals;
    private final List<Operation> operations = new ArrayList<>();

    @Before
    public void start() throws Exception {
        kontor = shared.get();
        Api api = kontor.api();
        wire = new Wire(api.port(), api.basic());
        String customer =
                api.made("/customers", "{\"name\":\"Bad bodies\"}").path("id").asText();
        String location = api.made("/locations", "{\"name\":\"Bad bodies\",\"customerId\":\"" + customer + "\"}")
                .path("id")
                .asText();
        refusals = new Refusals(kontor);
        operations.add(new Operation("POST", "/customers", JSON));
        operations.add(new Operation("PATCH", "/customers/" + customer, PATCH));
        operations.add(new Operation("POST", "/locations", JSON));
        operations.add(new Operation("PATCH", "/locations/" + location, PATCH));
        operations.add(new Operation("PUT", "/me/password", JSON));
        operations.add(new Operation("POST", "/me/tokens", JSON));
        String person = api.made(
                        "/people",
                        "{\"login\":\"" + Unique.word("bad-") + "\",\"name\":\"Bad\",\"roles\":[\"READ_ONLY\"]}")
                .path("id")
                .asText();
        operations.add(new Operation("POST", "/people", JSON));
        operations.add(new Operation("PATCH", "/people/" + person, PATCH));
        operations.add(new Operation("POST", "/people/" + person + "/password", JSON));
    }

    @Test
    public void whatIsNoJson() throws Exception {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        for (String text : new String[] {
            "",
            " ",
            "{",
            "}",
            "[]",
            "null",
            "1",
            "\"text\"",
            "{\"name\"}",
            "{\"name\":}",
            "{\"name\":\"x\",}",
            "{\"name\":\"x\"} trailing",
            "{\"name\":\"x\"}{}",
            "{name:\"x\"}",
            "{'name':'x'}",
            "{\"name\":\"x\\q\"}",
            "{\"name\":\"x\" /* c */}",
            "{\"name\":NaN}",
            "{\"name\":01}",
            "<name>x</name>",
            "{\"name\":\"a\",\"name\":\"b\"}",
            "{\"name\":\"line\nbreak\"}"
        }) {
            bodies.put(text, bytes(text));
        }
        bodies.put("invalid UTF-8", new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xC3, '"', '}'});
        bodies.put("latin 1", "{\"name\":\"Müller\"}".getBytes(StandardCharsets.ISO_8859_1));
        bodies.put("overlong UTF-8", new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'});
        bodies.put("UTF-16", "{\"name\":\"x\"}".getBytes(StandardCharsets.UTF_16BE));
        bodies.put("a huge exponent", bytes("{\"name\":1e99999999999999999999}"));
        bodies.put("raw NUL", bytes("{\"name\":\"a\0b\"}"));
        bodies.put("NUL between", bytes("{\0\"name\":\"a\"}"));
        bodies.put("brackets", bytes("[".repeat(NESTED)));
        bodies.put("closed brackets", bytes("{\"tags\":" + "[".repeat(NESTED) + "]".repeat(NESTED) + "}"));
        bodies.put("objects", bytes("{\"a\":".repeat(NESTED) + "1" + "}".repeat(NESTED)));
        bodies.put("a long number", bytes("{\"name\":" + "9".repeat(100_000) + "}"));
        bodies.put("a long text", bytes("{\"name\":\"" + "x".repeat(200_000) + "\"}"));
        bodies.put("a long name", bytes("{\"" + "x".repeat(100_000) + "\":1}"));
        for (Operation operation : operations) {
            for (Map.Entry<String, byte[]> body : bodies.entrySet()) {
                refused(operation, body.getKey(), "400 malformed_body", body.getValue());
            }
        }
        refusals.nothingElse();
    }

    @Test
    public void tooLarge() throws Exception {
        byte[] large = bytes("{\"name\":\"x\"" + " ".repeat(1 << 20) + "}");
        for (Operation operation : operations) {
            refused(operation, "with its length", "413 body_too_large", large);
            refusals.refused(
                    operation + " chunked",
                    "413 body_too_large",
                    () -> wire.chunked(
                            operation.method(), "/kontor/api/v1" + operation.path(), large, headers(operation)));
            refusals.refused(
                    operation + ", says so only",
                    "413 body_too_large",
                    () -> wire.send(
                            operation.method(),
                            "/kontor/api/v1" + operation.path(),
                            bytes("{"),
                            "Content-Type: " + operation.type(),
                            "Content-Length: 999999999999"));
        }
        refusals.nothingElse();
    }

    @Test
    public void ofAnotherKind() throws Exception {
        byte[] body = bytes("{\"name\":\"x\"}");
        for (Operation operation : operations) {
            for (String type : new String[] {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                operation.type().equals(JSON) ? PATCH : JSON,
                operation.type() + "; charset=no-such-charset",
                operation.type() + "; charset=\\",
                "no type",
                ";",
                "*/*/*"
            }) {
                refusals.refused(
                        operation + " as " + type,
                        "415 unsupported_media_type",
                        () -> wire.send(
                                operation.method(),
                                "/kontor/api/v1" + operation.path(),
                                body,
                                "If-Match: \"1\"",
                                "Content-Type: " + type));
            }
            refusals.refused(
                    operation + " without a type",
                    "415 unsupported_media_type",
                    () -> wire.send(operation.method(), "/kontor/api/v1" + operation.path(), body, "If-Match: \"1\""));
        }
        refusals.nothingElse();
    }

    private void refused(Operation operation, String what, String expected, byte[] body) throws Exception {
        refusals.refused(operation + " " + what, expected, () -> kontor.api()
                .send(kontor.api()
                        .request(operation.path())
                        .header("Content-Type", operation.type())
                        .header("If-Match", "\"1\"")
                        .method(operation.method(), BodyPublishers.ofByteArray(body))));
    }

    private static String[] headers(Operation operation) {
        return new String[] {"Content-Type: " + operation.type(), "If-Match: \"1\""};
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
