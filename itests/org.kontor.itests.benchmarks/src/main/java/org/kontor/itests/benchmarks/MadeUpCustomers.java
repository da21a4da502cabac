/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.benchmarks;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;

import org.kontor.api.customer.CustomerField;
import org.kontor.spi.text.TextKeys;

/**
 * Customers as a European company might have them, the same ones for the same numbers: few names, cities and countries are
 * common and many are rare; most are companies with a legal form in their name. Stateless.
 */
final class MadeUpCustomers {
    private static final List<String> COUNTRIES = List.of(
            "DE", "CH", "FR", "AT", "IT", "ES", "GB", "NL", "BE", "PL", "US", "SE", "DK", "CZ", "PT", "IE", "NO", "FI",
            "HU", "RO", "GR", "LU", "SK", "SI", "HR", "BG", "EE", "LV", "LT", "CY", "MT", "LI", "IS");
    /** Of one customer in 20,000. */
    static final String RARE_COUNTRY = "GL";

    private static final Map<String, List<String>> FORMS = Map.of(
            "DE", List.of("GmbH", "GmbH", "GmbH & Co. KG", "AG", "e.K."),
            "AT", List.of("GmbH", "GmbH", "KG", "AG"),
            "CH", List.of("AG", "AG", "GmbH", "SA"),
            "FR", List.of("SA", "SARL", "SAS"),
            "IT", List.of("S.r.l.", "S.p.A."),
            "ES", List.of("S.L.", "S.A."),
            "GB", List.of("Ltd", "Ltd", "plc"),
            "NL", List.of("B.V."),
            "US", List.of("Inc.", "LLC", "Corp."));
    private static final List<String> OTHER_FORMS = List.of("Ltd", "AB", "SA", "Oy", "d.o.o.");
    private static final List<String> TRADES = List.of(
            "Maschinenbau",
            "Elektro",
            "Bau",
            "Handel",
            "Consulting",
            "Robotics",
            "Logistik",
            "Metallbau",
            "Software",
            "Energie",
            "Automation",
            "Druck",
            "Möbel",
            "Textil",
            "Pharma",
            "Chemie",
            "Holding",
            "Services",
            "Systems",
            "Technik",
            "Garten",
            "Medien",
            "Immobilien",
            "Transporte",
            "Solar",
            "Optik",
            "Food",
            "Apotheke",
            "Hotel",
            "Werkzeuge");
    private static final List<String> FIRST = List.of(
            "Anna", "Peter", "Maria", "Thomas", "Sofia", "Jean", "Laura", "Marco", "Lukas", "Julia", "David", "Nina",
            "Paul", "Emma", "José", "Ingrid", "Zoë", "Søren", "Łukasz", "Chloé");
    private static final String[] HEADS = {
        "Al", "Ber", "Cal", "Dor", "Em", "Fal", "Gran", "Hol", "Im", "Jor", "Kel", "Lan", "Mar", "Nor", "Os", "Pel",
        "Ros", "Sal", "Tor", "Ur", "Val", "Wen", "Zim", "Bru", "Stei", "Schwar", "Mül", "Grü"
    };
    private static final String[] MIDDLES = {
        "an", "ber", "dro", "el", "fen", "gi", "hau", "i", "ka", "lo", "mi", "ne", "or", "pi", "ra", "se", "ta", "u",
        "vi", "zo", "ze", "ger", "sen", "mann", "stein", "li"
    };
    private static final String[] TAILS = {
        "er", "mann", "stein", "berg", "li", "sen", "i", "ova", "ez", "ini", "ard", "son", "haus", "feld", "bach",
        "wald", "ner", "ko"
    };
    private static final int CITIES_A_COUNTRY = 60;
    private static final int TAGS = 60;

    private MadeUpCustomers() {}

