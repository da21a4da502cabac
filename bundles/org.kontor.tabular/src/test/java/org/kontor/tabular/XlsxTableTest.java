/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tabular;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.imports.FileOptions;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

@Shows({"C11", "X3"})
public class XlsxTableTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private static byte[] workbook(Consumer<Workbook> content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            content.accept(workbook);
        }
        return bytes.toByteArray();
    }

    private List<String> read(byte[] content, String sheet) throws Exception {
        Path file = Files.write(folder.newFile().toPath(), content);
        List<String> lines = new ArrayList<>();
        try (Table table = Table.open(file, new FileOptions(null, null, sheet))) {
            lines.add(table.format().sheets() + " " + table.format().sheet() + " " + table.header());
            table.forEachRemaining(row -> lines.add(
                    row.line() + " " + (row.problem() == null ? row.cells().toString() : row.problem())));
        }
        return lines;
    }

    @Test
    public void cellsAreWrittenTheSameWayEverywhere() throws Exception {
        byte[] file = workbook(workbook -> {
            Worksheet sheet = workbook.newWorksheet("Kunden");
            Object[] header = {"text", "number", "date", "time", "flag", "code"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(1, i, (String) header[i]);
            }
            sheet.value(0, 0, "Kundenliste 2026");
            sheet.value(3, 0, " Müller & Söhne ");
            sheet.value(3, 1, 0.1 + 0.2);
            sheet.value(3, 2, LocalDate.of(2024, 2, 29));
            sheet.style(3, 2).format("dd.mm.yyyy").set();
            sheet.value(3, 3, LocalDateTime.of(2026, 11, 22, 13, 45, 30));
            sheet.style(3, 3).format("[$-807]d/m/yy h:mm;@").set();
            sheet.value(3, 4, true);
            sheet.value(3, 5, 1234);
            sheet.style(3, 5).format("00000").set();
            sheet.value(5, 0, "sum");
            sheet.formula(5, 1, "SUM(B4:B4)");
            sheet.value(6, 0, "big");
            sheet.value(6, 1, 41791234567L);
            sheet.value(6, 3, 0.5);
            sheet.style(6, 3).format("hh:mm").set();
        });
        assertEquals(
                List.of(
                        "[Kunden] Kunden [text, number, date, time, flag, code]",
                        "4 [ Müller & Söhne , 0.3, 2024-02-29, 2026-11-22T13:45:30, true, 01234]",
                        "6 The cell B6 is a formula without a result; open the file and save it again.",
                        "7 [big, 41791234567, , 12:00:00, , ]"),
                read(file, null));
    }

    @Test
    public void aSheetIsChosenByNameAndAHiddenOneIsNotTakenByItself() throws Exception {
        byte[] file = workbook(workbook -> {
            Worksheet hidden = workbook.newWorksheet("Codes");
            hidden.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
            hidden.value(0, 0, "h");
            Worksheet list = workbook.newWorksheet("Liste");
            list.value(0, 0, "code");
            list.value(1, 0, "K-1");
        });
        assertEquals(List.of("[Codes, Liste] Liste [code]", "2 [K-1]"), read(file, null));
        assertEquals(List.of("[Codes, Liste] Codes [h]"), read(file, "Codes"));
        KontorException refusal = assertThrows(KontorException.class, () -> read(file, "Blatt 1"));
        assertTrue(refusal.getMessage(), refusal.getMessage().contains("Codes, Liste"));
    }

    /** Made with LibreOffice 7.4 from kunden.fods beside it: shared strings, styles and formulas of another maker. */
    @Test
    public void aFileMadeByLibreOfficeIsRead() throws Exception {
        try (InputStream in = getClass().getResourceAsStream("/kunden.xlsx")) {
            assertEquals(
                    List.of(
                            "[Kunden, Notizen] Kunden [Kunden-Nr., Firma, PLZ, Ort, Land, Seit, Aktiv, Summe]",
                            "2 [K-100, Bäckerei Müller, 08001, Zürich, Schweiz, 2019-03-01, true, 3.5]",
                            "3 [K-101, Café \"Zoë\" & Co, 75001, Paris, Frankreich, 2020-12-31T08:30:00, false, 7]",
                            "5 The cell H5 holds the error #DIV/0!."),
                    read(in.readAllBytes(), null));
        }
    }

    /** A file of parts as they are said; the rest is what every file has. */
    private static byte[] parts(String sheet, String... more) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r='x'><sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
                            + "<Relationship Id='r2' Type='x/sharedStrings' Target='/xl/sharedStrings.xml'/>"
                            + "</Relationships>");
            part(zip, "xl/worksheets/sheet1.xml", sheet);
            for (int i = 0; i < more.length; i += 2) {
                part(zip, more[i], more[i + 1]);
            }
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String sheet(String rows) {
        return "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>code</t></is></c>"
                + "<c r='B1' t='inlineStr'><is><t>name</t></is></c></row>" + rows + "</sheetData></worksheet>";
    }

    @Test
    public void textsOfSeveralRunsAreOneAndHintsForReadingAloudAreNone() throws Exception {
        byte[] file = parts(
                sheet("<row><c t='s'><v>0</v></c><c t='str'><f>x()</f><v>a_x000D_b</v></c></row>"),
                "xl/sharedStrings.xml",
                "<sst><si><r><t>Mül</t></r><r><rPr><b/></rPr><t>ler</t></r><rPh sb='0' eb='1'><t>no</t></rPh></si></sst>");
        assertEquals("2 [Müller, a\rb]", read(file, null).get(1));
    }

    @Test(timeout = 60_000)
    public void aMillionEmptyRowsArePassedOver() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int row = 2; row < 1_000_002; row++) {
            rows.append("<row r='").append(row).append("' ht='12.8' hidden='false'/>");
        }
        rows.append("<row r='1048576'><c r='A1048576' t='inlineStr'><is><t>K-1</t></is></c></row>");
        byte[] file = parts(sheet(rows.toString()));
        assertEquals(List.of("1048576 [K-1, ]"), read(file, null).subList(1, 2));
    }

    @Test(timeout = 60_000)
    public void aBombIsRefusedBeforeItIsUnpacked() throws Exception {
        KontorException refusal = assertThrows(KontorException.class, () -> read(bomb(), null));
        assertEquals(refusal.getMessage(), ErrorCode.BODY_TOO_LARGE, refusal.code());
    }

    /** 60 MiB of rows with nothing in them in some 60 KiB. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r='x'><sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='s.xml'/></Relationships>");
            zip.putNextEntry(new ZipEntry("xl/s.xml"));
            zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
            byte[] rows = "<row/>".repeat(1 << 17).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 80; i++) {
                zip.write(rows);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    public void whatIsNoSpreadsheetIsRefusedInWords() throws Exception {
        refused("not a whole XLSX file", "PK\u0003\u0004 and no more".getBytes(StandardCharsets.ISO_8859_1));
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(other)) {
            part(zip, "readme.txt", "hello");
        }
        refused("not an XLSX file", other.toByteArray());
        refused("Save it as .xlsx", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        refused("proper XLSX", parts(sheet("<row><c r='A2'><v>1</v></row>")));
        refused("proper XLSX", parts(sheet("<row><c t='s'><v>7</v></c></row>")));
        refused("proper XLSX", parts(sheet("<row><c><v>" + "9".repeat(1000) + "</v></c></row>")));
        refused("at most 500 columns", parts(sheet("<row><c r='ZZZZZZZZZZ2'><v>1</v></c></row>")));
        refused("more than 100000", parts(sheet("<row><c t='str'><v>" + "x".repeat(200_000) + "</v></c></row>")));
        refused("proper XLSX", parts(sheet("<row a='" + "x".repeat(6_000_000) + "'/>")));
        byte[] whole = parts(sheet(""));
        refused("XLSX", java.util.Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    public void noEntityIsExpandedAndNoFileIsFetched() throws Exception {
        Path secret = Files.writeString(folder.newFile().toPath(), "secret");
        String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>";
        refused("proper XLSX", parts(doctype + sheet("<row><c t='str'><v>&e;</v></c></row>")));
        String laughs = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '" + "&a;".repeat(1000) + "'>]>";
        refused("proper XLSX", parts(laughs + sheet("<row><c t='str'><v>&b;</v></c></row>")));
    }

    private void refused(String message, byte[] content) {
        KontorException refusal = assertThrows(message, KontorException.class, () -> read(content, null));
        assertTrue(refusal.getMessage(), refusal.getMessage().contains(message));
    }
}
