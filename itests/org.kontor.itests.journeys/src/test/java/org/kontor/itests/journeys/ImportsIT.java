/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** Files by REST, with preview and mapping, and spreadsheets by folder; on both databases. */
@RunWith(Parameterized.class)
@Shows({"C11", "S7", "X3"})
public class ImportsIT {
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private Api api;
    private String word;
    private String source;

    @Before
    public void start() throws Exception {
        api = shared.get().api();
        word = Unique.word("i");
        source = Unique.word("erp-");
        Await.value(
                "imports are up",
                Folder.DEADLINE,
                () -> api.get("/import-mappings/x").status() == 200 ? true : null);
    }

    private Api.Answer send(String path, String kind, byte[] file) throws Exception {
        return api.send(api.request(path + (path.contains("?") ? "&" : "?") + "type=customer&source=" + source)
                .header("Content-Type", kind)
                .POST(BodyPublishers.ofByteArray(file)));
    }

    private Api.Answer send(String path, String file) throws Exception {
        return send(path, CSV, file.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] workbook(String... rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Kunden");
            for (int row = 0; row < rows.length; row++) {
                String[] cells = rows[row].split(";", -1);
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
            }
        }
        return bytes.toByteArray();
    }

    @Test
    public void aFileIsPreviewedCorrectedImportedAndTheSecondTimeUnchanged() throws Exception {
        String file = "Kundennummer;Firma;Zweitname;Land\n" + word + "-1;Alt;Müller " + word + ";Schweiz\n" + word
                + "-2;Alt;Zoë " + word + ";Atlantis\n";
        JsonNode preview = send("/imports/preview", file).json();
        assertEquals(";", preview.path("format").path("delimiter").asText());
        assertEquals("[\"Zweitname\"]", preview.path("unknown").toString());
        assertFalse(preview.path("ready").asBoolean());
        assertEquals("name", preview.path("columns").path(1).path("field").asText());
        assertEquals("GUESSED", preview.path("columns").path(1).path("origin").asText());
        assertEquals(
                "CH",
                preview.path("rows")
                        .path(0)
                        .path("values")
                        .path("address.country")
                        .asText());
        assertEquals("REFUSED", preview.path("rows").path(1).path("outcome").asText());
        assertEquals(1, preview.path("estimate").path("CREATED").asInt());

        Api.Answer refused = send("/imports", file);
        assertEquals(400, refused.status());
        assertTrue(refused.text(), refused.json().path("detail").asText().contains("Zweitname"));
        assertEquals(0, api.all("/customers?q=" + word).size());

        Api.Answer kept = api.put(
                "/import-mappings/" + source,
                "{\"type\":\"customer\",\"columns\":{\"Zweitname\":\"name\",\"Firma\":null}}");
        assertEquals(kept.toString(), 200, kept.status());
        preview = send("/imports/preview", file).json();
        assertTrue(preview.path("ready").asBoolean());
        assertEquals(
                "REMEMBERED", preview.path("columns").path(2).path("origin").asText());

        Api.Answer done = send("/imports?name=kunden.csv&wait=60", file);
        assertEquals(done.toString(), 200, done.status());
        JsonNode run = done.json().path("run");
        FilesIT.counts(run, "COMPLETED", 2, 1, 0, 0, 1);
        assertEquals("kunden.csv", run.path("source").asText());
        assertTrue(
                done.header("Location"),
                done.header("Location").endsWith("/runs/" + run.path("id").asText()));
        String items = done.json().path("items").asText().substring("/kontor/api/v1".length());
        assertEquals(2, api.all(items).size());
        JsonNode customer = api.all("/customers?q=" + word).get(0);
        assertEquals("Müller " + word, customer.path("name").asText());
        assertEquals(
                "CONNECTION:" + source, customer.path("created").path("through").asText());

        FilesIT.counts(send("/imports?wait=60", file).json().path("run"), "COMPLETED", 2, 0, 0, 1, 1);
        assertEquals(
                1, api.get("/import-mappings/" + source).json().path("items").size());
        assertEquals(
                204,
                api.send(api.request("/import-mappings/" + source).DELETE()).status());
        assertEquals(
                404,
                api.send(api.request("/import-mappings/" + source).DELETE()).status());
        assertEquals(0, temporary());
    }

