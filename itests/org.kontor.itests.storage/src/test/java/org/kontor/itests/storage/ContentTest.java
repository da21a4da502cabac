/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.content.ContentEdit;
import org.kontor.api.content.ContentFile;
import org.kontor.api.content.ContentForm;
import org.kontor.api.content.ContentItem;
import org.kontor.api.content.ContentQuery;
import org.kontor.api.content.ContentQuery.Sort;
import org.kontor.api.content.ContentUpload;
import org.kontor.api.content.Contents;
import org.kontor.api.content.NewContent;
import org.kontor.api.customer.Customer;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.Page;
import org.kontor.api.record.Stamp;
import org.kontor.core.content.ContentDesk;
import org.kontor.core.content.ContentSettings;
import org.kontor.core.record.Cursors;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.spi.store.Ids;
import org.kontor.spi.text.TextKeys;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** What members keep in an account. */
@Shows("A14")
public class ContentTest extends OnBothDatabases {
    private static final int CHUNK = 256 * 1024;
    private static final long MAX_FILE = 4L << 20;
    private static final long SEED = 20261123;

    private final Random random = new Random(SEED);
    private Contents contents;
    private UUID north;
    private UUID south;
    private CallContext nina;
    private CallContext sven;

    @Before
    public void members() {
        contents = desk(MAX_FILE);
        north = partner("North");
        south = partner("South");
        nina = member(north, "nina", Role.ACCOUNT_ADMIN);
        sven = member(south, "sven", Role.ACCOUNT_ADMIN);
    }

    private Contents desk(long maxFile) {
        ContentSettings settings = new ContentSettings(List.of("RECIPE"), maxFile, 1000);
        return new ContentDesk(unitOfWork, new Cursors(new JpaServerSecrets(database.factory())), settings);
    }

    private UUID partner(String name) {
        Customer customer = customers.create(ME, named(name));
        return accounts.create(
                        ME,
                        FieldValues.builder()
                                .set(AccountField.NAME, name)
                                .set(AccountField.TYPE, AccountType.PARTNER.name())
                                .set(AccountField.CUSTOMER, customer.id())
                                .build())
                .id();
    }

    private static CallContext member(UUID account, String name, Role... roles) {
        return CallContext.of(new Actor(UUID.randomUUID(), name, account, Set.of(roles)), Source.REST);
    }

    private static NewContent link(String kind, String name) {
        return new NewContent(kind, name, null, null, "https://tool.example.com/run");
    }

    private static NewContent json(String kind, String name, String body) {
        return new NewContent(kind, name, null, body, null);
    }

    private static NewContent filed(String kind, String name) {
        return new NewContent(kind, name, null, null, null);
    }

    private static ContentUpload upload(byte[] bytes, String name) {
        return new ContentUpload(new ByteArrayInputStream(bytes), name, "application/zip");
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private byte[] read(CallContext call, ContentItem item) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        contents.writeFile(call, item.id(), item.file().sha256(), out);
        return out.toByteArray();
    }

    private static ContentQuery all(int limit, String cursor) {
        return new ContentQuery(null, null, null, false, limit, cursor);
    }

    private List<ContentItem> list(CallContext call) {
        return contents.find(call, all(200, null)).items();
    }

    private long blobs() throws Exception {
        return database.count("SELECT COUNT(*) FROM content_blob");
    }

    private void assertNoBytes() throws Exception {
        assertEquals(0, blobs());
        assertEquals(0, database.count("SELECT COUNT(*) FROM content_chunk"));
    }

