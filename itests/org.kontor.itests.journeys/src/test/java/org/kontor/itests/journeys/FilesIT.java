/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.util.ArrayList;
import java.util.List;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

/** CSV files of customers and locations, dropped into a folder, on both databases. */
@RunWith(Parameterized.class)
@Shows({"S3", "S7", "S10"})
public class FilesIT {
    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private Api api;
    private Folder folder;
    private String word;

    @Before
    public void start() throws Exception {
        api = shared.get().api();
        folder = new Folder(shared.get(), "files-").open();
        word = Unique.word("w");
    }

    @Test
    public void columnsStandInAnyOrder() throws Exception {
        JsonNode run = folder.take(
                "customers.csv",
                "\uFEFFtags,address.country,name,code,address.lines,kind,externalId\r\n"
                        + "\"b;a\",ch,\"" + word + " \"\"Quoted\"\", AG\"," + word
                        + "-1,\"Line 1\r\nLine 2\",company,E1\r\n"
                        + ",FR,  " + word + " Second  ," + word + "-2,,,E2\r\n"
                        + "\r\n"
                        + "x,,Müller " + word + "," + word + "-3,,INDIVIDUAL,E3");
        counts(run, "COMPLETED", 3, 3, 0, 0, 0);
        JsonNode first = customer("-1");
        assertEquals(word + " \"Quoted\", AG", first.path("name").asText());
        assertEquals("CH", first.path("address").path("country").asText());
        assertEquals(
                "[\"Line 1\",\"Line 2\"]", first.path("address").path("lines").toString());
        assertEquals("[\"a\",\"b\"]", first.path("tags").toString());
        assertEquals("COMPANY", first.path("kind").asText());
        assertEquals(
                "[{\"connection\":\"" + folder.name + "\",\"externalId\":\"E1\"}]",
                first.path("crossReferences").toString());
        assertEquals(
                "CONNECTION:" + folder.name,
                first.path("created").path("through").asText());
        assertEquals(word + " Second", customer("-2").path("name").asText());
        assertEquals("Müller " + word, customer("-3").path("name").asText());

        assertEquals(1, folder.kept("done", "customers.csv").size());
        List<String> result = folder.result("customers.csv");
        assertEquals(3, result.size());
        assertEquals("2,E1,created," + first.path("id").asText() + "," + word + "-1,,", result.get(0));
        assertTrue(result.get(1), result.get(1).startsWith("4,E2,created,"));
        assertTrue(result.get(2), result.get(2).startsWith("6,E3,created,"));
    }

    @Test
    public void theSameFileAgainChangesNothing() throws Exception {
        String file = "code,name,tags\n" + word + "-1," + word + ",a;b\n" + word + "-2," + word + ",b;a\n";
        counts(folder.take("customers.csv", file), "COMPLETED", 2, 2, 0, 0, 0);
        JsonNode before = customer("-1");
        JsonNode again = folder.take("customers.csv", file);
        counts(again, "COMPLETED", 2, 0, 0, 2, 0);
        assertEquals(before, customer("-1"));
        assertEquals(1, audit(before).size());
        assertEquals(0, api.all("/runs/" + again.path("id").asText() + "/items").size());
        assertTrue(folder.result("customers.csv").get(0).startsWith("2," + word + "-1,unchanged,"));

        counts(folder.take("customers.csv", file.replace("b;a", "c")), "COMPLETED", 2, 0, 1, 1, 0);
        assertEquals("[\"c\"]", customer("-2").path("tags").toString());
        assertEquals(2, customer("-2").path("version").asInt());
        assertEquals(1, customer("-1").path("version").asInt());
    }

    @Test
    public void whatAPersonChangedStaysUnlessTheFileSaysOtherwise() throws Exception {
        String file = "code,name,phone\n" + word + "-1," + word + ",+41 44 123 45 67\n";
        folder.take("customers.csv", file);
        String path = "/customers/" + customer("-1").path("id").asText();
        assertEquals(
                200,
                api.patch(path, 1, "{\"phone\":\"+41 44 999 99 99\",\"email\":\"x@y.example\"}")
                        .status());
        counts(folder.take("customers.csv", file.replace(word + ",+", word + " new,+")), "COMPLETED", 1, 0, 1, 0, 0);
        JsonNode after = api.get(path).json();
        assertEquals(word + " new", after.path("name").asText());
        assertEquals("+41 44 999 99 99", after.path("phone").asText());
        assertEquals("x@y.example", after.path("email").asText());
    }