    @Test
    public void aSpreadsheetIsImportedWithAMappingThatIsRememberedForTheFolder() throws Exception {
        byte[] file = workbook("Kundenliste", "Nr;Bezeichnung;Intern", word + "-1;Blatt " + word + ";x");
        String mapping = URLEncoder.encode("{\"Intern\":\"\"}", StandardCharsets.UTF_8);
        Folder folder = new Folder(shared.get(), "sheets-").open();
        source = folder.name;
        Api.Answer first = send("/imports?wait=60&mapping=" + mapping, XLSX, file);
        assertEquals(first.toString(), 200, first.status());
        FilesIT.counts(first.json().path("run"), "COMPLETED", 1, 1, 0, 0, 0);

        FilesIT.counts(folder.take("customers.xlsx", file), "COMPLETED", 1, 0, 0, 1, 0);
        byte[] more =
                workbook("Nr;Bezeichnung;Intern", word + "-1;Blatt " + word + ";y", word + "-2;Neu " + word + ";");
        FilesIT.counts(folder.take("customers.xlsx", more), "COMPLETED", 2, 1, 0, 1, 0);
        assertEquals(2, folder.result("customers.xlsx.csv").size());
        assertEquals(2, folder.kept("done", "customers.xlsx").size());
    }

    @Test
    public void aLongImportGoesOnBehindItsAnswer() throws Exception {
        StringBuilder file = new StringBuilder("code,name\n");
        for (int i = 0; i < 3000; i++) {
            file.append(word).append('-').append(i).append(',').append(word).append('\n');
        }
        Api.Answer answer = send("/imports?wait=0", file.toString());
        assertEquals(answer.toString(), 202, answer.status());
        String run = "/runs/" + answer.json().path("run").path("id").asText();
        JsonNode ended = Await.value("the import has ended", Folder.DEADLINE, () -> {
            JsonNode now = api.get(run).json();
            return now.path("state").asText().equals("RUNNING") ? null : now;
        });
        FilesIT.counts(ended, "COMPLETED", 3000, 3000, 0, 0, 0);
    }

    @Test
    public void whatCannotBeImportedIsToldAsAProblem() throws Exception {
        assertEquals(
                "malformed_body",
                send("/imports/preview", XLSX, new byte[] {'P', 'K', 3, 4}).problem());
        assertEquals("malformed_body", send("/imports", "").problem());
        assertEquals(
                "invalid_input sheet unknown_choice",
                send("/imports?sheet=x", XLSX, workbook("a;b")).problem());
        assertEquals(
                "invalid_input wait out_of_range",
                send("/imports?wait=61", "code\n").problem());
        assertEquals(
                "invalid_input delimiter unknown_choice",
                send("/imports?delimiter=x", "code\n").problem());
        assertEquals(
                "invalid_input mapping unknown_field",
                send("/imports?mapping=" + URLEncoder.encode("{\"a\":\"b\"}", StandardCharsets.UTF_8), "a,code\n")
                        .problem());
        assertEquals(
                415, send("/imports", "application/json", new byte[] {'{', '}'}).status());
        assertEquals(413, send("/imports", CSV, new byte[51 << 20]).status());
        source = "No Name".replace(" ", "%20");
        assertEquals(
                "invalid_input source malformed_name",
                send("/imports", "code\n").problem());
        assertEquals(0, temporary());
    }

    /** Files that are left over from bodies. */
    private long temporary() throws Exception {
        Path folder = shared.get().home.resolve("data/tmp");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("kontor-import-"))
                    .count();
        }
    }
}
