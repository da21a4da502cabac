/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

/** Paths, parameters and headers that nobody should send to REST, on both databases. */
@RunWith(Parameterized.class)
@Shows({"C2", "V1", "X3"})
public class BadRequestIT {
    private static final String NOBODY = "01890000-0000-7000-8000-000000000000";
    private static final String INVALID = "400 invalid_input ";
    private static final String MISSING = "404 not_found";

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private Api api;
    private Wire wire;
    private String customer;
    private Refusals refusals;

    @Before
    public void start() throws Exception {
        api = shared.get().api();
        wire = new Wire(api.port(), api.basic());
        customer =
                api.made("/customers", "{\"name\":\"Bad requests\"}").path("id").asText();
        refusals = new Refusals(shared.get());
    }

    @Test
    public void unknownIds() throws Exception {
        String[] ids = {
            NOBODY, "1", "1-1-1-1-1", "null", "'%20or%201=1", "%00", customer + "%00", "x".repeat(2000), "%C3%28", "*"
        };
        for (String id : ids) {
            for (String type : new String[] {"customers", "locations"}) {
                String path = "/kontor/api/v1/" + type + "/" + id;
                missing("GET", path, "");
                missing("GET", path + "/audit", "");
                missing("POST", path + "/archive", "");
                missing("POST", path + "/unarchive", "");
                missing("PATCH", path, "{\"name\":\"x\"}");
                missing("DELETE", path, "");
            }
            missing("GET", "/kontor/api/v1/runs/" + id, "");
            missing("GET", "/kontor/api/v1/runs/" + id + "/items", "");
        }
        refusals.nothingElse();
    }

    private void missing(String method, String path, String body) throws Exception {
        boolean rest = !path.contains("%00") && !path.contains("%C3");
        refusals.refused(method + " " + path, rest ? MISSING : "4", () -> {
            Api.Answer answer = wire.send(
                    method,
                    path,
                    body.getBytes(StandardCharsets.UTF_8),
                    "If-Match: \"1\"",
                    "Content-Type: application/merge-patch+json");
            return rest ? answer : onlyClass(answer);
        });
    }

    /** Where more than one status is right: its first digit. */
    private static Api.Answer onlyClass(Api.Answer answer) {
        return new Api.Answer(
                answer.status() / 100,
                java.net.http.HttpHeaders.of(java.util.Map.of(), (name, value) -> true),
                answer.text());
    }

    @Test
    public void versions() throws Exception {
        String path = "/customers/" + customer;
        for (String wrong :
                new String[] {"abc", "-1", "1.5", "999999999999999999999", "1,2", "\"1\" \"2\"", "\"", ""}) {
            refusals.refused(
                    "If-Match " + wrong,
                    INVALID + "If-Match malformed_version",
                    () -> wire.send(
                            "PATCH",
                            "/kontor/api/v1" + path,
                            "{\"name\":\"x\"}".getBytes(StandardCharsets.UTF_8),
                            "If-Match: " + wrong,
                            "Content-Type: application/merge-patch+json"));
        }
        refusals.refused("none", "428 version_required", () -> api.patch(path, null, "{\"name\":\"x\"}"));
        for (String stale : new String[] {"0", "2", "999999999999999999"}) {
            refusals.refused(stale, "412 stale_version", () -> api.patch(path, stale, "{\"name\":\"x\"}"));
            refusals.refused(
                    "archive " + stale,
                    "412 stale_version",
                    () -> api.send(api.request(path + "/archive")
                            .header("If-Match", "\"" + stale + "\"")
                            .POST(java.net.http.HttpRequest.BodyPublishers.noBody())));
        }
        refusals.nothingElse();
        assertEquals(1, api.get(path).json().path("version").asInt());
    }

