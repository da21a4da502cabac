/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.rules;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

import org.kontor.api.error.Violation;
import org.kontor.api.record.Field;

/** The rule of each kind of value: a raw value becomes a checked one, or a violation. Stateless. */
public final class FieldRules {
    private static final int MAX_LINES = 5;
    private static final int MAX_TAGS = 50;
    /** A bound before any work: normalising can be slow, and no rule allows more than a few hundred characters. */
    private static final int MAX_RAW = 20_000;

    private static final int MAX_LISTED = 100;

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_./#-]*");
    /** RFC 5321 sizes; the local part as people really have it, the domain as DNS has it. */
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>()\\[\\],;:\\\\\"]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?"
                    + "(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?)+");

    private static final Pattern PHONE =
            Pattern.compile("\\+?[0-9(][0-9 ()./\\-–]{2,}(?: ?(?:x|ext\\.?) ?[0-9]{1,8})?");
    private static final Pattern WEB_ADDRESS = Pattern.compile(
            "(?:https?://)?[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?(?::[0-9]{1,5})?(?:[/?#][^\\s<>\"]*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REGION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    private static final BigDecimal NINETY = BigDecimal.valueOf(90);
    private static final BigDecimal HALF_TURN = BigDecimal.valueOf(180);
    private static final int DECIMALS = 7;
    private static final int NUMBER_DIGITS = 20;
    private static final int NUMBER_DECIMALS = 10;
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private FieldRules() {}

    /**
     * Checks one value.
     *
     * @param raw text, list, number or id as it came in; blank counts as empty
     * @param violations where a broken rule is told
     * @return the checked value, or null when empty or refused
     */
    public static Object check(Field field, Object raw, List<Violation> violations) {
        try {
            return convert(field, raw);
        } catch (BrokenRule broken) {
            violations.add(new Violation(
                    field.path(), broken.rule, broken.getMessage(), raw == null ? null : String.valueOf(raw)));
            return null;
        }
    }

    private static Object convert(Field field, Object raw) throws BrokenRule {
        if (raw == null) {
            return null;
        }
        return switch (field.valueType()) {
            case LINES -> list(lines(field, raw), field, MAX_LINES, "lines");
            case TAGS -> {
                List<String> tags = list(elements(raw), field, MAX_TAGS, "tags");
                yield tags == null ? null : List.copyOf(new TreeSet<>(tags));
            }
            case LATITUDE -> degrees(raw, NINETY);
            case LONGITUDE -> degrees(raw, HALF_TURN);
            case NUMBER -> number(raw);
            case REFERENCE -> reference(raw);
            case FLAG -> flag(raw);
            default -> {
                if (!(raw instanceof String)) {
                    throw new BrokenRule("wrong_type", "Must be text.");
                }
                String text = line((String) raw, isListed(field) ? MAX_LISTED : field.maxLength());
                yield text == null ? null : fitting(field, special(field, text));
            }
        };
    }

    /** Values of a list: for them "there is no such country" tells more than "too long". */
    private static boolean isListed(Field field) {
        return switch (field.valueType()) {
            case CHOICE, DATE, LANGUAGE, CURRENCY, COUNTRY, REGION, TIME_ZONE -> true;
            default -> false;
        };
    }

    private static String fitting(Field field, String text) throws BrokenRule {
        if (text.codePointCount(0, text.length()) > field.maxLength()) {
            throw tooLong(field.maxLength());
        }
        return text;
    }

    private static String special(Field field, String text) throws BrokenRule {
        return switch (field.valueType()) {
            case CODE -> matching(CODE, text, "malformed_code", "Must be letters, digits and - _ . / # only.");
            case CHOICE -> choice(field, text);
            case EMAIL -> matching(EMAIL, text, "malformed_email", "Must be an e-mail address like name@example.com.");
            case PHONE -> matching(PHONE, text, "malformed_phone", "Must be a telephone number like +41 44 123 45 67.");
            case WEB_ADDRESS -> matching(
                    WEB_ADDRESS, text, "malformed_web_address", "Must be a web address like https://www.example.com.");
            case LANGUAGE -> known(
                    KnownCodes.language(text), "unknown_language", "Must be a language tag like de or de-CH (BCP 47).");
            case CURRENCY -> known(
                    KnownCodes.currency(text), "unknown_currency", "Must be a currency code like CHF (ISO 4217).");
            case COUNTRY -> known(
                    KnownCodes.country(text),
                    "unknown_country",
                    "Must be a country code like CH (ISO 3166-1 alpha-2).");
            case REGION -> matching(
                    REGION,
                    text.toUpperCase(Locale.ROOT),
                    "malformed_region",
                    "Must be a region code like CH-ZH (ISO 3166-2).");
            case DATE -> date(text);
            case TIME_ZONE -> known(
                    KnownCodes.timeZone(text), "unknown_time_zone", "Must be a time zone like Europe/Zurich (IANA).");
            default -> text;
        };
    }

    private static String matching(Pattern pattern, String text, String rule, String message) throws BrokenRule {
        if (!pattern.matcher(text).matches()) {
            throw new BrokenRule(rule, message);
        }
        return text;
    }

    private static String known(String found, String rule, String message) throws BrokenRule {
        if (found == null) {
            throw new BrokenRule(rule, message);
        }
        return found;
    }

    private static String choice(Field field, String text) throws BrokenRule {
        if (field.choices().contains(text)) {
            return text;
        }
        String folded = folded(text);
        for (String choice : field.choices()) {
            if (folded(choice).equals(folded)) {
                return choice;
            }
        }
        throw new BrokenRule("unknown_choice", "Must be one of " + String.join(", ", field.choices()) + ".");
    }

    /** Two choices of a field differ in it: their upper and lower case is the same. */
    public static String folded(String choice) {
        return choice.toUpperCase(Locale.ROOT);
    }

    private static String date(String text) throws BrokenRule {
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text).toString();
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new BrokenRule("malformed_date", "Must be a day like 2026-03-01 (ISO 8601).");
    }

    /** One line without control characters, in Unicode form C, stripped; null when nothing is left. */
    private static String line(String raw, int maxLength) throws BrokenRule {
        if (raw.length() > MAX_RAW) {
            throw tooLong(maxLength);
        }
        String text = strip(Normalizer.normalize(raw, Normalizer.Form.NFC));
        if (text.isEmpty()) {
            return null;
        }
        if (isUnfit(text)) {
            throw new BrokenRule("control_character", "Must not contain control characters or line breaks.");
        }
        if (text.codePointCount(0, text.length()) > maxLength) {
            throw tooLong(maxLength);
        }
        return text;
    }

    /** As String.strip, no-break spaces included. */
    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static BrokenRule tooLong(int maxLength) {
        return new BrokenRule("too_long", "Must be at most " + maxLength + " characters.");
    }

    private static boolean isUnfit(String text) {
        for (int at = 0, codePoint; at < text.length(); at += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(at);
            switch (Character.getType(codePoint)) {
                case Character.CONTROL,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> {
                    return true;
                }
                default -> {
                    // fit
                }
            }
        }
        return false;
    }

    private static List<?> lines(Field field, Object raw) throws BrokenRule {
        if (!(raw instanceof String text)) {
            return elements(raw);
        }
        if (text.length() > MAX_RAW) {
            throw tooLong(field.maxLength());
        }
        return Arrays.asList(text.strip().split("\\R"));
    }

    private static List<?> elements(Object raw) throws BrokenRule {
        if (!(raw instanceof List<?> list)) {
            throw new BrokenRule("wrong_type", "Must be a list of texts.");
        }
        return list;
    }

    private static List<String> list(List<?> raw, Field field, int most, String what) throws BrokenRule {
        List<String> checked = new ArrayList<>();
        for (Object element : raw) {
            if (!(element instanceof String text)) {
                throw new BrokenRule("wrong_type", "Must be a list of texts.");
            }
            String line = line(text, field.maxLength());
            if (line != null) {
                checked.add(line);
            }
            if (checked.size() > most) {
                throw new BrokenRule("too_many", "Must be at most " + most + " " + what + ".");
            }
        }
        return checked.isEmpty() ? null : List.copyOf(checked);
    }

    private static BigDecimal degrees(Object raw, BigDecimal most) throws BrokenRule {
        BigDecimal degrees = decimal(raw, 30, "Must be a number of degrees like 47.3769.");
        if (degrees == null) {
            return null;
        }
        if (degrees.abs().compareTo(most) > 0) {
            throw new BrokenRule("out_of_range", "Must be from -" + most + " to " + most + ".");
        }
        if (degrees.scale() > DECIMALS) {
            throw new BrokenRule("too_precise", "Must have at most " + DECIMALS + " decimals.");
        }
        return degrees;
    }

    private static BigDecimal number(Object raw) throws BrokenRule {
        BigDecimal number = decimal(raw, 40, "Must be a number like 12.5.");
        if (number == null) {
            return null;
        }
        // as long: an exponent may be as great as an int can be
        if ((long) number.precision() - number.scale() > NUMBER_DIGITS) {
            throw new BrokenRule("out_of_range", "Must have at most " + NUMBER_DIGITS + " digits before the point.");
        }
        if (number.scale() > NUMBER_DECIMALS) {
            throw new BrokenRule("too_precise", "Must have at most " + NUMBER_DECIMALS + " decimals.");
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** Without zeros at the end; null when nothing is given. */
    private static BigDecimal decimal(Object raw, int maxLength, String message) throws BrokenRule {
        String text =
                raw instanceof String || raw instanceof Number ? raw.toString().strip() : "?";
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (text.length() <= maxLength) {
                return new BigDecimal(text).stripTrailingZeros();
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new BrokenRule("wrong_type", message);
    }

    private static Boolean flag(Object raw) throws BrokenRule {
        if (raw instanceof Boolean truth) {
            return truth;
        }
        String text = raw instanceof String string ? string.strip().toLowerCase(Locale.ROOT) : "?";
        return switch (text) {
            case "" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw new BrokenRule("wrong_type", "Must be true or false.");
        };
    }

    private static UUID reference(Object raw) throws BrokenRule {
        if (raw instanceof UUID id) {
            return id;
        }
        String text = raw instanceof String string ? string.strip() : "?";
        if (text.isEmpty()) {
            return null;
        }
        // UUID.fromString takes shortened forms, too; ids are always written in full.
        if (text.length() == 36) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                // told below
            }
        }
        throw new BrokenRule("malformed_id", "Must be the id of a record.");
    }

    private static final class BrokenRule extends Exception {
        private static final long serialVersionUID = 1L;
        private final String rule;

        BrokenRule(String rule, String message) {
            super(message, null, false, false);
            this.rule = rule;
        }
    }
}
