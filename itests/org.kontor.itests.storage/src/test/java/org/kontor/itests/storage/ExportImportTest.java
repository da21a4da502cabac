/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import org.kontor.api.imports.FileImports;
import org.kontor.api.imports.ImportListener;
import org.kontor.api.imports.ImportRequest;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordService;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.ValueType;
import org.kontor.api.sync.Run;
import org.kontor.imports.FileImportsService;
import org.kontor.tabular.CsvLines;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

/** What the export writes, the import reads: random values of every field of every type. */
@Shows("C11")
public class ExportImportTest extends OnBothDatabases {
    private static final int RECORDS = 50;
    private static final RecordQuery EVERYTHING = RecordQuery.ALL.withArchived(RecordQuery.Archived.ANY);
    /** What CSV, spreadsheets, tags, words for codes and shells could trip over. */
    private static final String[] PIECES = {
        "a", "Z", "0", "00", "7", ".", "é", "ß", "Ł", "日", "😀", "\u05D0", "e\u0301", "\"", "\"\"", "'", ",", ";", ";;",
        "|", "\\", "\\;", "\\n", "=", "=1+1", "+", "-", "@", "#", "/", "%", "<&>", " ", "  ", "\u00A0", "{}", "null",
        "true", "CH", "1E5"
    };

    private final long seed = System.nanoTime();
    private final String told = "seed " + seed;
    private final Random random = new Random(seed);

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private FileImports imports;

