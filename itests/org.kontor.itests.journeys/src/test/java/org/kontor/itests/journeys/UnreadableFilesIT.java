/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** Files that cannot be read: moved to failed, the run says where and why, the next file is taken in; on both databases. */
@RunWith(Parameterized.class)
@Shows({"S10", "X3"})
public class UnreadableFilesIT {
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
        folder = new Folder(shared.get(), "unreadable-").open("batch", "10");
        word = Unique.word("u");
    }

    @Test
    public void headers() throws Exception {
        fails("customers-a.csv", "code,name,planet,size\nX," + word + ",Mars,1\n", "[planet, size]", "webAddress");
        fails("customers-b.csv", "code,name,name\nX," + word + ",y\n", "[name] are there twice");
        fails("customers-c.csv", "name,kind\n" + word + ",COMPANY\n", "code or externalId");
        fails("customers-d.csv", "", "empty");
        fails("customers-e.csv", "\uFEFF", "empty");
        fails("customers-f.csv", "code:name\nX:" + word + "\n", "code:name");
        fails("notes.csv", "code,name\nX," + word + "\n", "'notes.csv'", "customers or locations");
        JsonNode run = folder.take("customers-g.csv", "code,name\n");
        FilesIT.counts(run, "COMPLETED", 0, 0, 0, 0, 0);
    }

    @Test
    public void encodings() throws Exception {
        byte[] mostly =
                ("code,name\n" + rows(25) + word + "-x,M\u00fcller Zo\u00eb ?\n").getBytes(StandardCharsets.UTF_8);
        mostly[mostly.length - 2] = (byte) 0xE4;
        fails("customers-broken.csv", mostly, "not UTF-8 (line 27)");
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        fails("customers-noise.csv", noise, "not UTF-8");
        fails("customers-zip.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0}, "XLSX");
        fails("customers-old.xlsx", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, "Save it as .xlsx");
        for (String other : new String[] {"windows-1252", "UTF-16"}) {
            String code = word + other.length();
            String file = "code;name\n" + code + ";M\u00fcller " + word + "\n";
            FilesIT.counts(
                    folder.take("customers-other.csv", file.getBytes(Charset.forName(other))),
                    "COMPLETED",
                    1,
                    1,
                    0,
                    0,
                    0);
            assertEquals(
                    "M\u00fcller " + word,
                    api.all("/customers?q=" + code).get(0).path("name").asText());
        }
    }

    @Test
    public void quotes() throws Exception {
        String good = "code,name\n" + rows(25);
        fails(
                "customers-open.csv",
                good + word + "-x,\"" + word + "\n" + "y,z\n".repeat(40_000),
                "near line 27",
                "quote");
        fails("customers-end.csv", good + word + "-x,\"never closed", "near line 27", "quote");
        fails(
                "customers-after.csv",
                good + word + "-x,\"closed\" and on\n" + word + "-y,Next\n",
                "near line 27",
                "quote");
        fails("customers-long.csv", good + word + "-x," + "x".repeat(1_000_000) + "\n", "near line 27", "100000");
    }

    @Test
    public void theNextFileIsTakenIn() throws Exception {
        folder.drop("customers-1.csv", "code,planet\n".getBytes(StandardCharsets.UTF_8));
        JsonNode run = folder.take("customers-2.csv", "code,name\n" + word + "-1," + word + "\n");
        FilesIT.counts(run, "COMPLETED", 1, 1, 0, 0, 0);
        assertEquals("IDLE", folder.status().path("state").asText());
    }

    private String rows(int count) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append(word).append('-').append(i).append(',').append(word).append('\n');
        }
        return rows.toString();
    }

    private void fails(String file, String text, String... told) throws Exception {
        fails(file, text.getBytes(StandardCharsets.UTF_8), told);
    }

    private void fails(String file, byte[] bytes, String... told) throws Exception {
        int before = api.all("/customers?archived=any&q=" + word).size();
        long logged = shared.get().log().lines().count();
        JsonNode run = folder.take(file, bytes);
        assertEquals(run.toString(), "FAILED", run.path("state").asText());
        String message = run.path("message").asText();
        for (String part : told) {
            assertTrue(file + ": " + message, message.contains(part));
        }
        assertFalse(message, message.contains("Exception"));
        assertEquals(1, folder.kept("failed", file).size());
        assertEquals(0, folder.kept("done", file).size());

        // what was taken in before is told: in the counts of the run and row by row
        int created = run.path("created").asInt();
        assertEquals(created, api.all("/customers?archived=any&q=" + word).size() - before);
        List<String> result = folder.kept("results", file).isEmpty() ? List.of() : folder.result(file);
        if (!result.isEmpty()) {
            assertEquals(file + ": " + result, run.path("read").asInt() + 1, result.size());
            assertTrue(result.toString(), result.get(result.size() - 1).contains("failed"));
        } else {
            assertEquals(0, run.path("read").asInt());
        }
        List<String> log = shared.get()
                .log()
                .lines()
                .skip(logged)
                .filter(line -> !line.contains("| INFO "))
                .toList();
        assertTrue(file + ": " + log, log.size() <= 1);
    }
}