    @Test
    public void parameters() throws Exception {
        for (String list : new String[] {"/customers", "/locations"}) {
            get(list + "?limit=0", INVALID + "limit out_of_range");
            get(list + "?limit=201", INVALID + "limit out_of_range");
            get(list + "?limit=-1", INVALID + "limit out_of_range");
            get(list + "?limit=many", INVALID + "limit wrong_type");
            get(list + "?limit=99999999999999", INVALID + "limit wrong_type");
            get(list + "?limit=1&limit=2", INVALID + "limit too_many");
            get(list + "?sort=bogus", INVALID + "sort unknown_choice");
            get(list + "?sort=-", INVALID + "sort unknown_choice");
            get(list + "?archived=maybe", INVALID + "archived unknown_choice");
            get(list + "?country=XX", INVALID + "country unknown_country");
            get(list + "?country=%00", INVALID + "country control_character");
            get(list + "?q=" + "x".repeat(201), INVALID + "q too_long");
            get(list + "?q=a+b+c+d+e+f+g+h+i+j", INVALID + "q too_many");
        }
        get("/locations?customer=abc", INVALID + "customer malformed_id");
        get("/locations?customer=1-1-1-1-1", INVALID + "customer malformed_id");
        get("/customers?kind=x", INVALID + "kind unknown_choice");
        get("/customers?match=x", INVALID + "match unknown_choice");
        get("/customers?fields=x", INVALID + "fields unknown_field");
        get("/customers/" + customer + "?fields=", "200");
        get("/customers/lookup?limit=0", INVALID + "limit out_of_range");
        get("/customers/export?country=XX", INVALID + "country unknown_country");
        get("/customers/export?q=" + "x".repeat(201), INVALID + "q too_long");
        get("/locations?status=x", INVALID + "status unknown_choice");
        get("/locations?parent=x", INVALID + "parent malformed_id");
        get("/changes?limit=1001", INVALID + "limit out_of_range");
        get("/changes?after=x", "400 invalid_cursor");
        get("/audit?record=x", INVALID + "record malformed_id");
        get("/audit?from=2026-13-01T00:00:00Z", INVALID + "from malformed_time");
        get("/audit?until=%2B999999999-12-31T23:59:59Z", INVALID + "until");
        get("/audit?actor=%00", INVALID + "actor malformed");
        get("/runs?limit=0", INVALID + "limit out_of_range");
        get("/customers/" + customer + "/audit?limit=x", INVALID + "limit wrong_type");
        refusals.nothingElse();
    }

    @Test
    public void unknownParameters() throws Exception {
        for (String path : new String[] {
            "/customers",
            "/customers/" + customer,
            "/customers/" + customer + "/audit",
            "/locations",
            "/locations/export",
            "/locations/lookup",
            "/changes",
            "/audit",
            "/connections",
            "/runs",
            "/me"
        }) {
            get(path + "?nope=1", INVALID + "nope unknown_parameter");
        }
        String invalid = INVALID + "nope unknown_parameter";
        String path = "/customers/" + customer;
        refusals.refused("create", invalid, () -> api.post("/customers?nope=1", "{\"name\":\"x\"}"));
        refusals.refused("create a location", invalid, () -> api.post("/locations?nope", "{\"name\":\"x\"}"));
        refusals.refused("patch", invalid, () -> api.patch(path + "?nope=1", 1, "{\"name\":\"x\"}"));
        refusals.refused("archive", invalid, () -> api.post(path + "/archive?nope=1", ""));
        refusals.refused("unarchive", invalid, () -> api.post(path + "/unarchive?nope=1", ""));
        refusals.refused("password", invalid, () -> api.put("/me/password?nope=1", "{}"));
        refusals.nothingElse();
    }

