/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.imports;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.Test;

import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

@Shows("C11")
public class ColumnsTest {
    /** Headers as programs in three languages write them, and what they are to be taken for; - for nothing. */
    private static final String[] CUSTOMERS = {
        "Kunden-Nr.=code;Firma=name;Strasse=address.lines;PLZ=address.postalCode;Ort=address.city;Land=address.country"
                + ";Telefon=phone;E-Mail=email;USt-IdNr.=taxId;Homepage=webAddress;Bemerkung=-",
        "Kundennummer=code;Firmenname=name;Straße und Hausnummer=address.lines;Postleitzahl=address.postalCode"
                + ";Stadt=address.city;Bundesland=address.region;Währung=currency;Sprache=language",
        "N° client=code;Raison sociale=name;Adresse=address.lines;Code postal=address.postalCode;Ville=address.city"
                + ";Pays=address.country;Téléphone=phone;Courriel=email;N° TVA=taxId;Site web=webAddress",
        "Customer No.=code;Company Name=name;Street Address=address.lines;ZIP Code=address.postalCode;City=address.city"
                + ";State/Province=address.region;Country/Region=address.country;Phone Number=phone;VAT Reg. No.=taxId",
        "ID=externalId;Account Name=name;Billing Street=billingAddress.lines;Billing City=billingAddress.city"
                + ";Billing Zip=billingAddress.postalCode;Billing Country=billingAddress.country;Website=webAddress",
        "Debitor-Nr=code;Debitor=name;Rechnungs-PLZ=billingAddress.postalCode;Rechnungsort=billingAddress.city"
                + ";Rechnungs-E-Mail=billingContact.email;MWST-Nr.=taxId;Schlagworte=tags",
        "code=code;name=name;address.postalCode=address.postalCode;billingContact.email=billingContact.email"
                + ";externalId=externalId;archived=archived",
        "id=-;version=-;code=code;name=name;archived=archived;created.at=-;created.by=-;created.through=-;changed.at=-"
                + ";changed.by=-;changed.through=-",
        "CODE=code;Billing Address - City=billingAddress.city;Tax ID=taxId;Web address=webAddress;NPA=address.postalCode"
                + ";Localité=address.city;Email de facturation=billingContact.email",
    };

    private static final String[] LOCATIONS = {
        "Standort-Nr.=code;Standort=name;Kundennummer=customer;Strasse=address.lines;PLZ=address.postalCode"
                + ";Ort=address.city;Breitengrad=latitude;Längengrad=longitude",
        "Site ID=code;Site name=name;Customer No=customer;City=address.city;Lat=latitude;Lng=longitude"
                + ";Time zone=timeZone",
        "code site=code;Nom du site=name;Code client=customer;Ville=address.city;Statut=status;Type de site=type",
        "code=code;customer=customer;parent=parent;customerId=-;name=name",
    };

    @Test
    public void headersOfRealFilesAreTakenForWhatTheyMean() {
        Arrays.stream(CUSTOMERS).forEach(line -> expect(RecordType.CUSTOMER, line));
        Arrays.stream(LOCATIONS).forEach(line -> expect(RecordType.LOCATION, line));
    }

    private static void expect(RecordType type, String line) {
        List<String> header =
                Arrays.stream(line.split(";")).map(pair -> pair.split("=")[0]).toList();
        StringBuilder found = new StringBuilder();
        Set<String> taken = new HashSet<>();
        for (Columns.Column column : columns(type, header, Map.of(), Map.of()).all()) {
            String name = column.used() ? column.target().name() : "-";
            assertTrue(name + " twice in " + line, name.equals("-") || taken.add(name));
            found.append(found.isEmpty() ? "" : ";")
                    .append(column.header())
                    .append('=')
                    .append(name);
        }
        assertEquals(line, found.toString());
    }

    private static Columns columns(
            RecordType type, List<String> header, Map<String, String> given, Map<String, String> remembered) {
        return Columns.of(type, header, given, remembered);
    }

    private static String show(Columns columns) {
        StringBuilder shown = new StringBuilder();
        columns.all().forEach(column -> shown.append(column.header())
                .append(' ')
                .append(column.origin())
                .append(' ')
                .append(column.target() == null ? "-" : column.target().name())
                .append("; "));
        return shown.toString().strip();
    }

    @Test
    public void twoColumnsAreNeverTakenForOne() {
        assertEquals(
                "Firma GUESSED name; Name 1 UNKNOWN -; Kunde UNKNOWN -; code GUESSED code;",
                show(columns(RecordType.CUSTOMER, List.of("Firma", "Name 1", "Kunde", "code"), Map.of(), Map.of())));
        assertEquals(
                "Nr UNKNOWN -; Kundennummer GUESSED code;",
                show(columns(RecordType.CUSTOMER, List.of("Nr", "Kundennummer"), Map.of(), Map.of())));
    }

    @Test
    public void whatIsNotSureIsSuggestedAndNotUsed() {
        Columns columns = columns(RecordType.CUSTOMER, List.of("code", "Telefon 2", "Firma (alt)"), Map.of(), Map.of());
        assertEquals("code GUESSED code; Telefon 2 GUESSED phone; Firma (alt) GUESSED name;", show(columns));
        assertEquals(List.of("Telefon 2", "Firma (alt)"), columns.unknown());
        assertThrows(KontorException.class, columns::check);
    }

    @Test
    public void whatWasSaidStandsOverWhatIsRememberedAndThatOverGuesses() {
        List<String> header = List.of("Nr", "Firma", "Kunde", "Memo", "");
        Map<String, String> remembered = Map.of("Kunde", "name", "Memo", "", "Gone", "phone");
        assertEquals(
                "Nr GUESSED code; Firma UNKNOWN -; Kunde REMEMBERED name; Memo IGNORED -;  IGNORED -;",
                show(columns(RecordType.CUSTOMER, header, Map.of(), remembered)));
        assertEquals(
                "Nr GUESSED code; Firma GIVEN name; Kunde UNKNOWN -; Memo IGNORED -;  IGNORED -;",
                show(columns(RecordType.CUSTOMER, header, Map.of("FIRMA", "name"), remembered)));
        assertEquals(
                "Nr GIVEN code; Firma IGNORED -; Kunde IGNORED -; Memo IGNORED -;  IGNORED -;",
                show(columns(RecordType.CUSTOMER, header, Map.of("Nr", "code", "*", ""), Map.of())));
    }

    @Test
    public void aMappingThatCannotBeIsRefused() {
        refused("unknown_field", Map.of("Firma", "nmae"));
        refused("twice", Map.of("Firma", "name", "Kunde", "name"));
        refused("wrong_type", Map.of("*", "name"));
        refused("malformed_header", Map.of(" ", "name"));
        refused("unknown_column", Map.of("Filiale", "name"));
    }

    private static void refused(String rule, Map<String, String> given) {
        KontorException refusal = assertThrows(
                KontorException.class, () -> columns(RecordType.CUSTOMER, List.of("Firma", "Kunde"), given, Map.of()));
        assertEquals(rule, refusal.violations().get(0).rule());
    }
}