    @Test
    public void badRowsAreToldAndStopNothing() throws Exception {
        String[] rows = {
            "-1,Good,,,,,,",
            "-2,,,,,,,",
            "-3,Unknown country,,XX,,,,",
            "-4,Region elsewhere,,CH,FR-ARA,,,",
            "-5," + "x".repeat(201) + ",,,,,,",
            "-6,Mail,nobody,,,,,",
            "-7,Kind,,,,ROBOT,,",
            "-8,Archived,,,,,,maybe",
            "-9,Too few,,",
            "-10,Tab,a\tb@c.example,,,,,",
            "-11,Tags,,,,," + "x".repeat(51) + ",",
            "-12,Good again,,,,,,"
        };
        StringBuilder file = new StringBuilder("code,name,email,address.country,address.region,kind,tags,archived\n");
        for (String row : rows) {
            file.append(word).append(row).append('\n');
        }
        file.append(",No code,,,,,,\n");
        file.append(word).append(" 14,Bad code,,,,,,\n");
        JsonNode run = folder.take("customers-bad.csv", file.toString());
        counts(run, "COMPLETED", 14, 2, 0, 0, 12);
        List<String> result = folder.result("customers-bad.csv");
        String[] expected = {
            "created",
            "name: Must be given.",
            "(XX)",
            "address.region: Must be a region of the country CH. (FR-ARA)",
            "name: Must be at most 200 characters.",
            "email: Must be an e-mail address",
            "kind: Must be one of COMPANY, INDIVIDUAL. (ROBOT)",
            "archived: Must be true or false. (maybe)",
            "The row has 4 columns, the header 8.",
            "email: Must",
            "tags: Must be at most 50 characters.",
            "created",
            "Code or externalId must be given",
            "code: Must be letters, digits"
        };
        assertEquals(String.join("\n", result), expected.length, result.size());
        for (int i = 0; i < expected.length; i++) {
            assertTrue(
                    result.get(i),
                    result.get(i).startsWith((i + 2) + ",") && result.get(i).contains(expected[i]));
            assertTrue(result.get(i), result.get(i).contains(i == 0 || i == 11 ? ",created," : ",refused,"));
        }
        List<JsonNode> refused = api.all("/runs/" + run.path("id").asText() + "/items?outcome=refused");
        assertEquals(12, refused.size());
        JsonNode country = refused.get(1);
        assertEquals(word + "-3", country.path("externalId").asText());
        assertEquals("invalid_input", country.path("error").asText());
        assertEquals(
                "address.country",
                country.path("violations").path(0).path("field").asText());
        assertEquals(
                "unknown_country",
                country.path("violations").path(0).path("rule").asText());
        assertEquals(
                2,
                api.all("/runs/" + run.path("id").asText() + "/items?outcome=created")
                        .size());
        assertEquals(1, folder.kept("done", "customers-bad.csv").size());
    }

    @Test
    public void aRefusedRowThatIsMendedComesIn() throws Exception {
        String bad = "code,name,address.country\n" + word + "-1," + word + ",XX\n";
        counts(folder.take("customers.csv", bad), "COMPLETED", 1, 0, 0, 0, 1);
        counts(folder.take("customers.csv", bad), "COMPLETED", 1, 0, 0, 0, 1);
        counts(folder.take("customers.csv", bad.replace("XX", "CH")), "COMPLETED", 1, 1, 0, 0, 0);
    }