    @Test
    public void cursors() throws Exception {
        api.made("/customers", "{\"name\":\"Bad requests\"}");
        refusals = new Refusals(shared.get());
        String cursor = api.get("/customers?limit=1").json().path("next").asText();
        String changed = (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1);
        for (String list :
                new String[] {"/customers", "/locations", "/runs", "/audit", "/customers/" + customer + "/audit"}) {
            for (String forged : new String[] {
                "",
                "x",
                "AAAA",
                "%00",
                "%FF%FE",
                "..%2F..",
                changed,
                cursor.substring(1),
                cursor + "A",
                "x".repeat(4000),
                "%27%20OR%201%3D1"
            }) {
                get(list + "?cursor=" + forged, "400 invalid_cursor");
            }
        }
        get("/locations?cursor=" + cursor, "400 invalid_cursor");
        get("/customers?sort=code&cursor=" + cursor, "400 invalid_cursor");
        get("/customers?q=bad&cursor=" + cursor, "400 invalid_cursor");
        refusals.nothingElse();
    }

    @Test
    public void sqlInASearchFindsNothing() throws Exception {
        for (String text : new String[] {
            "'%3B%20DROP%20TABLE%20customer%3B--",
            "%25",
            "_",
            "'%20OR%20'1'='1",
            "%5C",
            "%00",
            "%FF",
            "a%27%22%29%3B",
            "%F0%9F%92%A9"
        }) {
            for (String list : new String[] {"/customers", "/locations"}) {
                Api.Answer answer = api.get(list + "?q=" + text);
                assertEquals(text + " " + answer.text(), 200, answer.status());
                assertEquals(
                        text + " " + answer.text(),
                        0,
                        answer.json().path("items").size());
            }
        }
        refusals.nothingElse();
    }

    @Test
    public void methods() throws Exception {
        String[][] wrong = {
            {"DELETE", "/customers"},
            {"PUT", "/customers"},
            {"PATCH", "/customers"},
            {"POST", "/customers/lookup"},
            {"POST", "/customers/export"},
            {"POST", "/changes"},
            {"DELETE", "/audit"},
            {"POST", "/customers/" + customer},
            {"GET", "/customers/" + customer + "/archive"},
            {"POST", "/customers/" + customer + "/audit"},
            {"POST", "/runs"},
            {"POST", "/connections"},
            {"POST", "/me"},
            {"GET", "/me/password"},
            {"POST", "/openapi.json"},
            {"BREW", "/customers"}
        };
        for (String[] one : wrong) {
            refusals.refused(
                    one[0] + " " + one[1],
                    "405 method_not_allowed",
                    () -> wire.send(one[0], "/kontor/api/v1" + one[1], new byte[0]));
        }
        refusals.refused(
                "not acceptable",
                "406 not_acceptable",
                () -> api.send(
                        api.request("/customers").header("Accept", "text/html").GET()));
        refusals.nothingElse();
    }

