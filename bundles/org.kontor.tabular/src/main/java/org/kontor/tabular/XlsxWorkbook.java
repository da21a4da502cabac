/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.kontor.api.error.KontorException;

/** What an XLSX file says about itself: its sheets, styles, texts. Not thread-safe. */
final class XlsxWorkbook implements Closeable {
    private static final int MAX_SHEETS = 1000;

    /** A sheet and the part it is in. */
    record Sheet(String name, boolean hidden, String part) {}

    private final XlsxPackage parts;
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean from1904;
    private String texts;
    private String styles;

    XlsxWorkbook(XlsxPackage parts) throws IOException {
        this.parts = parts;
        String workbook = targets("_rels/.rels", "").entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("officeDocument "))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("xl/workbook.xml");
        String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
        Map<String, String> targets =
                targets(folder + "_rels/" + workbook.substring(folder.length()) + ".rels", folder);
        Map<String, String> sheetParts = new HashMap<>();
        targets.forEach((key, part) -> {
            String kind = key.substring(0, key.indexOf(' '));
            switch (kind) {
                case "worksheet" -> sheetParts.put(key.substring(kind.length() + 1), part);
                case "sharedStrings" -> texts = part;
                case "styles" -> styles = part;
                default -> {
                    // themes, links and the like
                }
            }
        });
        read(workbook, sheetParts);
    }

    /** Kind and id of every relationship → the part it leads to. */
    private Map<String, String> targets(String relationships, String folder) throws IOException {
        Map<String, String> targets = new HashMap<>();
        XlsxPackage.Part part = parts.part(relationships);
        if (part == null) {
            return targets;
        }
        try (Xml xml = new Xml(part)) {
            while (xml.nextStart()) {
                String type = xml.attribute("Type");
                String target = xml.attribute("Target");
                if (type != null && target != null && !"External".equals(xml.attribute("TargetMode"))) {
                    targets.put(
                            type.substring(type.lastIndexOf('/') + 1) + " " + xml.attribute("Id"),
                            resolve(folder, target));
                }
                if (targets.size() > MAX_SHEETS * 2) {
                    throw Xml.broken();
                }
            }
        }
        return targets;
    }

    private static String resolve(String folder, String target) {
        try {
            String path = URI.create("/" + folder).resolve(target).normalize().getPath();
            return path.startsWith("/") ? path.substring(1) : path;
        } catch (IllegalArgumentException e) {
            throw Xml.broken();
        }
    }

    private void read(String workbook, Map<String, String> sheetParts) throws IOException {
        XlsxPackage.Part part = parts.part(workbook);
        if (part == null) {
            throw Table.malformed("The file is a zip file, but not an XLSX file.");
        }
        try (Xml xml = new Xml(part)) {
            while (xml.nextStart()) {
                if (xml.is("workbookPr")) {
                    String flag = xml.attribute("date1904");
                    from1904 = "1".equals(flag) || "true".equals(flag);
                } else if (xml.is("sheet") && sheetParts.containsKey(xml.attribute("id"))) {
                    String state = xml.attribute("state");
                    sheets.add(new Sheet(
                            String.valueOf(xml.attribute("name")),
                            state != null && !state.equals("visible"),
                            sheetParts.get(xml.attribute("id"))));
                }
            }
        }
    }

    /** The named sheet, else the first one that is not hidden. */
    Sheet sheet(String name) {
        for (Sheet sheet : sheets) {
            if (name == null ? !sheet.hidden : sheet.name.equals(name)) {
                return sheet;
            }
        }
        if (name == null) {
            throw Table.malformed("The file has no visible sheet.");
        }
        throw KontorException.invalid(
                "sheet", "unknown_choice", "Must be one of " + String.join(", ", names()) + ".", name);
    }

    List<String> names() {
        return sheets.stream().map(Sheet::name).toList();
    }

    XlsxPackage.Part open(Sheet sheet) {
        XlsxPackage.Part part = parts.part(sheet.part);
        if (part == null) {
            throw Xml.broken();
        }
        return part;
    }

    XlsxTexts texts() throws IOException {
        return XlsxTexts.read(texts == null ? null : parts.part(texts));
    }

    XlsxStyles styles() throws IOException {
        return XlsxStyles.read(styles == null ? null : parts.part(styles), from1904);
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