    /** The fields of the customer with that number. */
    static Map<CustomerField, Object> number(int number) {
        SplittableRandom random = new SplittableRandom(number * 0x9E3779B97F4A7C15L);
        Map<CustomerField, Object> values = new EnumMap<>(CustomerField.class);
        String country = random.nextInt(20_000) == 0 ? RARE_COUNTRY : COUNTRIES.get(common(random, COUNTRIES.size()));
        boolean company = random.nextInt(100) < 80;
        String family = family(random);
        String name =
                company ? company(random, family, country) : FIRST.get(common(random, FIRST.size())) + " " + family;
        String host = ascii(company ? family + (random.nextInt(3) == 0 ? "-group" : "") : "mail") + number % 9973 + "."
                + (random.nextInt(4) == 0 ? "com" : country.toLowerCase(Locale.ROOT));
        values.put(CustomerField.CODE, String.format("C-%06d", number));
        values.put(CustomerField.NAME, name);
        values.put(CustomerField.KIND, company ? "COMPANY" : "INDIVIDUAL");
        values.put(CustomerField.RELATION, random.nextInt(50) == 0 ? "DISTRIBUTOR" : "END_CUSTOMER");
        if (company && random.nextInt(3) > 0) {
            values.put(CustomerField.TAX_ID, country + (100_000_000 + random.nextInt(900_000_000)));
        }
        if (random.nextInt(10) > 0) {
            values.put(CustomerField.EMAIL, (company ? "info" : ascii(family)) + "@" + host);
        }
        if (random.nextInt(3) > 0) {
            values.put(
                    CustomerField.PHONE,
                    "+" + (30 + random.nextInt(60)) + " " + (100_000_000 + random.nextInt(900_000_000)));
        }
        if (company && random.nextInt(2) > 0) {
            values.put(CustomerField.WEB_ADDRESS, "https://www." + host);
        }
        values.put(CustomerField.LANGUAGE, country.equals("DE") || country.equals("AT") ? "de" : "en");
        values.put(CustomerField.CURRENCY, country.equals("CH") ? "CHF" : "EUR");
        String city = city(country, common(random, CITIES_A_COUNTRY));
        values.put(CustomerField.ADDRESS_LINES, List.of(family(random) + "strasse " + (1 + random.nextInt(200))));
        values.put(CustomerField.ADDRESS_POSTAL_CODE, String.valueOf(10_000 + random.nextInt(90_000)));
        values.put(CustomerField.ADDRESS_CITY, city);
        values.put(CustomerField.ADDRESS_COUNTRY, country);
        if (random.nextInt(5) == 0) {
            values.put(
                    CustomerField.BILLING_CONTACT_NAME, FIRST.get(random.nextInt(FIRST.size())) + " " + family(random));
            values.put(CustomerField.BILLING_CONTACT_EMAIL, "billing@" + host);
            values.put(CustomerField.BILLING_ADDRESS_CITY, city);
            values.put(CustomerField.BILLING_ADDRESS_COUNTRY, country);
        }
        if (random.nextInt(10) == 0) {
            TreeSet<String> tags = new TreeSet<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                tags.add("tag " + common(random, TAGS));
            }
            values.put(CustomerField.TAGS, List.copyOf(tags));
        }
        return values;
    }

    private static String company(SplittableRandom random, String family, String country) {
        List<String> forms = FORMS.getOrDefault(country, OTHER_FORMS);
        return family + " " + TRADES.get(common(random, TRADES.size())) + " " + forms.get(random.nextInt(forms.size()));
    }

    /** Some thousand names, a few of them everywhere. */
    private static String family(SplittableRandom random) {
        SplittableRandom name = new SplittableRandom(common(random, 40_000) * 0x632BE59BD9B4E019L);
        return HEADS[name.nextInt(HEADS.length)]
                + (name.nextInt(3) > 0 ? MIDDLES[name.nextInt(MIDDLES.length)] : "")
                + (name.nextInt(4) == 0 ? MIDDLES[name.nextInt(MIDDLES.length)] : "")
                + TAILS[name.nextInt(TAILS.length)];
    }

    private static String city(String country, int rank) {
        SplittableRandom random = new SplittableRandom((country.hashCode() * 1009L + rank) * 0x9E3779B97F4A7C15L);
        return HEADS[random.nextInt(HEADS.length)]
                + MIDDLES[random.nextInt(MIDDLES.length)]
                + (random.nextBoolean() ? "burg" : "ville");
    }

    /** 0 to below the bound, small numbers far more often. */
    private static int common(SplittableRandom random, int bound) {
        return (int) (bound * Math.pow(random.nextDouble(), 3));
    }

    private static String ascii(String name) {
        return TextKeys.sortKey(name);
    }
}