    @Test
    public void signIns() throws Exception {
        String[] headers = {
            "Basic",
            "Basic ",
            "Basic !!!!",
            "Basic YQ",
            "Bearer x",
            "Digest username=admin",
            basic("nocolon"),
            basic(":only a password"),
            basic("admin:"),
            basic("admin:wrong"),
            basic("karaf:karaf"),
            basic("ADMIN\0:" + KontorProcess.PASSWORD),
            basic("a'--:x"),
            basic("admin:" + "x".repeat(10_000)).substring(0, 6000),
            basic("x".repeat(1000) + ":x"),
            "Basic " + Base64.getEncoder().encodeToString(new byte[] {(byte) 0xC3, ':', 'x'})
        };
        for (String header : headers) {
            for (String path : new String[] {"/kontor/api/v1/customers", "/kontor/soap/v1/customers", "/kontor/x"}) {
                refusals.refused(header + path, "401 unauthenticated", () -> new Wire(api.port(), header)
                        .send("GET", path, new byte[0]));
            }
        }
        refusals.nothingElse();
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    public void pathTricks() throws Exception {
        String[] tricks = {
            "/kontor/api/v1//customers",
            "/kontor//api/v1/customers",
            "//kontor/api/v1/customers",
            "/kontor/api/v1/%00",
            "/kontor/api/v1/customers%00",
            "/kontor/api/v1/customers/..;/customers",
            "/kontor/api/v1/..;/..;/..;/system/console",
            "/kontor/api/v1/../../../etc/passwd",
            "/kontor/api/v1/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
            "/kontor/api/v1/..%2f..%2f..%2fetc/passwd",
            "/kontor/api/v1/customers%2f" + customer,
            "/kontor/api/v1/customers\\" + customer,
            "/kontor/api/v1/%ff%fe",
            "/kontor/api/v1/%zz",
            "/kontor/api/v1/customers/%",
            "/kontor/api/v1/" + "x".repeat(20_000),
            "/kontor/api/v1/" + "x/".repeat(2_000),
            "/kontor/api/v1/customers?q=" + "x".repeat(20_000),
            "/kontor/api/v1/customers\"<>{}|^`",
            "/kontor/api/v1/customers?nope=\\\"<>{}|^`",
            "/kontor/api/v1/customers?_wadl",
            "/kontor/api/v1?_wadl",
            "/kontor/api/v1/customers?_type=xml",
            "/kontor/api/v1/customers?_method=DELETE",
            "/kontor/api/v1/nothing",
            "/kontor/api/v2/customers",
            "/kontor/api",
            "/kontor/",
            "/kontor/soap/v1/",
            "/kontor/soap/v1/nothing?wsdl",
            "/kontor/WEB-INF/web.xml",
            "/kontor/OSGI-INF/",
            "/system/console",
            "/"
        };
        for (String trick : tricks) {
            // the path may also be one of ours, written in another way: then it asks for a sign-in like any other
            refusals.refused("signed in " + trick, "4", () -> noServerError(wire.send("GET", trick, new byte[0])));
            refusals.refused(
                    "not signed in " + trick,
                    "4",
                    () -> onlyClass(new Wire(api.port(), null).send("GET", trick, new byte[0])));
        }
        refusals.nothingElse();
    }

    private static Api.Answer noServerError(Api.Answer answer) {
        Api.Answer shown = onlyClass(answer);
        return answer.status() == 200 && answer.text().startsWith("{\"items\"")
                ? new Api.Answer(4, shown.headers(), shown.text())
                : shown;
    }

    @Test
    public void requestLinesAndHeaders() throws Exception {
        for (String request : new String[] {
            "GET\r\n\r\n",
            "GET /kontor/api/v1/customers HTTP/1.1\r\n\r\n",
            "GET /kontor/api/v1/customers HTTP/1.1\r\nHost: x\r\nBad Header: y\r\n\r\n",
            "GET /kontor/api/v1/customers HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(100_000) + "\r\n\r\n",
            "POST /kontor/api/v1/customers HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n",
            "POST /kontor/api/v1/customers HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
            "POST /kontor/api/v1/customers HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
            "\0\0\0\0\r\n\r\n"
        }) {
            refusals.refused(
                    request, "4", () -> onlyClass(wire.exchange(request.getBytes(StandardCharsets.ISO_8859_1))));
        }
        refusals.nothingElse();
    }

    @Test
    public void bodiesThatBreakOff() throws Exception {
        for (String chunks : new String[] {"zz\r\n", "2\r\n{}zz\r\n", "9\r\n{\"name\":\r\nzz\r\n"}) {
            refusals.refused(
                    chunks,
                    "400 malformed_body",
                    () -> wire.send(
                            "POST",
                            "/kontor/api/v1/customers",
                            chunks.getBytes(StandardCharsets.US_ASCII),
                            "Content-Type: application/json",
                            "Transfer-Encoding: chunked"));
            refusals.refused(
                    "SOAP " + chunks,
                    "500 malformed_body",
                    () -> wire.send(
                            "POST",
                            "/kontor/soap/v1/customers",
                            chunks.getBytes(StandardCharsets.US_ASCII),
                            "Content-Type: text/xml",
                            "Transfer-Encoding: chunked"));
        }
        refusals.nothingElse();
    }

    private void get(String path, String expected) throws Exception {
        refusals.refused(path, expected, () -> wire.send("GET", "/kontor/api/v1" + path, new byte[0]));
    }
}
