/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** A member keeps content by REST and in the shell, on both databases. */
@RunWith(Parameterized.class)
@Shows({"A14", "V1", "V3"})
public class ContentIT {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private KontorProcess kontor;
    private Api api;
    private String word;

    @Before
    public void start() throws Exception {
        kontor = shared.get();
        api = kontor.api();
        word = Unique.word("content");
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private JsonNode uploaded(String name, byte[] bytes) throws Exception {
        Api.Answer answer = api.send(api.request("/content/files?kind=pattern&name=" + name)
                .header("Content-Type", "application/zip")
                .header("Content-Disposition", "attachment; filename*=UTF-8''gr%C3%B6%C3%9Fe.zip")
                .POST(BodyPublishers.ofByteArray(bytes)));
        assertEquals(answer.text(), 201, answer.status());
        assertTrue(answer.header("Location")
                .endsWith("/kontor/api/v1/content/" + answer.json().path("id").asText()));
        return answer.json();
    }

    private HttpResponse<byte[]> download(String id) throws Exception {
        return CLIENT.send(api.request("/content/" + id + "/file").GET().build(), BodyHandlers.ofByteArray());
    }

    @Test
    public void aFileIsUploadedListedDownloadedReplacedAndDeleted() throws Exception {
        byte[] bytes = bytes(3_000_000);
        JsonNode made = uploaded(word, bytes);
        String id = made.path("id").asText();
        assertEquals("PATTERN", made.path("kind").asText());
        assertEquals("FILE", made.path("form").asText());
        assertEquals(
                "{\"name\":\"größe.zip\",\"mediaType\":\"application/zip\",\"size\":3000000,\"sha256\":\""
                        + sha256(bytes) + "\"}",
                made.path("file").toString());
        assertEquals(made, api.get("/content/" + id).json());
        assertEquals(List.of(made), api.all("/content?kind=PATTERN&q=" + word.substring(2) + "&sort=-changed"));

        HttpResponse<byte[]> got = download(id);
        assertEquals(200, got.statusCode());
        assertArrayEquals(bytes, got.body());
        assertEquals("application/zip", got.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("3000000", got.headers().firstValue("Content-Length").orElseThrow());
        assertEquals(List.of("nosniff"), got.headers().allValues("X-Content-Type-Options"));
        assertEquals(
                "attachment; filename=\"gr__e.zip\"; filename*=UTF-8''gr%C3%B6%C3%9Fe.zip",
                got.headers().firstValue("Content-Disposition").orElseThrow());
        String tag = got.headers().firstValue("ETag").orElseThrow();
        assertEquals('"' + sha256(bytes) + '"', tag);
        assertEquals(
                304,
                api.send(api.request("/content/" + id + "/file")
                                .header("If-None-Match", tag)
                                .GET())
                        .status());

        HttpRequest.Builder put = api.request("/content/" + id + "/file?name=hello.txt")
                .header("Content-Type", "text/plain;charset=utf-8")
                .PUT(BodyPublishers.ofString("hello"));
        assertEquals("version_required", api.send(put).problem());
        assertEquals(
                "stale_version",
                api.send(put.copy().header("If-Match", "\"7\"")).problem());
        Api.Answer replaced = api.send(put.copy().header("If-Match", "\"1\""));
        assertEquals(replaced.text(), 200, replaced.status());
        assertEquals("\"2\"", replaced.header("ETag"));
        assertEquals("hello", new String(download(id).body(), StandardCharsets.UTF_8));
        assertEquals(
                "text/plain;charset=utf-8",
                download(id).headers().firstValue("Content-Type").orElseThrow());

        Api.Answer audit = api.get("/audit?record=" + id);
        assertEquals(2, audit.json().path("items").size());
        assertTrue(audit.text(), audit.text().contains(sha256(bytes)));
        assertEquals("content", audit.json().at("/items/0/recordType").asText());

        assertEquals(
                204,
                api.send(api.request("/content/" + id)
                                .header("If-Match", "\"2\"")
                                .DELETE())
                        .status());
        assertEquals(404, download(id).statusCode());
        assertEquals(404, api.get("/content/" + id).status());
    }

    @Test
    public void aBodyOrALinkIsKeptAndChanged() throws Exception {
        JsonNode made = api.made(
                "/content",
                "{\"kind\":\"DIGITAL_TWIN\",\"name\":\"" + word + "\",\"body\":{\"axes\":[1.5,{\"a\":null}]}}");
        String id = made.path("id").asText();
        assertEquals("{\"axes\":[1.5,{\"a\":null}]}", made.path("body").toString());
        assertFalse(api.all("/content?q=" + word).get(0).has("body"));
        assertEquals(404, download(id).statusCode());
        JsonNode linked = api.patch(
                        "/content/" + id, 1, "{\"link\":\"https://tool.example.com/7\",\"description\":\"Seven\"}")
                .json();
        assertEquals("LINK", linked.path("form").asText());
        assertFalse(linked.has("body"));
        assertEquals(
                "invalid_input link required",
                api.patch("/content/" + id, 2, "{\"link\":null}").problem());
        assertEquals(
                "invalid_input kind unknown_field",
                api.patch("/content/" + id, 2, "{\"kind\":\"PATTERN\"}").problem());
        assertEquals(
                "invalid_input kind unknown_choice, name required, link only_one",
                api.post("/content", "{\"kind\":\"SOUP\",\"body\":1,\"link\":\"https://a.example\"}")
                        .problem());
        assertEquals(
                "invalid_input link malformed_link",
                api.patch("/content/" + id, 2, "{\"link\":\"javascript:alert(1)\"}")
                        .problem());
        assertEquals(
                "unsupported_media_type",
                api.send(api.request("/content")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("x")))
                        .problem());
        assertEquals(
                "invalid_input sort unknown_choice",
                api.get("/content?sort=kind").problem());
        Set<String> kinds = new TreeSet<>();
        api.get("/content/kinds").json().path("items").forEach(kind -> kinds.add(kind.asText()));
        assertTrue(kinds.toString(), kinds.containsAll(Set.of("DIGITAL_TWIN", "CUSTOM_GRIPPER", "HARDWARE_SETUP")));
    }

    /** curl calls everything a form, unless it is told otherwise. */
    @Test
    public void everyMediaTypeIsJustBytes() throws Exception {
        byte[] bytes = "a=1&b=2\r\n--x--".getBytes(StandardCharsets.UTF_8);
        for (String type : List.of(
                "application/x-www-form-urlencoded",
                "multipart/form-data;boundary=x",
                "application/json",
                "text/xml;charset=\"utf-16\"",
                "application/vnd.a-b.c+zip;v=1;w=\"2 3\"")) {
            Api.Answer answer = api.send(api.request("/content/files?kind=PROGRAM&name=" + word)
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofByteArray(bytes)));
            assertEquals(type + answer.text(), 201, answer.status());
            assertEquals(type, answer.json().at("/file/mediaType").asText());
            HttpResponse<byte[]> got = download(answer.json().path("id").asText());
            assertEquals(type, 200, got.statusCode());
            assertArrayEquals(type, bytes, got.body());
            assertTrue(
                    type, got.headers().firstValue("Content-Type").orElseThrow().startsWith(type.split(";")[0]));
        }
        Api.Answer unknown = api.send(
                api.request("/content/files?kind=PROGRAM&name=" + word).POST(BodyPublishers.ofByteArray(bytes)));
        assertEquals(
                "application/octet-stream", unknown.json().at("/file/mediaType").asText());
    }

