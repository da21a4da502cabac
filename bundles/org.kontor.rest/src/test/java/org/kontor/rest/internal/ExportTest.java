/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import javax.servlet.http.HttpServletRequest;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.Test;

import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.Location;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordHeader;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.Stamp;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.CustomerJson;
import org.kontor.tabular.CsvLines;
import org.kontor.tabular.RecordLines;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

@Shows({"V1", "C11"})
public class ExportTest {
    private static final Stamp STAMP = new Stamp(Instant.parse("2026-11-22T10:00:00Z"), "me", "REST");

    private final Map<String, Object> attributes = new HashMap<>();
    private final HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
            ExportTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> method.getName().equals("setAttribute")
                    ? attributes.put((String) arguments[0], arguments[1])
                    : attributes.get(arguments[0]));

    private static RecordHeader header(int version) {
        return new RecordHeader(new UUID(7, version), UUID.randomUUID(), version, false, STAMP, STAMP);
    }

    private static Customer customer(FieldValues values) {
        return new Customer(header(1), values, List.of());
    }

    private static List<CSVRecord> parse(String csv) throws IOException {
        try (Reader reader = new StringReader(csv)) {
            return CSVFormat.RFC4180.parse(reader).getRecords();
        }
    }

    @Test
    public void csvKeepsQuotesCommasLinesAndLists() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvLines lines = new CsvLines(
                out,
                RecordType.CUSTOMER,
                Selection.of(RecordType.CUSTOMER, "name,tags,address")::has,
                (type, ids) -> Map.of());
        lines.write(customer(FieldValues.builder()
                .set(CustomerField.NAME, "\"Zürich\", 1")
                .set(CustomerField.ADDRESS_LINES, List.of("a, b", "c"))
                .set(CustomerField.TAGS, List.of("x", "y"))
                .build()));
        lines.finish();
        String csv = out.toString(StandardCharsets.UTF_8);
        assertTrue(csv, csv.endsWith("\r\n"));
        List<CSVRecord> rows = parse(csv);
        assertEquals(
                List.of(
                        "id",
                        "version",
                        "name",
                        "address.lines",
                        "address.postalCode",
                        "address.city",
                        "address.region",
                        "address.country",
                        "tags"),
                rows.get(0).toList());
        assertEquals(
                List.of(new UUID(7, 1).toString(), "1", "\"Zürich\", 1", "a, b\nc", "", "", "", "", "x;y"),
                rows.get(1).toList());
    }

    @Test
    public void othersStandByTheirCodesWhichAreAskedForTogether() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        UUID owner = UUID.randomUUID();
        List<Integer> asked = new ArrayList<>();
        CsvLines lines = new CsvLines(
                out,
                RecordType.LOCATION,
                Selection.of(RecordType.LOCATION, "customerId,parentId,latitude")::has,
                (type, ids) -> {
                    asked.add(ids.size());
                    return Map.of(owner, "K-1");
                });
        for (int i = 1; i <= 450; i++) {
            lines.write(new Location(
                    header(i),
                    FieldValues.builder()
                            .set(LocationField.CUSTOMER, owner)
                            .set(LocationField.LATITUDE, new BigDecimal("1E-7"))
                            .build(),
                    List.of()));
        }
        lines.finish();
        List<CSVRecord> rows = parse(out.toString(StandardCharsets.UTF_8));
        assertEquals(451, rows.size());
        assertEquals(
                List.of("id", "version", "customer", "parent", "latitude"),
                rows.get(0).toList());
        assertEquals("K-1", rows.get(450).get(2));
        assertEquals("", rows.get(450).get(3));
        assertEquals("0.0000001", rows.get(450).get(4));
        assertEquals(List.of(1, 1, 1), asked);
    }

    private static RecordLines<Customer> json(OutputStream out) {
        return new JsonLines<>(out, CustomerJson::of);
    }

    @Test
    public void aLineIsARecord() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Consumer<Consumer<Customer>> source = taker -> IntStream.range(0, 3)
                .forEach(i -> taker.accept(customer(
                        FieldValues.builder().set(CustomerField.NAME, "a\nb").build())));
        Export.<Customer>write(request, ExportTest::json, out, source);
        assertEquals(3, out.toString(StandardCharsets.UTF_8).lines().count());
        assertFalse(Door.isCutOff(request));
    }

    @Test
    public void whatFailsInTheMiddleCutsTheAnswerOff() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Export.<Customer>write(request, ExportTest::json, out, taker -> {
            taker.accept(customer(FieldValues.EMPTY));
            throw new IllegalStateException("the database went away");
        });
        assertTrue(Door.isCutOff(request));
    }

    @Test
    public void aClientThatGoesAwayEndsTheWork() {
        List<Integer> taken = new ArrayList<>();
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("gone");
            }
        };
        Export.<Customer>write(
                request, ExportTest::json, gone, taker -> IntStream.range(0, 10).forEach(i -> {
                    taken.add(i);
                    taker.accept(customer(FieldValues.EMPTY));
                }));
        assertEquals(List.of(0), taken);
        assertTrue(Door.isCutOff(request));
    }

    @Test
    public void aSelectionShowsWhatItNames() {
        BusinessRecord customer = customer(FieldValues.builder()
                .set(CustomerField.NAME, "Acme")
                .set(CustomerField.ADDRESS_CITY, "Bern")
                .set(CustomerField.ADDRESS_COUNTRY, "CH")
                .build());
        Object json = CustomerJson.of((Customer) customer);
        assertEquals(
                "{\"id\":\"" + new UUID(7, 1) + "\",\"version\":1,\"name\":\"Acme\",\"address\":{\"city\":\"Bern\"}}",
                Selection.of(RecordType.CUSTOMER, "name, address.city,taxId,billingAddress.city")
                        .show(json)
                        .toString());
        assertEquals(json, Selection.of(RecordType.CUSTOMER, null).show(json));
        for (String wrong : List.of("", "nope", "name,", "address.", "address.nope", "Name", "customerId")) {
            assertThrows(wrong, KontorException.class, () -> Selection.of(RecordType.CUSTOMER, wrong));
        }
    }
}
