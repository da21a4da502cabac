/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import org.kontor.api.call.Role;
import org.kontor.api.customer.Customer;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.imports.FileImports;
import org.kontor.api.imports.FileOptions;
import org.kontor.api.imports.ImportListener;
import org.kontor.api.imports.ImportMapping;
import org.kontor.api.imports.ImportPreview;
import org.kontor.api.imports.ImportRequest;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.RunState;
import org.kontor.imports.FileImportsService;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

@Shows({"C11", "S7"})
public class ImportsTest extends OnBothDatabases {
    private static final String FILE = "Nr;Firma;Land;Memo\nK-1;Müller AG;Schweiz;x\nK-2;Zoë;Atlantis;\nK-3;;;\n";
    private static final Map<String, String> MEMO = Map.of("Memo", "");

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private FileImports imports;

    @Before
    public void imports() {
        imports = new FileImportsService(unitOfWork, engine);
    }

    private Path file(String content) throws Exception {
        return Files.writeString(folder.newFile().toPath(), content);
    }

    private static ImportRequest request(Map<String, String> mapping) {
        return new ImportRequest(RecordType.CUSTOMER, "erp-export", "kunden.csv", FileOptions.DETECT, mapping, 2);
    }

    private List<Customer> all() {
        return customers.find(ME, RecordQuery.ALL).items();
    }

    @Test
    public void aPreviewTellsWhatAnImportDoesAndWritesNothing() throws Exception {
        ImportPreview preview = imports.preview(ME, request(MEMO), file(FILE));
        assertEquals(Map.of(Outcome.CREATED, 1L, Outcome.REFUSED, 2L), preview.estimate());
        assertEquals(3, preview.total());
        assertTrue(preview.ready());
        assertEquals(
                Map.of("code", "K-1", "name", "Müller AG", "address.country", "CH"),
                preview.rows().get(0).values());
        assertEquals(
                "unknown_country", preview.rows().get(1).violations().get(0).rule());
        assertEquals("required", preview.rows().get(2).violations().get(0).rule());
        assertEquals(4, preview.rows().get(2).line());
        assertEquals(List.of(), all());
        assertEquals(List.of(), imports.mappings(ME, "erp-export"));
        assertEquals(0, journal.list(ME, null, 50, null).items().size());

        Run run = imports.run(ME, request(MEMO), file(FILE), ImportListener.NONE);
        assertEquals(RunState.COMPLETED, run.state());
        assertEquals(1, run.created());
        assertEquals(2, run.refused());
        assertEquals("CH", all().get(0).address().country());
        assertEquals("me", all().get(0).header().created().by());
        assertEquals("CONNECTION:erp-export", all().get(0).header().created().through());

        ImportPreview again = imports.preview(ME, request(Map.of()), file(FILE));
        assertEquals(Map.of(Outcome.UNCHANGED, 1L, Outcome.REFUSED, 2L), again.estimate());
    }

    @Test
    public void aMappingThatWasSaidIsUsedTheNextTime() throws Exception {
        assertFalse(imports.preview(ME, request(Map.of()), file(FILE)).ready());
        assertRefused(
                ErrorCode.INVALID_INPUT, () -> imports.run(ME, request(Map.of()), file(FILE), ImportListener.NONE));
        assertEquals(
                RunState.FAILED, journal.list(ME, null, 50, null).items().get(0).state());

        imports.run(ME, request(MEMO), file(FILE), ImportListener.NONE);
        ImportMapping kept = imports.mappings(ME, "erp-export").get(0);
        assertEquals(Map.of("Nr", "code", "Firma", "name", "Land", "address.country", "Memo", ""), kept.columns());
        assertEquals("me", kept.changedBy());
        assertEquals(
                1,
                imports.run(ME, request(Map.of()), file(FILE), ImportListener.NONE)
                        .unchanged());

        imports.remember(ME, "erp-export", RecordType.CUSTOMER, Map.of("Nr", "externalId", "Firma", "name", "*", ""));
        imports.remember(ME, "erp-export", RecordType.LOCATION, Map.of("Nr", "code"));
        assertEquals(2, imports.mappings(ME, "erp-export").size());
        assertEquals(
                List.of("externalId", "name"),
                imports.preview(ME, request(Map.of()), file(FILE)).columns().stream()
                        .filter(column -> column.used())
                        .map(column -> column.field())
                        .toList());
        imports.forget(ME, "erp-export", RecordType.CUSTOMER);
        assertEquals(1, imports.mappings(ME, "erp-export").size());
        imports.forget(ME, "erp-export", null);
        assertRefused(ErrorCode.NOT_FOUND, () -> imports.forget(ME, "erp-export", null));
    }