    /** Who manages the account from above does not enter it: there is nothing. */
    @Test
    @Shows("P6")
    public void whoManagesFromAboveFindsNothing() throws Exception {
        JsonNode ours = uploaded(word, bytes(10));
        JsonNode customer = api.made("/customers", "{\"name\":\"" + word + "\"}");
        String below = api.made(
                        "/accounts",
                        "{\"type\":\"PARTNER\",\"name\":\"" + word + "\",\"customerId\":\""
                                + customer.path("id").asText() + "\"}")
                .path("id")
                .asText();
        String id = ours.path("id").asText();
        for (String path : List.of("/content", "/content/kinds", "/content/" + id, "/content/" + id + "/file")) {
            Api.Answer answer =
                    api.send(api.request(path).header("Kontor-Account", below).GET());
            assertEquals(path + answer.text(), "not_found", answer.problem());
        }
        HttpRequest.Builder upload = api.request("/content/files?kind=PATTERN&name=x")
                .header("Kontor-Account", below)
                .POST(BodyPublishers.ofByteArray(bytes(10)));
        assertEquals("not_found", api.send(upload).problem());
        HttpRequest.Builder delete = api.request("/content/" + id)
                .header("Kontor-Account", below)
                .header("If-Match", "*")
                .DELETE();
        assertEquals("not_found", api.send(delete).problem());
        assertEquals(200, api.get("/content/" + id).status());
    }