    @Test
    public void kindsAreThoseOfTheGlossaryAndThoseThatAreConfigured() {
        assertEquals(
                List.of(
                        "DIGITAL_TWIN",
                        "PATTERN",
                        "PROGRAM",
                        "PRODUCT",
                        "INSTALLED_ROBOT",
                        "ROBOT_CONFIGURATION",
                        "CUSTOM_GRIPPER",
                        "HARDWARE_SETUP",
                        "SIMULATION",
                        "RECIPE"),
                contents.kinds(nina));
        for (String kind : contents.kinds(nina)) {
            ContentItem made = contents.create(nina, link(kind, "One " + kind));
            assertEquals(kind, made.kind());
            assertEquals(made, contents.get(nina, made.id()));
            assertEquals(
                    List.of(made.id()),
                    contents.find(nina, new ContentQuery(kind, null, null, false, 50, null)).items().stream()
                            .map(ContentItem::id)
                            .toList());
        }
        assertEquals(
                "PATTERN",
                contents.create(nina, link(" pattern ", "Small letters")).kind());
        assertViolations(List.of("kind unknown_choice"), () -> contents.create(nina, link("SOUP", "No")));
        assertViolations(List.of("kind required"), () -> contents.create(nina, link(null, "No")));
        assertViolations(
                List.of("kind unknown_choice"),
                () -> contents.find(nina, new ContentQuery("SOUP", null, null, false, 50, null)));
    }

    @Test
    public void anItemIsABodyOrAFileOrALink() throws Exception {
        ContentItem body = contents.create(
                nina,
                new NewContent(
                        "PROGRAM", " Pick\u00a0", "Two\r\nlines ", "{ \"a\" : [1.50, 1e400, \"ü\\u0000\"] }", null));
        assertEquals(ContentForm.BODY, body.form());
        assertEquals("Pick", body.name());
        assertEquals("Two\nlines", body.description());
        assertEquals("{\"a\":[1.5,1E+400,\"ü\\u0000\"]}", body.body());
        assertEquals(body, contents.get(nina, body.id()));
        assertEquals("nina", body.created().by());
        assertEquals("REST", body.changed().through());

        ContentItem link = contents.create(nina, link("SIMULATION", "Run"));
        assertEquals(ContentForm.LINK, link.form());
        assertEquals("https://tool.example.com/run", link.link());

        byte[] bytes = bytes(1000);
        ContentItem file = contents.create(nina, filed("PATTERN", null), upload(bytes, "C:\\temp\\größe.zip"));
        assertEquals(ContentForm.FILE, file.form());
        assertEquals("größe.zip", file.name());
        assertEquals(new ContentFile("größe.zip", "application/zip", 1000, sha256(bytes)), file.file());
        assertEquals(file, contents.get(nina, file.id()));
        assertArrayEquals(bytes, read(nina, file));

        assertViolations(
                List.of("link only_one"),
                () -> contents.create(nina, new NewContent("PATTERN", "x", null, "{}", "https://a.example")));
        assertViolations(List.of("body required"), () -> contents.create(nina, filed("PATTERN", "x")));
        assertTrue(list(nina).stream().allMatch(item -> item.body() == null));
    }

