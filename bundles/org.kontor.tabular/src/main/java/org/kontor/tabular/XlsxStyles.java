/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tabular;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What the numbers in cells are meant to be: numbers, dates, times, or digits with leading zeros. Immutable. */
final class XlsxStyles {
    /** A number is kept to as many digits as spreadsheets show of one. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final int MAX_NUMBER = 400;
    private static final int MAX_STYLES = 100_000;
    private static final int MAX_DAY = 2_958_465; // 9999-12-31
    private static final long SECONDS_A_DAY = 86_400;
    private static final Pattern NO_PATTERN = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!(?:h+|m+|s+)])[^\\]]*]");
    private static final Pattern ZEROS = Pattern.compile("0{2,20}");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private enum Kind {
        NUMBER,
        DATE,
        TIME
    }

    private record Format(Kind kind, int width) {
        static final Format PLAIN = new Format(Kind.NUMBER, 0);
    }

    private final List<Format> formats;
    private final LocalDate origin;
    private final boolean from1904;

    private XlsxStyles(List<Format> formats, boolean from1904) {
        this.formats = formats;
        this.from1904 = from1904;
        this.origin = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    }

    /** @param part null when the file has none */
    static XlsxStyles read(XlsxPackage.Part part, boolean from1904) throws IOException {
        List<Format> formats = new ArrayList<>();
        if (part == null) {
            return new XlsxStyles(formats, from1904);
        }
        Map<Integer, String> patterns = new HashMap<>();
        try (Xml xml = new Xml(part)) {
            while (xml.nextStart()) {
                if (xml.is("numFmt")) {
                    patterns.put(xml.number("numFmtId", 0), String.valueOf(xml.attribute("formatCode")));
                } else if (xml.is("cellXfs")) {
                    while (xml.nextStartIn("cellXfs")) {
                        if (xml.is("xf")) {
                            int id = xml.number("numFmtId", 0);
                            formats.add(format(id, patterns.get(id)));
                        }
                        if (formats.size() > MAX_STYLES) {
                            throw Xml.broken();
                        }
                    }
                }
                if (patterns.size() > MAX_STYLES) {
                    throw Xml.broken();
                }
            }
        }
        return new XlsxStyles(formats, from1904);
    }

    private static Format format(int id, String pattern) {
        if (pattern != null) {
            return format(pattern);
        }
        if (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58) {
            return new Format(Kind.DATE, 0);
        }
        return id >= 18 && id <= 21 || id >= 45 && id <= 47 ? new Format(Kind.TIME, 0) : Format.PLAIN;
    }

    private static Format format(String pattern) {
        String first = pattern.length() > 1000 ? "" : pattern.split(";", 2)[0];
        String signs = NO_PATTERN.matcher(first).replaceAll("").toLowerCase(Locale.ROOT);
        if (signs.equals("general") || signs.equals("standard")) {
            return Format.PLAIN;
        }
        if (ZEROS.matcher(signs).matches()) {
            return new Format(Kind.NUMBER, signs.length());
        }
        if (signs.matches(".*[yd].*")) {
            return new Format(Kind.DATE, 0);
        }
        if (signs.matches(".*[hs].*")) {
            return new Format(Kind.TIME, 0);
        }
        return signs.contains("m") ? new Format(Kind.DATE, 0) : Format.PLAIN;
    }

    /** The number of a cell as text: plain, or a date (ISO 8601), a date with time, a time. */
    String text(String raw, int style) {
        BigDecimal number = number(raw);
        Format format = style >= 0 && style < formats.size() ? formats.get(style) : Format.PLAIN;
        if (format.kind != Kind.NUMBER && number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(MAX_DAY)) <= 0) {
            return moment(number, format.kind);
        }
        BigDecimal plain = number.round(DIGITS).stripTrailingZeros();
        String text = plain.signum() == 0 ? "0" : Math.abs(plain.scale()) > MAX_NUMBER ? raw : plain.toPlainString();
        return plain.signum() >= 0 && plain.scale() <= 0 && text.length() < format.width
                ? "0".repeat(format.width - text.length()) + text
                : text;
    }

    private static BigDecimal number(String raw) {
        try {
            if (raw.length() > MAX_NUMBER) {
                throw Xml.broken();
            }
            return new BigDecimal(raw.strip());
        } catch (NumberFormatException e) {
            throw Xml.broken();
        }
    }

    private String moment(BigDecimal number, Kind kind) {
        long seconds = number.multiply(BigDecimal.valueOf(SECONDS_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long days = seconds / SECONDS_A_DAY;
        LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS_A_DAY);
        if (kind == Kind.TIME && days == 0) {
            return time.format(TIME);
        }
        // 1900 was no leap year, but spreadsheets count its 29th of February as day 60
        LocalDate date = origin.plusDays(!from1904 && days < 60 ? days + 1 : days);
        return time.toSecondOfDay() == 0
                ? date.toString()
                : LocalDateTime.of(date, time).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
}