    /** The body ends before its length; and one that is too large is told so. */
    @Test
    @Shows("X3")
    public void anUploadIsThereWholeOrNotAtAll() throws Exception {
        Wire wire = new Wire(kontor.port, api.basic());
        String target = "/kontor/api/v1/content/files?kind=PATTERN&name=" + word;
        Api.Answer broken = wire.chunked("POST", target, new byte[100]);
        assertEquals(broken.text(), 201, broken.status());
        byte[] half = ("POST " + target + "-half HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + api.basic()
                        + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\nhello\r\nno chunk\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        Api.Answer answer = wire.exchange(half);
        assertEquals(answer.toString(), "malformed_body", answer.problem());
        assertEquals(0, api.all("/content?q=" + word + "-half").size());

        HttpResponse<String> large = CLIENT.send(
                api.request("/content/files?kind=PATTERN&name=" + word + "-large")
                        .POST(BodyPublishers.ofByteArrays(java.util.Collections.nCopies(101, new byte[1 << 20])))
                        .build(),
                BodyHandlers.ofString());
        assertEquals(large.body(), 413, large.statusCode());
        assertTrue(large.body(), large.body().contains("body_too_large"));
        assertEquals(0, api.all("/content?q=" + word + "-large").size());
    }

    @Test
    public void theShellUploadsListsShowsDownloadsAndDeletes() throws Exception {
        byte[] bytes = bytes(500_000);
        Path folder = Files.createDirectories(kontor.home.resolve("content-" + word));
        Path file = Files.write(folder.resolve("pallet 1.zip"), bytes);
        try (Ssh ssh = new Ssh(kontor.sshPort)) {
            Ssh.Said said = ssh.run("kontor:content-upload --kind pattern --name " + word + " \"" + file + "\"");
            assertEquals(said.text(), 0, said.status());
            assertTrue(said.text(), said.text().contains("500000 bytes"));
            JsonNode listed = ssh.run("kontor:content-list --json --kind pattern " + word)
                    .json()
                    .path("items");
            assertEquals(1, listed.size());
            String id = listed.path(0).path("id").asText();
            assertEquals(sha256(bytes), listed.at("/0/file/sha256").asText());
            assertEquals("pallet 1.zip", listed.at("/0/file/name").asText());
            assertTrue(ssh.run("kontor:content-list " + word).text().contains("pallet 1.zip (500,000 bytes)"));
            assertTrue(ssh.run("kontor:content-show " + word).text().contains(sha256(bytes)));

            Path back = folder.resolve("back.zip");
            said = ssh.run("kontor:content-download " + id + " " + back);
            assertEquals(said.text(), 0, said.status());
            assertArrayEquals(bytes, Files.readAllBytes(back));
            said = ssh.run("kontor:content-download " + id + " " + back);
            assertTrue(said.text(), said.status() == 1 && said.text().contains("--force"));

            Path other = Files.writeString(folder.resolve("note.txt"), "hello");
            said = ssh.run("kontor:content-upload --json --replace " + id + " " + other);
            assertEquals(said.text(), 2, said.json().path("version").asInt());
            assertEquals("hello", new String(download(id).body(), StandardCharsets.UTF_8));

            said = ssh.run("kontor:content-delete " + id);
            assertTrue(said.text(), said.status() == 1 && said.text().contains("--yes"));
            said = ssh.run("kontor:content-delete --yes " + id);
            assertEquals(said.text(), 0, said.status());
            said = ssh.run("kontor:content-show " + word);
            assertTrue(said.text(), said.status() == 1 && said.text().contains("kontor:content-list"));
            said = ssh.run("kontor:content-upload --kind soup " + other);
            assertTrue(said.text(), said.status() == 1 && said.text().contains("unknown_choice"));

            ssh.run("kontor:customer-create code=" + word + " name=" + word);
            ssh.run("kontor:account-create code=" + word + " type=partner name=" + word + " customerId=" + word);
            said = ssh.run("kontor:content-list --account " + word);
            assertTrue(said.text(), said.status() == 1 && said.text().contains("no member"));
        }
    }
}
