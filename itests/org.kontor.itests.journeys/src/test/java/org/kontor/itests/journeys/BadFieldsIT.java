/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

/** Fields that break a rule: each refusal names field and rule; on both databases. */
@RunWith(Parameterized.class)
@Shows({"C1", "C4", "C6", "V1"})
public class BadFieldsIT {
    private static final String NOBODY = "01890000-0000-7000-8000-000000000000";

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private Api api;
    private String customer;
    private String location;
    private Refusals refusals;

    @Before
    public void start() throws Exception {
        api = shared.get().api();
        customer = id(api.made("/customers", "{\"name\":\"Bad fields\"}"));
        location = id(api.made("/locations", "{\"name\":\"Bad fields\",\"customerId\":\"" + customer + "\"}"));
    }

    @Test
    public void ofACustomer() throws Exception {
        refusals = new Refusals(shared.get());
        field("\"nope\":1", "nope unknown_field");
        field("\"address\":{\"planet\":\"x\"}", "address.planet unknown_field");
        field("\"address.city\":\"x\"", "address.city unknown_field");
        field("\"address\":{\"address\":{\"city\":\"x\"}}", "address.address unknown_field");
        field("\"id\":\"" + NOBODY + "\"", "id read_only");
        field("\"version\":7", "version read_only");
        field("\"archived\":true", "archived read_only");
        field("\"crossReferences\":[]", "crossReferences read_only");
        field("\"name\":7", "name wrong_type");
        field("\"name\":[\"x\"]", "name wrong_type");
        field("\"name\":{\"x\":1}", "name wrong_type");
        field("\"name\":true", "name wrong_type");
        field("\"name\":\"" + "x".repeat(201) + "\"", "name too_long");
        field("\"name\":\"" + "x".repeat(90_000) + "\"", "name too_long");
        field("\"name\":\"a\\u0000b\"", "name control_character");
        field("\"name\":\"a\\nb\"", "name control_character");
        field("\"name\":\"a\\ud800b\"", "name control_character");
        field("\"name\":\"\"", "name required");
        field("\"name\":\" \\u00a0 \\t\"", "name required");
        field("\"name\":null", "name required");
        field("\"code\":\"a b\"", "code malformed_code");
        field("\"code\":\"" + "x".repeat(65) + "\"", "code too_long");
        field("\"kind\":\"ROBOT\"", "kind unknown_choice");
        field("\"relation\":7", "relation wrong_type");
        field("\"email\":\"nobody\"", "email malformed_email");
        field("\"email\":\"a@b\\u0000.example\"", "email control_character");
        field("\"phone\":\"call me\"", "phone malformed_phone");
        field("\"webAddress\":\"javascript:alert(1)\"", "webAddress malformed_web_address");
        field("\"language\":\"klingonisch!\"", "language unknown_language");
        field("\"currency\":\"XXQ\"", "currency unknown_currency");
        field("\"address\":\"Bern\"", "address wrong_type");
        field("\"address\":[]", "address wrong_type");
        field("\"address\":{\"country\":\"XX\"}", "address.country unknown_country");
        field("\"address\":{\"country\":\"CHE\"}", "address.country unknown_country");
        field("\"address\":{\"country\":\"CH\",\"region\":\"FR-ARA\"}", "address.region other_country");
        field("\"address\":{\"lines\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"]}", "address.lines too_many");
        field("\"address\":{\"lines\":[1]}", "address.lines wrong_type");
        field("\"billingContact\":{\"email\":\"@\"}", "billingContact.email malformed_email");
        field("\"billingAddress\":{\"country\":\"ZZ\"}", "billingAddress.country unknown_country");
        field("\"tags\":\"one\"", "tags wrong_type");
        field("\"tags\":[\"" + "x".repeat(51) + "\"]", "tags too_long");
        field("\"tags\":[[[\"x\"]]]", "tags wrong_type");
        StringBuilder many = new StringBuilder("\"0\"");
        for (int i = 1; i < 20_000; i++) {
            many.append(",\"").append(i).append('"');
        }
        field("\"tags\":[" + many + "]", "tags too_many");
        refusals.nothingElse();
        assertEquals(1, api.get("/customers/" + customer).json().path("version").asInt());
    }

    @Test
    public void ofALocation() throws Exception {
        String parent = id(api.made("/locations", site("Parent", "")));
        String child = id(api.made("/locations", site("Child", ",\"parentId\":\"" + parent + "\"")));
        String other = id(api.made("/customers", "{\"name\":\"Other\"}"));
        String elsewhere = id(api.made("/locations", "{\"name\":\"Elsewhere\",\"customerId\":\"" + other + "\"}"));
        refusals = new Refusals(shared.get());
        place("\"latitude\":1e999999999", "latitude out_of_range");
        place("\"latitude\":-1e999999999", "latitude out_of_range");
        place("\"latitude\":1e-999999999", "latitude too_precise");
        place("\"latitude\":\"1e999999999\"", "latitude out_of_range");
        place("\"latitude\":90.0000001", "latitude out_of_range");
        place("\"longitude\":181", "longitude out_of_range");
        place("\"longitude\":1.12345678", "longitude too_precise");
        place("\"longitude\":\"east\"", "longitude wrong_type");
        place("\"longitude\":true", "longitude wrong_type");
        place("\"longitude\":" + "1".repeat(99), "longitude wrong_type");
        place("\"type\":\"MOON\"", "type unknown_choice");
        place("\"status\":{}", "status wrong_type");
        place("\"timeZone\":\"Mars/Olympus\"", "timeZone unknown_time_zone");
        place("\"parentId\":\"" + NOBODY + "\"", "parentId unknown_reference");
        place("\"parentId\":\"1-1-1-1-1\"", "parentId malformed_id");
        place("\"parentId\":7", "parentId malformed_id");
        place("\"parentId\":\"" + elsewhere + "\"", "parentId other_customer");
        String invalid = "400 invalid_input ";
        refusals.refused(
                "no customer", invalid + "customerId required", () -> api.post("/locations", "{\"name\":\"x\"}"));
        refusals.refused(
                "unknown customer",
                invalid + "customerId unknown_reference",
                () -> api.post("/locations", "{\"name\":\"x\",\"customerId\":\"" + NOBODY + "\"}"));
        refusals.refused(
                "another customer",
                invalid + "customerId immutable",
                () -> api.patch("/locations/" + location, 1, "{\"customerId\":\"" + other + "\"}"));
        refusals.refused(
                "below itself",
                invalid + "parentId cycle",
                () -> api.patch("/locations/" + parent, 1, "{\"parentId\":\"" + parent + "\"}"));
        refusals.refused(
                "below its child",
                invalid + "parentId cycle",
                () -> api.patch("/locations/" + parent, 1, "{\"parentId\":\"" + child + "\"}"));
        refusals.nothingElse();
        assertEquals(1, api.get("/locations/" + location).json().path("version").asInt());
        assertEquals(1, api.get("/locations/" + parent).json().path("version").asInt());
    }

    @Test
    public void ofAPasswordChange() throws Exception {
        refusals = new Refusals(shared.get());
        String invalid = "400 invalid_input ";
        password("{}", invalid + "current required");
        password("{\"current\":1,\"replacement\":\"x\"}", invalid + "current wrong_type");
        password("{\"current\":\"x\"}", invalid + "replacement required");
        password("{\"current\":\"x\",\"replacement\":\"long enough 1\",\"who\":\"x\"}", invalid + "who unknown_field");
        password("{\"current\":\"wrong one\",\"replacement\":\"long enough 1\"}", invalid + "current wrong_password");
        password(
                "{\"current\":\"" + KontorProcess.PASSWORD + "\",\"replacement\":\"short\"}",
                invalid + "replacement out_of_range");
        password(
                "{\"current\":\"" + KontorProcess.PASSWORD + "\",\"replacement\":\"" + "x".repeat(129) + "\"}",
                invalid + "replacement out_of_range");
        refusals.nothingElse();
    }

    @Test
    @Shows({"P4", "P7"})
    public void ofPeople() throws Exception {
        String taken = Unique.word("taken-");
        String fine = "\"name\":\"x\",\"roles\":[\"READ_ONLY\"]";
        String person = id(api.made(
                "/people", "{\"login\":\"" + taken + "\",\"email\":\"" + taken + "@example.com\"," + fine + "}"));
        refusals = new Refusals(shared.get());
        String login = "\"login\":\"" + Unique.word("bad-") + "\",";
        String roles = "\"roles\":[\"READ_ONLY\"],";
        String[][] wrong = {
            {"", "login format, name required, roles required"},
            {fine + ",\"login\":\"a b\"", "login format"},
            {fine + ",\"login\":7", "login wrong_type"},
            {fine + ",\"login\":\"" + taken.toUpperCase(java.util.Locale.ROOT) + "\"", "login taken"},
            {login + fine + ",\"email\":\"" + taken + "@EXAMPLE.com\"", "email taken"},
            {login + fine + ",\"email\":\"a@example.com\\r\\nBcc: b@example.com\"", "email control_character"},
            {login + fine + ",\"email\":[]", "email wrong_type"},
            {login + roles + "\"name\":\"" + "x".repeat(10_000) + "\"", "name too_long"},
            {login + roles + "\"name\":\"a\\u0000b\"", "name control_character"},
            {login + "\"name\":\"x\",\"roles\":[\"KING\"]", "roles unknown_choice"},
            {login + "\"name\":\"x\",\"roles\":\"READ_ONLY\"", "roles wrong_type"},
            {login + "\"name\":\"x\",\"roles\":[]", "roles required"},
            {login + fine + ",\"password\":\"short\"", "password out_of_range"},
            {login + fine + ",\"password\":7", "password wrong_type"},
            {login + fine + ",\"disabled\":true", "disabled unknown_field"}
        };
        for (String[] one : wrong) {
            refusals.refused(one[0], "400 invalid_input " + one[1], () -> api.post("/people", "{" + one[0] + "}"));
        }
        refusals.refused(
                "an empty change",
                "400 invalid_input name required, roles required",
                () -> api.patch("/people/" + person, 1, "{\"name\":null,\"roles\":null}"));
        refusals.refused("no version", "428 version_required", () -> api.patch("/people/" + person, null, "{}"));
        refusals.refused("an old version", "412 stale_version", () -> api.patch("/people/" + person, 7, "{}"));
        refusals.nothingElse();
    }

    @Test
    public void aTakenCodeAndAnArchivedParent() throws Exception {
        String code = Unique.word("taken-");
        api.made("/customers", "{\"name\":\"First\",\"code\":\"" + code + "\"}");
        api.made("/locations", site("First", ",\"code\":\"" + code + "\""));
        String archived = id(api.made("/customers", "{\"name\":\"Archived\"}"));
        assertEquals(200, api.post("/customers/" + archived + "/archive", "").status());
        refusals = new Refusals(shared.get());
        String body = "{\"code\":\"" + code + "\"}";
        refusals.refused(
                "create", "409 code_taken", () -> api.post("/customers", "{\"name\":\"x\",\"code\":\"" + code + "\"}"));
        refusals.refused("change", "409 code_taken", () -> api.patch("/customers/" + customer, 1, body));
        refusals.refused(
                "create a location",
                "409 code_taken",
                () -> api.post("/locations", site("Second", ",\"code\":\"" + code + "\"")));
        refusals.refused("change a location", "409 code_taken", () -> api.patch("/locations/" + location, 1, body));
        refusals.refused(
                "below an archived customer",
                "409 archived",
                () -> api.post("/locations", "{\"name\":\"x\",\"customerId\":\"" + archived + "\"}"));
        refusals.nothingElse();
    }

    /** To create and to change. */
    private void field(String field, String expected) throws Exception {
        String name = field.startsWith("\"name\"") ? "" : "\"name\":\"x\",";
        refusals.refused(
                "create " + cut(field),
                "400 invalid_input " + expected,
                () -> api.post("/customers", "{" + name + field + "}"));
        refusals.refused(
                "change " + cut(field),
                "400 invalid_input " + expected,
                () -> api.patch("/customers/" + customer, 1, "{" + field + "}"));
    }

    /** To create and to change. */
    private void place(String field, String expected) throws Exception {
        String code = "400 invalid_input " + expected;
        refusals.refused("create " + cut(field), code, () -> api.post("/locations", site("x", "," + field)));
        refusals.refused("change " + cut(field), code, () -> api.patch("/locations/" + location, 1, "{" + field + "}"));
    }

    private void password(String body, String expected) throws Exception {
        refusals.refused("password " + cut(body), expected, () -> api.put("/me/password", body));
    }

    private String site(String name, String more) {
        return "{\"name\":\"" + name + "\",\"customerId\":\"" + customer + "\"" + more + "}";
    }

    private static String id(JsonNode record) {
        return record.path("id").asText();
    }

    private static String cut(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