    @Test
    public void progressIsToldAndTheRunIsSeenMeanwhile() throws Exception {
        List<Long> read = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        imports.run(ME, request(MEMO), file(FILE), new ImportListener() {
            private UUID run;

            @Override
            public void begun(UUID begun) {
                run = begun;
            }

            @Override
            public void taken(List<RowResult> results, double done) {
                read.add(journal.get(ME, run).read());
                results.forEach(row -> rows.add(row.line() + " " + row.result().outcome()));
                assertEquals(RunState.RUNNING, journal.get(ME, run).state());
            }
        });
        assertEquals(List.of(2L, 3L), read);
        assertEquals(List.of("2 CREATED", "3 REFUSED", "4 REFUSED"), rows);
    }

    @Test
    public void anImportThatIsStoppedEndsAfterItsBatchAndGoesOnTheNextTime() throws Exception {
        assertRefused(
                ErrorCode.UNAVAILABLE,
                () -> imports.run(ME, request(MEMO), file(FILE), new ImportListener() {
                    private boolean taken;

                    @Override
                    public void taken(List<RowResult> rows, double done) {
                        taken = true;
                    }

                    @Override
                    public boolean goOn() {
                        return !taken;
                    }
                }));
        Run stopped = journal.list(ME, null, 50, null).items().get(0);
        assertEquals(RunState.INTERRUPTED, stopped.state());
        assertEquals("The import was stopped before its end.", stopped.message());
        assertEquals(2, stopped.read());
        Run next = imports.run(ME, request(Map.of()), file(FILE), ImportListener.NONE);
        assertEquals(3, next.read());
        assertEquals(1, next.unchanged());
    }

    @Test
    public void twoImportsOfOneSourceAtOnceAreRefused() throws Exception {
        CountDownLatch tried = new CountDownLatch(1);
        imports.run(ME, request(MEMO), file(FILE), new ImportListener() {
            @Override
            public void begun(UUID run) {
                assertEquals(
                        ErrorCode.TOO_MANY_REQUESTS,
                        assertThrows(
                                        KontorException.class,
                                        () -> imports.run(ME, request(MEMO), file(FILE), ImportListener.NONE))
                                .code());
                tried.countDown();
            }
        });
        assertEquals(0, tried.getCount());
        assertEquals(
                1,
                imports.run(ME, request(MEMO), file(FILE), ImportListener.NONE).unchanged());
    }

    @Test
    public void whoMayNotWriteMayNotImport() throws Exception {
        Path file = file(FILE);
        assertRefused(
                ErrorCode.ACCESS_DENIED,
                () -> imports.run(caller("reader", Role.READ_ONLY), request(MEMO), file, ImportListener.NONE));
        assertRefused(
                ErrorCode.ACCESS_DENIED,
                () -> imports.remember(caller("reader", Role.READ_ONLY), "erp", RecordType.CUSTOMER, MEMO));
        assertViolations(
                List.of("source malformed_name"),
                () -> imports.preview(ME, ImportRequest.of(RecordType.CUSTOMER, "../x", "f"), file));
    }
}