    @Before
    public void imports() {
        imports = new FileImportsService(unitOfWork, engine);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String text(int longest) {
        StringBuilder text = new StringBuilder();
        for (int pieces = 1 + random.nextInt(12); pieces > 0; pieces--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        int most = Math.min(longest, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, most));
    }

    private List<String> texts(int most, int longest) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> text(longest))
                .toList();
    }

    private BigDecimal degrees(int most) {
        int decimals = random.nextInt(8);
        return new BigDecimal(random.nextDouble() * 2 * most - most).setScale(decimals, RoundingMode.DOWN);
    }

    private Object value(Field field, String country) {
        return switch (field.valueType()) {
            case TEXT -> text(field.maxLength());
            case LINES -> texts(5, field.maxLength());
            case TAGS -> texts(6, field.maxLength());
            case CHOICE -> one(field.choices());
            case EMAIL -> one(List.of("a'b+c=d@example.com", "-x@müller.example", "=1+1@b.ch"));
            case PHONE -> one(List.of("+41 44 123 45 67", "(555) 010-0199", "044", "0041", "+1 303 555 0167 x12"));
            case WEB_ADDRESS -> one(List.of("https://example.com/a?b=c,d;e'f#g", "example.com"));
            case LANGUAGE -> random.nextInt(3) > 0
                    ? one(Arrays.asList(Locale.getISOLanguages()))
                    : one(List.of("de-CH", "zh-Hant-TW", "gsw", "lao", "twi", "ewe", "sr-Latn-RS"));
            case CURRENCY -> one(List.copyOf(Currency.getAvailableCurrencies())).getCurrencyCode();
            case COUNTRY -> country;
            case REGION -> country + one(List.of("-ZH", "-75", "-0"));
            case TIME_ZONE -> one(List.of("Europe/Zurich", "Etc/GMT+5", "America/Argentina/Buenos_Aires"));
            case LATITUDE -> degrees(90);
            case LONGITUDE -> degrees(180);
            case FLAG -> random.nextBoolean();
            case CODE, NUMBER, DATE, REFERENCE -> throw new IllegalArgumentException(field.path());
        };
    }

    private FieldValues values(RecordType type, int number) {
        FieldValues.Builder values = FieldValues.builder();
        String country = one(Arrays.asList(Locale.getISOCountries()));
        for (Field field : type.fields()) {
            if (field == type.codeField()) {
                values.set(field, one(List.of("0", "K-", "ä/", "1.")) + number + one(List.of("", "#", "_/.-")));
            } else if (field.required() && field.valueType() == ValueType.TEXT) {
                values.set(field, "n" + text(field.maxLength() - 1));
            } else if (field.valueType() != ValueType.REFERENCE && random.nextInt(4) > 0) {
                values.set(field, value(field, country));
            }
        }
        return values.build();
    }

    /** Customers, and locations in trees, some of both archived. */
    private void makeRecords() {
        List<BusinessRecord> owners = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            BusinessRecord customer = customers.create(ME, values(RecordType.CUSTOMER, i));
            if (i % 10 == 0) {
                customers.setArchived(ME, customer.id(), null, true);
            } else {
                owners.add(customer);
            }
        }
        List<BusinessRecord> sites = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            BusinessRecord parent = !sites.isEmpty() && random.nextBoolean() ? one(sites) : null;
            FieldValues references = FieldValues.builder()
                    .set(
                            LocationField.CUSTOMER,
                            parent == null ? one(owners).id() : parent.values().reference(LocationField.CUSTOMER))
                    .set(LocationField.PARENT, parent == null ? null : parent.id())
                    .build();
            BusinessRecord site =
                    locations.create(ME, values(RecordType.LOCATION, i).with(references));
            if (i % 10 == 0) {
                locations.setArchived(ME, site.id(), null, true);
            } else {
                sites.add(site);
            }
        }
    }

    private RecordService<? extends BusinessRecord> records(RecordType type) {
        return type == RecordType.CUSTOMER ? customers : locations;
    }

    private Path export(RecordType type) throws Exception {
        Path file = folder.newFile().toPath();
        try (OutputStream out = Files.newOutputStream(file)) {
            CsvLines lines = new CsvLines(
                    out, type, path -> true, (target, ids) -> records(target).getAll(ME, ids).values().stream()
                            .collect(Collectors.toMap(BusinessRecord::id, BusinessRecord::code)));
            records(type).forEach(ME, EVERYTHING, record -> {
                try {
                    lines.write(record);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            lines.finish();
        }
        return file;
    }

    /** The same file, as if all codes began with a letter more. */
    private Path renamed(Path file) throws Exception {
        Path copy = folder.newFile().toPath();
        Set<String> codes = Set.of("code", "customer", "parent");
        try (Reader in = Files.newBufferedReader(file);
                CSVParser rows = CSVFormat.RFC4180.parse(in);
                Writer out = Files.newBufferedWriter(copy);
                CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            List<String> header = null;
            for (CSVRecord row : rows) {
                List<String> cells = new ArrayList<>(row.toList());
                for (int i = 0; header != null && i < cells.size(); i++) {
                    if (codes.contains(header.get(i)) && !cells.get(i).isEmpty()) {
                        cells.set(i, "N" + cells.get(i));
                    }
                }
                header = header == null ? cells : header;
                printer.printRecord(cells);
            }
        }
        return copy;
    }

    private Run take(String source, RecordType type, Path file) {
        return imports.run(ME, ImportRequest.of(type, source, "export.csv"), file, new ImportListener() {
            @Override
            public void taken(List<RowResult> rows, double done) {
                rows.stream()
                        .flatMap(row -> row.result().violations().stream())
                        .forEach(violation ->
                                assertEquals(told + " " + violation, "unknown_reference", violation.rule()));
            }
        });
    }

    /** A location that stands before its parent waits for the next time: one of them is in each time, at least. */
    private int created(String source, RecordType type, Path file) throws Exception {
        int created = 0;
        Run run;
        do {
            run = take(source, type, file);
            created += run.created();
        } while (run.created() > 0 && run.refused() > 0);
        assertEquals(told, 0, run.refused());
        return created;
    }

    /** Code → all other fields by path, references by code, and whether it is archived. */
    private Map<String, Map<String, Object>> all(RecordType type) {
        Map<String, Map<String, Object>> all = new TreeMap<>();
        records(type).forEach(ME, EVERYTHING, record -> {
            Map<String, Object> values = new LinkedHashMap<>();
            record.values().forEach((field, value) -> {
                if (field.valueType() == ValueType.REFERENCE && value != null) {
                    values.put(
                            field.path(),
                            records(field.target())
                                    .get(ME, record.values().reference(field))
                                    .code());
                } else if (field != type.codeField()) {
                    values.put(field.path(), value);
                }
            });
            values.put("archived", record.archived());
            all.put(record.code(), values);
        });
        return all;
    }

    @Test
    public void anExportComesInUnchangedAndMakesEqualRecords() throws Exception {
        makeRecords();
        Map<RecordType, Path> files = new LinkedHashMap<>();
        for (RecordType type : RecordType.SYNCHRONISED) {
            files.put(type, export(type));
        }
        for (Map.Entry<RecordType, Path> file : files.entrySet()) {
            Map<String, Map<String, Object>> before = all(file.getKey());
            assertEquals(told, RECORDS, before.size());
            take("back", file.getKey(), file.getValue()); // which tells whose records they are
            Map<String, Map<String, Object>> after = all(file.getKey());
            before.forEach((code, values) -> assertEquals(told, values, after.get(code)));
            assertEquals(told, RECORDS, after.size());
            assertEquals(
                    told, RECORDS, take("back", file.getKey(), file.getValue()).unchanged());
        }
        for (Map.Entry<RecordType, Path> file : files.entrySet()) {
            Map<String, Map<String, Object>> before = all(file.getKey());
            assertEquals(told, RECORDS, created("copy", file.getKey(), renamed(file.getValue())));
            Map<String, Map<String, Object>> after = all(file.getKey());
            assertEquals(told, 2 * RECORDS, after.size());
            before.forEach((code, values) -> {
                Map<String, Object> expected = new LinkedHashMap<>(values);
                expected.computeIfPresent(LocationField.CUSTOMER.path(), (path, owner) -> "N" + owner);
                expected.computeIfPresent(LocationField.PARENT.path(), (path, parent) -> "N" + parent);
                assertEquals(told, expected, after.get("N" + code));
            });
        }
    }
}