    @Test
    public void whatBreaksARuleIsToldAndNotWritten() throws Exception {
        String half = "a\ud800";
        assertViolations(
                List.of("kind required", "name required", "body required"),
                () -> contents.create(nina, new NewContent(null, " ", null, null, null)));
        for (String bad :
                new String[] {"{", "", "{\"a\":1,\"a\":2}", "[1] 2", "nope", "\"\\ud800\"", "[".repeat(200)}) {
            assertViolations(List.of("body malformed_json"), () -> contents.create(nina, json("PATTERN", "x", bad)));
        }
        assertViolations(
                List.of("body too_long"),
                () -> contents.create(nina, json("PATTERN", "x", '"' + "ü".repeat(500) + '"')));
        for (String bad : new String[] {
            "ftp://a.example/x", "javascript:alert(1)", "//a.example", "https://", "https://me:pw@a.example", "x", "a b"
        }) {
            assertViolations(
                    List.of("link malformed_link"),
                    () -> contents.create(nina, new NewContent("PATTERN", "x", null, null, bad)));
        }
        assertViolations(
                List.of("link too_long"),
                () -> contents.create(
                        nina, new NewContent("PATTERN", "x", null, null, "https://a.example/" + "ü".repeat(700))));
        assertViolations(
                List.of("name control_character", "description control_character"),
                () -> contents.create(nina, new NewContent("PATTERN", half, half, "{}", null)));
        assertViolations(
                List.of("description too_long"),
                () -> contents.create(nina, new NewContent("PATTERN", "x", "y".repeat(4001), "{}", null)));
        for (String bad : new String[] {
            "*/*", "text", "text/x\nY: 1", "a/b;", "a/b;c", "a/b;c=\"", "a/b;c=\"ü\"", "a/b;" + "c".repeat(200)
        }) {
            assertViolations(
                    List.of("mediaType malformed_media_type"),
                    () -> contents.create(
                            nina,
                            filed("PATTERN", "x"),
                            new ContentUpload(InputStream.nullInputStream(), "a.zip", bad)));
        }
        assertViolations(
                List.of("fileName control_character"),
                () -> contents.create(nina, filed("PATTERN", "x"), upload(new byte[1], "a\nb")));
        assertViolations(
                List.of("fileName malformed_name"),
                () -> contents.create(nina, filed("PATTERN", "x"), upload(new byte[1], "a/..")));
        assertRefused(
                ErrorCode.BODY_TOO_LARGE,
                () -> contents.create(nina, filed("PATTERN", "x"), upload(new byte[(int) MAX_FILE + 1], "a")));
        assertEquals(List.of(), list(nina));
        assertNoBytes();
        assertEquals(0, spooled());
        assertEquals(
                MAX_FILE,
                contents.create(nina, filed("PATTERN", "x"), upload(new byte[(int) MAX_FILE], "a"))
                        .file()
                        .size());
    }

