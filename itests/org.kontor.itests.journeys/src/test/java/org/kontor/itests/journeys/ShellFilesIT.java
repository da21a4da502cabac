/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.Before;
import org.junit.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** Files in and out at Karaf's console, by a real ssh session. */
@Shows({"V3", "C11"})
public class ShellFilesIT extends ShellSession {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> OF_ONE_RECORD = List.of(
            "id", "code", "customerId", "parentId", "crossReferences", "version", "created", "changed", "archived");

    private Path folder;
    private String in;

    @Before
    public void folder() throws Exception {
        folder = Files.createDirectories(kontor.home.resolve("files-" + word));
        in = "kontor:customer-import --source " + word + " ";
    }

    private Path file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }

    private static void counts(JsonNode run, int created, int updated, int unchanged, int refused) {
        assertEquals(run.toString(), "COMPLETED", run.path("state").asText());
        assertEquals(run.toString(), created, run.path("created").asInt());
        assertEquals(run.toString(), updated, run.path("updated").asInt());
        assertEquals(run.toString(), unchanged, run.path("unchanged").asInt());
        assertEquals(run.toString(), refused, run.path("refused").asInt());
    }

    @Test
    @Shows("S7")
    public void aFileIsPreviewedCorrectedTakenInAndItsColumnsRemembered() throws Exception {
        Path file = file(
                "kunden.csv",
                "Kundennummer;Firma;Ort;Land;Sachbearbeiter\n" + word + "-1;Bäckerei " + word + ";Zürich;Schweiz;hm\n"
                        + word + "-2;Café Zoë;Paris;Atlantis;hm\n" + word + "-3;;Bern;CH;hm\n");
        String preview = well(in + "--preview " + file).text();
        has(
                preview,
                "not known",
                "address.country=CH",
                "address.country: Must be a country code like CH (ISO 3166-1 alpha-2). (unknown_country, got 'Atlantis')",
                "name: Must be given. (required)",
                "1 created, 2 refused. Nothing was written.",
                "--map \"Sachbearbeiter=\"");
        has(refused(in + file), "Sachbearbeiter", "(unknown_column)", "--preview", "--map");
        has(well("kontor:customer-list " + word).text(), "Nothing found");

        String mapped = "--map Sachbearbeiter=tags ";
        has(well(in + mapped + "--preview " + file).text(), "said", "tags=hm", "Take it in: " + in + mapped + file);
        String done = well(in + mapped + file).text();
        has(
                done,
                "3 rows: 1 created",
                "2 refused",
                "line 3, " + word + "-2: address.country",
                "got 'Atlantis'",
                "kontor:run-show ");
        assertFalse(done, done.contains("%") || done.contains("\r"));
        has(well("kontor:customer-show " + word + "-1").text(), "Bäckerei", "Zürich", "hm", "CONNECTION:" + word);

        JsonNode remembered = well(in + "--preview --json " + file).json();
        assertTrue(remembered.path("ready").asBoolean());
        assertEquals("customer", remembered.path("type").asText());
        assertEquals(
                "REMEMBERED", remembered.path("columns").path(4).path("origin").asText());
        JsonNode run = well(in + "--json " + file).json();
        counts(run, 0, 0, 1, 2);
        has(well("kontor:run-show " + run.path("id").asText()).text(), word + "-2", "got 'Atlantis'");
    }

    @Test
    public void aSpreadsheetIsTakenIn() throws Exception {
        Path file = folder.resolve("two words.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("Notes").value(0, 0, "not this one");
            Worksheet sheet = workbook.newWorksheet("Kunden");
            List<String> cells = List.of("Nr", "Name", "PLZ", word, "Müller & Söhne " + word, "08001");
            for (int i = 0; i < cells.size(); i++) {
                sheet.value(i / 3, i % 3, cells.get(i));
            }
        }
        has(refused(in + "--sheet None \"" + file + "\""), "Notes, Kunden", "got 'None'");
        counts(well(in + "--json --sheet Kunden \"" + file + "\"").json(), 1, 0, 0, 0);
        has(well("kontor:customer-show " + word).text(), "Müller & Söhne " + word, "08001");
    }

    @Test
    @Shows("X3")
    public void aFileThatCannotBeTakenInIsToldWithWhatToDo() throws Exception {
        has(refused(in + folder.resolve("none.csv")), "not_found", "REST");
        has(refused(in + folder), "Is a folder");
        has(refused(in + "/dev/zero"), "not_a_file");
        has(refused(in + "/proc/self/mem"), "not_readable", "whom Kontor runs as");
        has(refused(in + file("empty.csv", "")), "The file is empty");
        has(well(in + file("header.csv", "code,name\n")).text(), "no rows under its header");
        Path picture = folder.resolve("picture.png");
        Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, (byte) 0xFF});
        has(refused(in + picture), "neither CSV nor XLSX");
        has(refused(in + file("nobody.csv", "name\nA\n")), "code or externalId", "--map");
        Path half = file("half.csv", rows(600) + word + "-h,\"not closed\n");
        has(refused(in + half), "near line 602", "500 rows before that place are in");
        Path good = file("good.csv", "code,name\n" + word + ",x\n");
        has(refused(in + "--map name " + good), "COLUMN=FIELD");
        has(refused(in + "--map name=colour " + good), "must be one of code, name", "got 'colour'");
        has(refused(in + "--map Firma=name " + good), "no column 'Firma'");
        has(refused(in + "--delimiter x " + good), "semicolon");
        has(refused("kontor:customer-import --source Not_So " + good), "malformed_name");
    }

    private String rows(int count) {
        StringBuilder rows = new StringBuilder("code,name\n");
        IntStream.range(0, count).forEach(i -> rows.append(word)
                .append('-')
                .append(i)
                .append(",Big ")
                .append(i)
                .append('\n'));
        return rows.toString();
    }

    @Test
    @Shows("S7")
    public void whatGoesOutComesInAgainUnchangedAndMakesEqualRecords() throws Exception {
        Path customers = file(
                "customers.csv",
                "code,name,kind,taxId,email,phone,language,currency,address.lines,address.postalCode,address.country,"
                        + "billingAddress.lines,tags\n"
                        + word + "-1,=1+1 " + word + ",company,00420,a@b.example,+41 44 123 45 67,de-CH,CHF,"
                        + "\"Weg 1\n\"\"Zum Löwen\"\", 2. Stock\",00100,CH,\"A\nB\",ä;b\\;c;d\\\\\n"
                        + word + "-2,\"Zoë, \"\"Söhne\"\" & Co " + word + "\",,@x,,,,,-1,,,,'\n");
        Path locations = file(
                "locations.csv",
                "code,customer,parent,name,type,status,address.lines,timeZone,latitude,longitude,tags\n"
                        + word + "-L," + word + "-1,,Haus " + word + ",plant,active,\"Tor 1\nHof\",Europe/Zurich,"
                        + "-0.0000001,180,;x\n"
                        + word + "-R," + word + "-2,,Lager " + word + ",warehouse,closed,,,,,\n"
                        + word + "-S," + word + "-1," + word + "-L,Raum " + word + ",space,planned,,,47.1,8,\n");
        String inLocations = "kontor:location-import --json --source " + word + " ";
        counts(well(in + "--json " + customers).json(), 2, 0, 0, 0);
        counts(well(inLocations + locations).json(), 3, 0, 0, 0);

        Path outCustomers = folder.resolve("out-customers.csv");
        Path outLocations = folder.resolve("out-locations.csv");
        has(
                well("kontor:customer-export --file " + outCustomers + " " + word)
                        .text(),
                "2 customers written to " + outCustomers,
                "kontor:customer-import");
        well("kontor:location-export --file " + outLocations + " " + word);
        counts(well(in + "--json " + outCustomers).json(), 0, 0, 2, 0);
        counts(well(inLocations + outLocations).json(), 0, 0, 3, 0);

        Path again = file("again.csv", Files.readString(outCustomers).replace(word + "-", word + "_"));
        counts(well(in + "--json " + again).json(), 2, 0, 0, 0);
        again = file("again.csv", Files.readString(outLocations).replace(word + "-", word + "_"));
        counts(well(inLocations + again).json(), 3, 0, 0, 0);
        JsonNode first = shown("customer", "-1");
        assertEquals("[\"b;c\",\"d\\\\\",\"ä\"]", first.path("tags").toString());
        assertEquals("=1+1 " + word, first.path("name").asText());
        assertEquals("00420", first.path("taxId").asText());
        assertEquals(
                "[\"Weg 1\",\"\\\"Zum Löwen\\\", 2. Stock\"]",
                first.path("address").path("lines").toString());
        for (String one : List.of("1", "2")) {
            assertEquals(shown("customer", "-" + one), shown("customer", "_" + one));
        }
        for (String one : List.of("L", "R", "S")) {
            assertEquals(shown("location", "-" + one), shown("location", "_" + one));
        }
        assertEquals(
                owners("-"),
                owners("_").stream().map(code -> code.replace('_', '-')).toList());
    }

    /** All that can be the same of two records. */
    private JsonNode shown(String type, String code) throws Exception {
        ObjectNode record = (ObjectNode)
                well("kontor:" + type + "-show --json " + word + code).json();
        return record.remove(OF_ONE_RECORD);
    }

    /** The code of the customer, and of the location that it is a part of. */
    private List<String> owners(String dash) throws Exception {
        return well("kontor:location-export " + word)
                .text()
                .lines()
                .filter(line -> line.contains("," + word + dash + "S,"))
                .flatMap(line -> List.of(line.split(",")).subList(3, 5).stream())
                .toList();
    }

    @Test
    public void anExportGoesToTheScreenOrToAFileThatIsNotThere() throws Exception {
        file(
                "two.csv",
                "code,name,address.country\n" + word + "-1,A " + word + ",PT\n" + word + "-2,B " + word + ",ES\n");
        well(in + folder.resolve("two.csv"));
        has(well("kontor:customer-export " + word).text(), "id,version,code,name", word + "-1,A", word + "-2,B");
        String filtered = well("kontor:customer-export " + word + " country=PT | grep ,PT,")
                .text();
        assertTrue(filtered, filtered.contains(word + "-1") && !filtered.contains(word + "-2"));
        List<String> lines = well("kontor:customer-export --format ndjson --sort -code " + word)
                .text()
                .lines()
                .toList();
        assertEquals(2, lines.size());
        assertEquals(word + "-2", MAPPER.readTree(lines.get(0)).path("code").asText());

        Path out = folder.resolve("out.ndjson");
        JsonNode told =
                well("kontor:customer-export --json --file " + out + " " + word).json();
        assertEquals(2, told.path("records").asInt());
        assertEquals("ndjson", told.path("format").asText());
        assertEquals(lines.size(), Files.readAllLines(out).size());
        has(refused("kontor:customer-export --file " + out + " country=PT"), "(exists, got", "--force");
        has(
                well("kontor:customer-export --force --file " + out + " country=PT " + word)
                        .text(),
                "1 customer written");
        assertEquals(1, Files.readAllLines(out).size());
        has(refused("kontor:customer-export --force --file " + folder), "Is a folder");
        has(refused("kontor:customer-export --force --file /dev/null"), "not_a_file");
        has(refused("kontor:customer-export --file " + folder + "/none/out.csv"), "no folder " + folder + "/none");
        has(refused("kontor:customer-export colour=red"), "There is no such filter");
        has(refused("kontor:customer-export --json " + word), "--format ndjson");
        try (var files = Files.list(folder)) {
            assertFalse(files.anyMatch(file -> file.toString().endsWith(".part")));
        }
    }

    @Test
    @Shows("S13")
    public void aTerminalShowsHowFarItIsAndCtrlCStopsIt() throws Exception {
        file("big.csv", rows(20_000));
        try (Ssh.Typist typist = ssh.typist()) {
            typist.type(in + folder + "/bi\t").seen("big.csv");
            typist.type("\r").seen(" % · ");
            typist.type("\u0003").seen("rows are in. Import the file again");
            JsonNode run = well("kontor:run-show --json").json().path("run");
            assertEquals(run.toString(), "INTERRUPTED", run.path("state").asText());
            assertEquals(word, run.path("connection").asText());

            typist.type("\rkontor:customer-list code=x\r").answered("There is no such filter");
            file("small.csv", rows(500));
            has(
                    typist.type(in + folder + "/small.csv\r").answered("Show the run"),
                    "500 rows: 0 created",
                    "500 unchanged");
            String piped = typist.type(in + folder + "/small.csv | grep rows\r").answered("unchanged");
            assertFalse(piped, piped.contains("%"));
        }
    }
}
