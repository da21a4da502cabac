/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.nio.file.Path;
import java.util.List;

import org.junit.Before;
import org.junit.Test;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** Connections are configurations that come, change and go without touching each other. */
@Shows({"S1", "S14"})
public class ConnectionsIT {
    /** More than are taken in before a change of the configuration is noticed, 20 at once. */
    private static final int ROWS = 12_000;

    private KontorProcess kontor;

    @Before
    public void start() throws Exception {
        kontor = Shared.H2.get();
    }

    @Test
    public void oneComesChangesAndGoesWithoutTouchingAnother() throws Exception {
        Folder steady = new Folder(kontor, "steady-").open();
        takes(steady);
        JsonNode before = steady.status();

        Folder other = new Folder(kontor, "other-").open();
        takes(other);
        assertEquals(before, steady.status());

        String since = other.status().path("since").asText();
        Folder moved = new Folder(kontor, "moved-");
        other.connect("IDLE", "folder", moved.path.toString(), "batch", "7");
        Await.until(
                "the change counts",
                Folder.DEADLINE,
                () -> !other.status().path("since").asText().equals(since));
        String word = Unique.word("c");
        moved.drop("customers.csv", file(word));
        Await.until(
                "the new folder is read",
                Folder.DEADLINE,
                () -> kontor.api().all("/customers?q=" + word).size() == 1);
        assertEquals(before, steady.status());

        kontor.removeConnection(other.name);
        Await.until("it is gone", Folder.DEADLINE, () -> other.status() == null);
        assertEquals(before, steady.status());
        takes(steady);
        kontor.removeConnection(steady.name);
    }

    @Test
    @Shows({"S11", "X4"})
    public void oneIsStoppedPausedAndGoesOnByRest() throws Exception {
        Folder folder = new Folder(kontor, "held-").open();
        takes(folder);
        control(folder, "pause", "PAUSED");
        Path file = kontor.karaf.resolve("etc/org.kontor.connection-" + folder.name + ".cfg");
        assertTrue(java.nio.file.Files.readString(file).contains("paused = true"));
        String word = Unique.word("c");
        folder.drop("customers.csv", file(word));
        assertEquals(503, post(folder, "sync", "{}"));
        assertEquals(200, kontor.api().anonymous("GET", "/kontor/health/ready").status());
        assertTrue(java.nio.file.Files.exists(folder.path.resolve("customers.csv")));

        control(folder, "resume", "IDLE");
        Await.until(
                "it goes on",
                Folder.DEADLINE,
                () -> kontor.api().all("/customers?q=" + word).size() == 1);

        control(folder, "stop", "STOPPED");
        assertEquals(503, post(folder, "pause", ""));
        control(folder, "start", "IDLE");
        control(folder, "pause", "PAUSED");
        control(folder, "start", "IDLE");
        Api.Answer again = kontor.api().post("/connections/" + folder.name + "/sync", "{\"full\":true}");
        assertEquals(again.text(), 400, again.status());
        assertEquals("not_offered", again.json().at("/violations/0/rule").asText());
        assertEquals(404, kontor.api().post("/connections/no-such/pause", "").status());
        assertEquals(200, post(folder, "sync", "{}"));
        kontor.removeConnection(folder.name);
    }

    private int post(Folder folder, String what, String body) throws Exception {
        return kontor.api()
                .post("/connections/" + folder.name + "/" + what, body)
                .status();
    }

    private void control(Folder folder, String what, String state) throws Exception {
        assertEquals(200, post(folder, what, ""));
        Await.until("it is " + state, Folder.DEADLINE, () -> kontor.api()
                .get("/connections/" + folder.name)
                .json()
                .path("state")
                .asText()
                .equals(state));
    }

    @Test
    public void aWrongSettingIsNamed() throws Exception {
        Folder folder = new Folder(kontor, "wrong-");
        failed(folder, "'poll'", "poll", "soon");
        failed(folder, "'poll'", "poll", "1ms");
        failed(folder, "'batch'", "batch", "many");
        failed(folder, "'batch'", "batch", "1001");
        failed(folder, "'folder'", "folder", "");
        failed(folder, "'folder'", "folder", "/proc/nothing/here");
        failed(folder, "'connector'", "connector", "");
        folder.open();
        takes(folder);
        kontor.removeConnection(folder.name);
    }

    @Test
    public void anUnknownKindIsTold() throws Exception {
        Folder folder = new Folder(kontor, "unknown-");
        told(folder, "STARTING", "'pigeon-post'", "connector", "pigeon-post");
        kontor.removeConnection(folder.name);
    }

    @Test
    public void aFolderIsReadAgainAfterItComesBack() throws Exception {
        Folder folder = new Folder(kontor, "back-").open();
        takes(folder);
        kontor.removeConnection(folder.name);
        Await.until("it is gone", Folder.DEADLINE, () -> folder.status() == null);
        String word = Unique.word("c");
        folder.drop("customers.csv", file(word));
        folder.connect("IDLE");
        Await.until(
                "the file is read",
                Folder.DEADLINE,
                () -> kontor.api().all("/customers?q=" + word).size() == 1);
        kontor.removeConnection(folder.name);
    }

    @Test
    @Shows("S3")
    public void aFileThatAChangeCutsOffIsTakenInToItsEnd() throws Exception {
        Folder folder = new Folder(kontor, "cut-");
        folder.connect("IDLE", "batch", "20");
        String word = Unique.word("c");
        StringBuilder rows = new StringBuilder("code,name\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append(word)
                    .append('-')
                    .append(i)
                    .append(',')
                    .append(word)
                    .append(' ')
                    .append(i)
                    .append('\n');
        }
        folder.drop("customers.csv", rows.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Await.until("under way", Folder.DEADLINE, () -> {
            JsonNode run = kontor.api()
                    .get("/runs?limit=1&connection=" + folder.name)
                    .json()
                    .path("items")
                    .path(0);
            return run.path("read").asInt() > 0;
        });
        folder.configure("batch", "500");
        Await.until("it was cut off, and goes on to its end", Folder.DEADLINE, () -> {
            JsonNode runs =
                    kontor.api().get("/runs?connection=" + folder.name).json().path("items");
            return runs.path(0).path("state").asText().equals("COMPLETED")
                    && runs.path(1).path("state").asText().equals("INTERRUPTED");
        });
        assertEquals(ROWS, kontor.api().all("/customers?q=" + word).size());
        assertFalse(java.nio.file.Files.exists(folder.path.resolve("failed")));
        kontor.removeConnection(folder.name);
    }

    private static void failed(Folder folder, String told, String... settings) throws Exception {
        told(folder, "FAILED", told, settings);
    }

    /** The state alone may still be that of the settings before. */
    private static void told(Folder folder, String state, String told, String... settings) throws Exception {
        folder.connect(state, settings);
        Await.until("the message names " + told, Folder.DEADLINE, () -> {
            JsonNode status = folder.status();
            return status.path("state").asText().equals(state)
                    && status.path("message").asText().contains(told);
        });
    }

    private void takes(Folder folder) throws Exception {
        JsonNode run = folder.take("customers.csv", new String(file(Unique.word("c"))));
        assertEquals(
                run.toString(),
                List.of("COMPLETED", 1),
                List.of(run.path("state").asText(), run.path("created").asInt()));
        Await.until(
                "idle",
                Folder.DEADLINE,
                () -> folder.status().path("state").asText().equals("IDLE"));
    }

    private static byte[] file(String word) {
        return ("code,name\n" + word + "," + word + "\n").getBytes();
    }
}