    @Test
    @Shows("C2")
    public void listsAreSearchedSortedAndPaged() {
        String[] names = {"Äpfel 100%", "apfel_1", "Birne", "birne", "Zebra", "Öl", "100", "ölig!"};
        for (int i = 0; i < 25; i++) {
            contents.create(nina, link(i % 3 == 0 ? "PATTERN" : "PROGRAM", names[random.nextInt(names.length)]));
            contents.create(sven, link("PATTERN", "Not hers"));
        }
        List<ContentItem> expected = new ArrayList<>(list(nina));
        assertEquals(25, expected.size());
        for (Sort sort : Sort.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                Comparator<ContentItem> order = sort == Sort.NAME
                        ? Comparator.comparing((ContentItem item) -> TextKeys.sortKey(item.name()))
                        : Comparator.comparing(item -> item.changed().at());
                order = order.thenComparing(item -> item.id().toString());
                expected.sort(descending ? order.reversed() : order);
                List<ContentItem> paged = new ArrayList<>();
                String cursor = null;
                do {
                    Page<ContentItem> page =
                            contents.find(nina, new ContentQuery(null, null, sort, descending, 4, cursor));
                    paged.addAll(page.items());
                    cursor = page.next();
                } while (cursor != null);
                assertEquals(sort + " " + descending, expected, paged);
            }
        }
        for (String text : new String[] {"PFEL", "%", "_", "!", "ol"}) {
            assertEquals(
                    text,
                    expected.stream()
                            .filter(item -> TextKeys.sortKey(item.name()).contains(TextKeys.sortKey(text)))
                            .map(ContentItem::id)
                            .collect(Collectors.toSet()),
                    contents.find(nina, new ContentQuery(null, text, null, false, 200, null)).items().stream()
                            .map(ContentItem::id)
                            .collect(Collectors.toSet()));
        }
        String cursor = contents.find(nina, all(4, null)).next();
        assertRefused(ErrorCode.INVALID_CURSOR, () -> contents.find(sven, all(4, cursor)));
        assertRefused(
                ErrorCode.INVALID_CURSOR,
                () -> contents.find(nina, new ContentQuery("PATTERN", null, null, false, 4, cursor)));
        assertViolations(List.of("limit out_of_range"), () -> contents.find(nina, all(201, null)));
    }

    @Test
    @Shows("U1")
    public void aChangeIsBasedOnAVersionAndAudited() throws Exception {
        ContentItem made = contents.create(nina, json("PATTERN", "Grid", "{\"secret\":\"s3cret\"}"));
        ContentItem same = contents.change(nina, made.id(), 1, new ContentEdit("Grid", null, null, null));
        assertEquals(made, same);
        ContentItem named = contents.change(nina, made.id(), 1, new ContentEdit("Net", "Fine", null, null));
        assertEquals(2, named.version());
        assertEquals(made.body(), named.body());
        assertRefused(
                ErrorCode.STALE_VERSION,
                () -> contents.change(nina, made.id(), 1, new ContentEdit("Other", null, null, null)));
        ContentItem filed = contents.putFile(nina, made.id(), 2, upload(bytes(10), null));
        assertEquals(ContentForm.FILE, filed.form());
        assertNull(filed.body());
        assertEquals("Net", filed.file().name());
        assertRefused(ErrorCode.STALE_VERSION, () -> contents.putFile(nina, made.id(), 2, upload(bytes(10), null)));
        byte[] other = bytes(20);
        ContentItem replaced = contents.putFile(nina, made.id(), 3, upload(other, "net.zip"));
        assertEquals(1, blobs());
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> contents.writeFile(nina, made.id(), filed.file().sha256(), OutputStream.nullOutputStream()));
        assertEquals(replaced, contents.putFile(nina, made.id(), 4, upload(other, "net.zip")));
        ContentItem linked = contents.change(
                nina, made.id(), 4, new ContentEdit(null, "", null, "https://tool.example.com/?token=t0ken"));
        assertNull(linked.file());
        assertNull(linked.description());
        assertNoBytes();
        contents.delete(nina, made.id(), 5);
        assertRefused(ErrorCode.NOT_FOUND, () -> contents.get(nina, made.id()));
        assertRefused(ErrorCode.NOT_FOUND, () -> contents.delete(nina, made.id(), 5));

        List<AuditEntry> audit = audit(nina);
        assertEquals(
                List.of("DELETE 6", "UPDATE 5", "UPDATE 4", "UPDATE 3", "UPDATE 2", "CREATE 1"),
                audit.stream()
                        .map(entry -> entry.action() + " " + entry.version())
                        .toList());
        assertTrue(audit.stream()
                .allMatch(entry -> entry.recordType().equals("content")
                        && entry.recordId().equals(made.id())
                        && entry.actor().equals("nina")));
        assertEquals(AuditAction.CREATE, audit.get(5).action());
        assertTrue(audit.get(2).changes().contains(new FieldChange("file.size", "10", "20")));
        assertTrue(audit.get(2)
                .changes()
                .contains(new FieldChange("file.sha256", filed.file().sha256(), sha256(other))));
        assertTrue(audit.get(1).changes().contains(new FieldChange("link", null, "https://tool.example.com/?…")));
        assertFalse(audit.toString(), audit.toString().contains("s3cret"));
        assertFalse(audit.toString(), audit.toString().contains("t0ken"));
        assertTrue(audit.get(5).toString(), audit.get(5).toString().contains("19 bytes, SHA-256 "));
    }

    private List<AuditEntry> audit(CallContext call) {
        return journal.find(call, new AuditQuery(null, null, null, null, null, null, 200, null)).items().stream()
                .filter(entry -> entry.recordType().equals("content"))
                .toList();
    }

    @Test
    public void filesOfAnySizeComeBackAsTheyWere() {
        for (int size : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 77}) {
            byte[] bytes = bytes(size);
            ContentItem item = contents.create(nina, filed("PATTERN", "x"), upload(bytes, "x"));
            assertEquals(size, item.file().size());
            assertArrayEquals("size " + size, bytes, read(nina, item));
        }
    }

    @Test
    public void theSameBytesLieThereOnceAndGoWithTheLastItem() throws Exception {
        byte[] bytes = bytes(CHUNK + 5);
        List<ContentItem> hers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            hers.add(contents.create(nina, filed("PATTERN", "x"), upload(bytes, "x" + i)));
        }
        ContentItem his = contents.create(sven, filed("PROGRAM", "y"), upload(bytes, "y"));
        assertEquals(1, blobs());
        assertEquals(2, database.count("SELECT COUNT(*) FROM content_chunk"));
        for (ContentItem item : hers) {
            contents.delete(nina, item.id(), 1);
            assertArrayEquals(bytes, read(sven, his));
        }
        contents.delete(sven, his.id(), 1);
        assertNoBytes();
    }

    /** Two take the last references away while a third refers anew. */
    @Test
    @Shows("X1")
    public void racingDeletesAndUploadsNeitherLoseNorLeaveBytes() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (int i = 0; i < 25; i++) {
                byte[] bytes = bytes(1 + random.nextInt(2 * CHUNK));
                ContentItem hers = contents.create(nina, filed("PATTERN", "x"), upload(bytes, "x"));
                ContentItem his = contents.create(sven, filed("PATTERN", "x"), upload(bytes, "x"));
                CyclicBarrier start = new CyclicBarrier(3);
                Callable<ContentItem> first = () -> {
                    start.await();
                    contents.delete(nina, hers.id(), 1);
                    return null;
                };
                Callable<ContentItem> second = () -> {
                    start.await();
                    contents.delete(sven, his.id(), 1);
                    return null;
                };
                Callable<ContentItem> third = () -> {
                    start.await();
                    return contents.create(nina, filed("PROGRAM", "y"), upload(bytes, "y"));
                };
                List<Future<ContentItem>> done = threads.invokeAll(List.of(first, second, third));
                done.get(0).get();
                done.get(1).get();
                ContentItem made = done.get(2).get();
                assertEquals(1, blobs());
                assertArrayEquals(bytes, read(nina, made));
                contents.delete(nina, made.id(), 1);
                assertNoBytes();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Nobody has these bytes yet, and several bring them at once. */
    @Test
    @Shows("X1")
    public void racingUploadsOfTheSameBytesAllSucceed() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (int i = 0; i < 10; i++) {
                byte[] bytes = bytes(CHUNK + i);
                CyclicBarrier start = new CyclicBarrier(3);
                List<Callable<ContentItem>> uploads = new ArrayList<>();
                for (CallContext call : List.of(nina, nina, sven)) {
                    uploads.add(() -> {
                        start.await();
                        return contents.create(call, filed("PATTERN", "x"), upload(bytes, "x"));
                    });
                }
                for (Future<ContentItem> one : threads.invokeAll(uploads)) {
                    one.get();
                }
                assertEquals(i + 1, blobs());
            }
            assertArrayEquals(
                    read(sven, list(sven).get(0)), read(nina, sameAs(list(sven).get(0))));
        } finally {
            threads.shutdownNow();
        }
    }

    private ContentItem sameAs(ContentItem his) {
        return list(nina).stream()
                .filter(item -> item.file().sha256().equals(his.file().sha256()))
                .findFirst()
                .orElseThrow();
    }

    /** So many bytes, then the client is gone. */
    private static InputStream broken(int after) {
        return new InputStream() {
            private int left = after;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("gone");
                }
                return 7;
            }
        };
    }

    private static long spooled() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("kontor-content-"))
                    .count();
        }
    }

    @Test
    @Shows("X3")
    public void aClientThatBreaksOffLeavesNothing() throws Exception {
        byte[] bytes = bytes(100);
        ContentItem there = contents.create(nina, filed("PATTERN", "x"), upload(bytes, "x"));
        for (int after : new int[] {0, 1000, 700_000}) {
            assertRefused(
                    ErrorCode.MALFORMED_BODY,
                    () -> contents.create(
                            nina, filed("PATTERN", "y"), new ContentUpload(broken(after), "y", "text/plain")));
            assertRefused(
                    ErrorCode.MALFORMED_BODY,
                    () -> contents.putFile(nina, there.id(), 1, new ContentUpload(broken(after), "y", "text/plain")));
        }
        assertEquals(List.of(there), list(nina));
        assertArrayEquals(bytes, read(nina, there));
        assertEquals(1, blobs());
        assertEquals(0, spooled());
    }

    /** Far more bytes go in and out than memory grows meanwhile. H2 itself holds its tables in memory here. */
    @Test
    @Shows("X3")
    public void aFileIsNeverInMemory() throws Exception {
        Assume.assumeTrue(kind == TestDatabase.POSTGRESQL);
        long size = 96L << 20;
        contents = desk(size);
        long before = used();
        AtomicLong most = new AtomicLong();
        AtomicInteger looks = new AtomicInteger();
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        watch.scheduleWithFixedDelay(
                () -> {
                    most.accumulateAndGet(used() - before, Math::max);
                    looks.incrementAndGet();
                },
                0,
                200,
                TimeUnit.MILLISECONDS);
        try {
            ContentItem item =
                    contents.create(nina, filed("SIMULATION", "Big"), new ContentUpload(big(size), "big", null));
            assertEquals(size, item.file().size());
            assertEquals("application/octet-stream", item.file().mediaType());
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
            contents.writeFile(nina, item.id(), item.file().sha256(), out);
            assertEquals(item.file().sha256(), HexFormat.of().formatHex(digest.digest()));
        } finally {
            watch.shutdown();
            assertTrue(watch.awaitTermination(10, TimeUnit.SECONDS));
        }
        // what others had left behind may go meanwhile, and so the memory may even shrink
        assertTrue("looked " + looks.get() + " times", looks.get() > 1);
        assertTrue("grew by " + (most.get() >> 20) + " MiB", most.get() < 24L << 20);
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static InputStream big(long size) {
        byte[] noise = new byte[1 << 20];
        new Random(SEED).nextBytes(noise);
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                return at < size ? noise[(int) (at++ % noise.length)] & 0xFF : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                int from = (int) (at % noise.length);
                int some = (int) Math.min(Math.min(length, noise.length - from), size - at);
                System.arraycopy(noise, from, buffer, offset, some);
                at += some;
                return some == 0 ? -1 : some;
            }
        };
    }

    @Test
    @Shows({"P6", "U1"})
    public void onlyWhoEntersTheAccountSeesItsContent() {
        ContentItem item = contents.create(nina, filed("PATTERN", "Hers"), upload(bytes(10), "x"));
        CallContext above = accounts.within(ME, north);
        CallContext reader = member(north, "rita", Role.READ_ONLY);
        assertEquals(item, contents.get(reader, item.id()));
        assertEquals(10, read(reader, item).length);
        for (CallContext call : List.of(above, sven, ME)) {
            assertRefused(ErrorCode.NOT_FOUND, () -> contents.get(call, item.id()));
            assertRefused(ErrorCode.NOT_FOUND, () -> contents.delete(call, item.id(), 1));
            assertRefused(
                    ErrorCode.NOT_FOUND,
                    () -> contents.change(call, item.id(), 1, new ContentEdit("Mine", null, null, null)));
            assertRefused(ErrorCode.NOT_FOUND, () -> contents.putFile(call, item.id(), 1, upload(bytes(1), "mine")));
            assertRefused(
                    ErrorCode.NOT_FOUND,
                    () -> contents.writeFile(call, item.id(), item.file().sha256(), OutputStream.nullOutputStream()));
            assertEquals(List.of(), audit(call));
        }
        assertRefused(ErrorCode.NOT_FOUND, () -> list(above));
        assertRefused(ErrorCode.NOT_FOUND, () -> contents.kinds(above));
        assertRefused(ErrorCode.NOT_FOUND, () -> contents.create(above, link("PATTERN", "Mine")));
        assertEquals(List.of(), list(sven));
        assertEquals(List.of(), list(ME));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> contents.create(reader, link("PATTERN", "Mine")));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> contents.delete(reader, item.id(), 1));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> contents.putFile(reader, item.id(), 1, upload(bytes(1), "x")));
        assertEquals(1, audit(nina).size());
    }

    @Test
    @Shows("A16")
    public void whatIsClosedOrArchivedTakesNothingNew() {
        ContentItem item = contents.create(nina, filed("PATTERN", "x"), upload(bytes(10), "x"));
        accounts.update(
                ME,
                north,
                accounts.get(ME, north).version(),
                FieldValues.builder().set(AccountField.CLOSED, true).build());
        takesNothing(ErrorCode.ACCOUNT_CLOSED, item);
        accounts.update(
                ME,
                north,
                accounts.get(ME, north).version(),
                FieldValues.builder().set(AccountField.CLOSED, false).build());
        accounts.setArchived(ME, north, null, true);
        takesNothing(ErrorCode.ARCHIVED, item);
        assertEquals(10, read(nina, item).length);
        contents.delete(nina, item.id(), 1);
        assertEquals(List.of(), list(nina));
    }

    private void takesNothing(ErrorCode code, ContentItem item) {
        assertRefused(code, () -> contents.create(nina, link("PATTERN", "x")));
        // not even looked at
        assertRefused(
                code, () -> contents.create(nina, filed("PATTERN", "x"), new ContentUpload(broken(0), "x", null)));
        assertRefused(code, () -> contents.putFile(nina, item.id(), 1, new ContentUpload(broken(0), "x", null)));
        assertRefused(code, () -> contents.change(nina, item.id(), 1, new ContentEdit("New", null, null, null)));
        assertEquals(List.of(item), list(nina));
    }

    @Test
    @Shows("A16")
    public void anAccountThatHoldsContentIsNotDeleted() {
        ContentItem item = contents.create(nina, link("PATTERN", "x"));
        KontorException refusal = assertThrows(KontorException.class, () -> accounts.delete(ME, north, 1));
        assertEquals(ErrorCode.IN_USE, refusal.code());
        assertTrue(refusal.getMessage(), refusal.getMessage().contains("content items"));
        contents.delete(nina, item.id(), 1);
        accounts.delete(ME, north, 1);
    }

    /** Exactly the items of the chosen kinds, as they are, with ids of their own; bytes are referred to. */
    @Test
    @Shows("A5")
    public void aCopyHasTheChosenKindsAndNothingElse() throws Exception {
        for (int round = 0; round < 6; round++) {
            UUID target = partner("Target " + round);
            CallContext there = member(target, "tina", Role.ACCOUNT_ADMIN);
            List<String> kinds = contents.kinds(nina);
            for (int i = 0; i < 10; i++) {
                any(kinds.get(random.nextInt(kinds.size())), i);
            }
            Set<String> chosen =
                    kinds.stream().filter(kind -> random.nextBoolean()).collect(Collectors.toSet());
            List<ContentItem> originals = whole(nina);
            long bytes = blobs();
            Stamp stamp = new Stamp(Ids.now(), "nina", "REST");
            int copied =
                    unitOfWork.write(nina, transaction -> transaction.content().copy(north, target, chosen, stamp));
            List<ContentItem> copies = whole(there);
            List<String> expected = originals.stream()
                    .filter(item -> chosen.contains(item.kind()))
                    .map(ContentTest::but)
                    .sorted()
                    .toList();
            assertEquals(expected.size(), copied);
            assertEquals(
                    expected, copies.stream().map(ContentTest::but).sorted().toList());
            assertEquals("originals stay", originals, whole(nina));
            assertEquals("bytes are not copied", bytes, blobs());
            Set<UUID> ids =
                    new HashSet<>(originals.stream().map(ContentItem::id).toList());
            for (ContentItem copy : copies) {
                assertTrue("an id of its own", ids.add(copy.id()));
                assertEquals(1, copy.version());
                assertEquals(stamp, copy.created());
            }
            List<AuditEntry> audit = audit(there);
            assertEquals(copied, audit.size());
            assertTrue(audit.stream()
                    .allMatch(entry -> entry.action() == AuditAction.CREATE
                            && entry.changes().stream()
                                    .anyMatch(change -> change.field().equals("copyOf"))));
            for (ContentItem original : originals) {
                contents.delete(nina, original.id(), original.version());
            }
            for (ContentItem copy : copies) {
                if (copy.file() != null) {
                    assertEquals(copy.file().sha256(), sha256(read(there, copy)));
                }
                contents.delete(there, copy.id(), 1);
            }
            assertNoBytes();
        }
        assertEquals(0, (int) unitOfWork.write(nina, transaction -> transaction
                .content()
                .copy(north, south, Set.of(), new Stamp(Ids.now(), "nina", "REST"))));
    }

    private void any(String kind, int i) {
        switch (random.nextInt(3)) {
            case 0 -> contents.create(nina, json(kind, "Item " + i, "[" + i + "]"));
            case 1 -> contents.create(nina, link(kind, "Item " + i));
            default -> {
                ContentItem made = contents.create(
                        nina, filed(kind, "Item " + i), upload(new byte[] {(byte) random.nextInt(4)}, "f" + i));
                contents.change(nina, made.id(), 1, new ContentEdit(null, "Changed", null, null));
            }
        }
    }

    private List<ContentItem> whole(CallContext call) {
        return list(call).stream().map(item -> contents.get(call, item.id())).toList();
    }

    /** All that a copy has of its original. */
    private static String but(ContentItem item) {
        return item.kind() + " " + item.name() + " " + item.description() + " " + item.form() + " " + item.body() + " "
                + item.file() + " " + item.link();
    }

    /** Who deletes an original while it is copied waits; its bytes stay for the copy. */
    @Test
    @Shows({"A5", "X1"})
    public void aCopyRacesWithDeletions() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 15; i++) {
                byte[] bytes = bytes(100);
                ContentItem original = contents.create(nina, filed("PATTERN", "x"), upload(bytes, "x"));
                CyclicBarrier start = new CyclicBarrier(2);
                Future<Integer> copied = threads.submit(() -> {
                    start.await();
                    return unitOfWork.write(nina, transaction -> transaction
                            .content()
                            .copy(north, south, Set.of("PATTERN"), new Stamp(Ids.now(), "nina", "REST")));
                });
                Future<?> deleted = threads.submit(() -> {
                    start.await();
                    contents.delete(nina, original.id(), 1);
                    return null;
                });
                deleted.get();
                int copies = copied.get();
                assertEquals(copies, list(sven).size());
                assertEquals(copies, blobs());
                for (ContentItem copy : list(sven)) {
                    assertNotEquals(original.id(), copy.id());
                    assertArrayEquals(bytes, read(sven, copy));
                    contents.delete(sven, copy.id(), 1);
                }
                assertNoBytes();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** The operator's account has content, too; nothing can be wrong with it. */
    @Test
    public void theOperatorKeepsContentOfItsOwn() {
        ContentItem item = contents.create(ME, json("PATTERN", "x", "null"));
        assertEquals("null", contents.get(ME, item.id()).body());
        assertEquals(Account.OPERATOR, ME.scope());
        assertEquals(1, audit(ME).size());
    }
}