    @Test
    public void locationsReferToCustomersAndParents() throws Exception {
        folder.take("customers.csv", "code,name\n" + word + "-1," + word + "\n" + word + "-2," + word + "\n");
        String file = "code,customer,parent,name,type,latitude,longitude,timeZone\n"
                + word + "-A," + word + "-1,,Site,PLANT,47.4111,8.5441,Europe/Zurich\n"
                + word + "-B," + word + "-1," + word + "-A,Hall,SPACE,,,\n"
                + word + "-C," + word + "-1," + word + "-B,Cell,SPACE,,,\n"
                + word + "-D," + word + "-2," + word + "-A,Elsewhere,SPACE,,,\n"
                + word + "-E," + word + "-9,,No customer,SPACE,,,\n"
                + word + "-F," + word + "-1," + word + "-X,No parent,SPACE,,,\n"
                + word + "-G," + word + "-1,,North,SPACE,91,,\n";
        JsonNode run = folder.take("locations.csv", file);
        counts(run, "COMPLETED", 7, 3, 0, 0, 4);
        List<JsonNode> there = api.all(
                "/locations?sort=code&customer=" + customer("-1").path("id").asText());
        assertEquals(3, there.size());
        assertEquals(there.get(0).path("id"), there.get(1).path("parentId"));
        assertEquals(there.get(1).path("id"), there.get(2).path("parentId"));
        assertEquals(47.4111, there.get(0).path("latitude").asDouble(), 0);
        List<String> rules = new ArrayList<>();
        for (JsonNode item : api.all("/runs/" + run.path("id").asText() + "/items?outcome=refused")) {
            JsonNode violation = item.path("violations").path(0);
            rules.add(violation.path("field").asText() + " "
                    + violation.path("rule").asText());
        }
        assertEquals(
                List.of(
                        "parentId other_customer",
                        "customerId unknown_reference",
                        "parentId unknown_reference",
                        "latitude out_of_range"),
                rules);
        counts(folder.take("locations.csv", file), "COMPLETED", 7, 0, 0, 3, 4);

        String cycle = file.replace(word + "-1,,Site", word + "-1," + word + "-C,Site");
        counts(folder.take("locations.csv", cycle), "COMPLETED", 7, 0, 0, 2, 5);
        assertEquals(
                1,
                api.get("/locations/" + there.get(0).path("id").asText())
                        .json()
                        .path("version")
                        .asInt());
    }

    @Test
    public void archivingIsCarriedOver() throws Exception {
        String file = "code,name,archived\n" + word + "-1," + word + ",false\n";
        folder.take("customers.csv", file);
        JsonNode run = folder.take("customers.csv", file.replace("false", "TRUE"));
        assertEquals(1, run.path("archived").asInt());
        assertEquals(1, api.all("/customers?archived=true&q=" + word).size());
        folder.take("customers.csv", file);
        assertEquals(1, api.all("/customers?q=" + word).size());
        assertEquals(3, customer("-1").path("version").asInt());
    }

    @Test
    public void aLargeFileIsTakenIn() throws Exception {
        int rows = 5000;
        StringBuilder file = new StringBuilder("code,name,address.city,address.country\n");
        for (int i = 0; i < rows; i++) {
            file.append(word)
                    .append('-')
                    .append(i)
                    .append(",Large ")
                    .append(word)
                    .append(",Bern,CH\n");
        }
        counts(folder.take("customers-large.csv", file.toString()), "COMPLETED", rows, rows, 0, 0, 0);
        assertEquals(rows, folder.result("customers-large.csv").size());
        assertEquals(rows, api.all("/customers?q=" + word).size());
        counts(folder.take("customers-large.csv", file.toString()), "COMPLETED", rows, 0, 0, rows, 0);
    }

    private JsonNode customer(String suffix) throws Exception {
        List<JsonNode> found = api.all("/customers?archived=any&sort=code&q=" + word).stream()
                .filter(one -> one.path("code").asText().equals(word + suffix))
                .toList();
        assertEquals(found.toString(), 1, found.size());
        return found.get(0);
    }

    private List<JsonNode> audit(JsonNode customer) throws Exception {
        return api.all("/customers/" + customer.path("id").asText() + "/audit");
    }

    static void counts(JsonNode run, String state, int read, int created, int updated, int unchanged, int refused) {
        assertEquals(
                run.toString(),
                state + " " + List.of(read, created, updated, unchanged, refused),
                run.path("state").asText() + " "
                        + List.of(
                                run.path("read").asInt(),
                                run.path("created").asInt(),
                                run.path("updated").asInt(),
                                run.path("unchanged").asInt(),
                                run.path("refused").asInt()));
    }
}
