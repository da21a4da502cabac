/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kontor.api.record.RecordType;

/**
 * What headers in English, French and German are likely to mean. Names of the fields themselves count {@value #EXACT}, a
 * word that means nothing else {@value #KNOWN}, one that may mean something else {@value #LIKELY}, and a known word with a
 * number or a remark behind it {@value #POSSIBLE}. Stateless.
 */
final class Synonyms {
    static final int EXACT = 100;
    static final int KNOWN = 90;
    static final int LIKELY = 80;
    static final int POSSIBLE = 50;

    /** What is guessed, and how sure that is. */
    record Guess(Target target, int certainty) {}

    private static final List<String> BILLING = List.of(
            "rechnungsadresse",
            "rechnungs",
            "rechnung",
            "adressedefacturation",
            "adressefacturation",
            "facturation",
            "facture",
            "billingaddress",
            "billing",
            "billto",
            "invoiceaddress",
            "invoice");
    private static final List<String> BILLING_ENDS =
            List.of("rechnung", "defacturation", "facturation", "billing", "invoice", "billto");

    private static final Map<String, String> ADDRESS = words(Map.of(
            "lines",
                    "strasse,strassenr,strasseundhausnummer,strasseundnr,strassehausnummer,strassehausnr,strassenummer,"
                            + "adresse,adresse1,adressezeile1,anschrift,street,street1,streetaddress,streetandnumber,address,"
                            + "address1,addressline,addressline1,addresslines,rue,rueetnumero,ruenumero,voie,ligneadresse1,adr",
            "postalCode", "plz,postleitzahl,zip,zipcode,postcode,postalcode,cp,codepostal,npa,cap,pc",
            "city", "ort,ortschaft,stadt,wohnort,city,town,ville,localite,commune,place,locality",
            "region", "kanton,bundesland,region,state,province,canton,departement,county,stateprovince",
            "country",
                    "land,staat,landescode,landercode,laendercode,landkurzel,lkz,country,countrycode,countryregion,"
                            + "pays,codepays,landiso,iso2"));

    private static final Map<String, String> CONTACT = words(Map.of(
            "name",
                    "kontakt,kontaktperson,ansprechpartner,ansprechperson,contact,contactname,contactperson,attention,zhd,"
                            + "personnedecontact,interlocuteur,name,nom",
            "email", "email,mail,emailadresse,emailaddress,courriel,adresseemail",
            "phone", "telefon,tel,phone,telephone,telefonnummer,telnr,phonenumber"));

    private static final Map<String, String> CUSTOMER = words(Map.of(
            "name",
                    "firma,firmenname,firmenbezeichnung,firmierung,unternehmen,kunde,kundenname,company,companyname,"
                            + "customer,customername,organisation,organization,client,clientname,nomclient,nomduclient,societe,"
                            + "nomsociete,nomdelasociete,raisonsociale,entreprise,nomentreprise,denomination,accountname,"
                            + "legalname,businessname,debitor,debitorenname",
            "code",
                    "kundennummer,kundennr,kundenr,kdnr,kundencode,debitorennummer,debitorennr,debitornr,"
                            + "customernumber,customerno,customercode,customernr,accountnumber,accountno,clientnumber,clientno,"
                            + "clientcode,numeroclient,numeroduclient,nclient,noclient,nrclient,codeclient,referenceclient",
            "taxId",
                    "ustid,ustidnr,ustidnummer,ust,umsatzsteuerid,umsatzsteueridentifikationsnummer,uid,uidnr,"
                            + "uidnummer,mwstnr,mwstnummer,vat,vatid,vatno,vatnumber,vatregno,vatregistrationnumber,taxid,"
                            + "taxnumber,taxno,tva,numerotva,ntva,notva,numerodetva,ide,steuernummer,steuernr,siren",
            "email", "email,mail,emailadresse,emailaddress,courriel,adresseemail,adressemail,mel",
            "phone",
                    "telefon,tel,telefonnummer,telnr,phone,phonenumber,telephone,notelephone,numerodetelephone,"
                            + "businessphone,mainphone,telefongeschaft",
            "webAddress",
                    "web,website,webseite,internet,homepage,www,url,webaddress,siteweb,siteinternet,internetadresse",
            "language", "sprache,korrespondenzsprache,language,langue,lang,sprachcode,languagecode",
            "currency", "wahrung,waehrung,currency,currencycode,devise,monnaie,whg",
            "kind", "rechtstyp,customertype,kundenart",
            "tags", "tags,tag,schlagworte,schlagworter,stichworte,keywords,labels,motscles,etiquettes"));

    private static final Map<String, String> LOCATION = words(Map.of(
            "name",
                    "standort,standortname,standortbezeichnung,filiale,niederlassung,objekt,objektname,liegenschaft,site,"
                            + "sitename,location,locationname,branch,nomdusite,nomsite,etablissement,lieu",
            "code",
                    "standortnummer,standortnr,standortcode,filialnummer,filialnr,objektnummer,objektnr,sitenumber,siteno,"
                            + "sitecode,siteid,locationnumber,locationno,locationcode,locationid,branchcode,numerosite,codesite,"
                            + "codeetablissement,siret",
            "customer",
                    "kunde,kundennummer,kundennr,kundenr,kdnr,kundencode,debitor,debitorennummer,debitorennr,customer,"
                            + "customernumber,customerno,customercode,customerid,accountnumber,client,clientcode,clientno,"
                            + "numeroclient,nclient,noclient,codeclient",
            "parent",
                    "ubergeordneterstandort,hauptstandort,gehortzu,teilvon,parent,parentlocation,parentsite,partof,"
                            + "siteparent,lieuparent",
            "type", "typ,art,standorttyp,standortart,type,locationtype,sitetype,typedesite,typesite",
            "status", "status,zustand,statut,etat,state",
            "timeZone", "zeitzone,timezone,fuseauhoraire,tz",
            "latitude", "latitude,lat,breite,breitengrad,geolat",
            "longitude", "longitude,lon,lng,long,lange,laenge,langengrad,laengengrad,geolon,geolong",
            "tags", "tags,tag,schlagworte,schlagworter,stichworte,keywords,labels,motscles,etiquettes"));

    /** Of both types, and not sure. */
    private static final Map<String, String> VAGUE = words(Map.of(
            "name", "name1,bezeichnung,nom,titel,title,libelle,designation",
            "code", "nummer,nr,no,number,numero,n,code,reference,ref,referenz,kennung",
            "externalId",
                    "id,externeid,externalid,fremdid,fremdschlussel,idexterne,externalreference,externalref,uuid,guid,"
                            + "recordid,datensatzid",
            "archived", "archiviert,inaktiv,gesperrt,archived,inactive,disabled,archive,inactif,archivee"));

    private Synonyms() {}

    private static Map<String, String> words(Map<String, String> lists) {
        Map<String, String> words = new HashMap<>();
        lists.forEach((name, list) -> {
            for (String word : list.split(",")) {
                if (words.put(word, name) != null) {
                    throw new IllegalStateException("'" + word + "' means two things");
                }
            }
        });
        return Map.copyOf(words);
    }

    /** What the header most likely means. */
    static Optional<Guess> guess(RecordType type, String header) {
        Optional<Target> exact = Target.of(type, header.strip());
        if (exact.isPresent()) {
            return exact.map(target -> new Guess(target, EXACT));
        }
        String word = Headers.fold(header);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        return named(type, word).or(() -> known(type, word, 0)).or(() -> known(type, beginning(header), POSSIBLE));
    }

    private static Optional<Guess> named(RecordType type, String word) {
        return Target.of(type).stream()
                .filter(target -> Headers.fold(target.name()).equals(word)
                        || target.field() != null
                                && Headers.fold(target.field().path()).equals(word))
                .findFirst()
                .map(target -> new Guess(target, EXACT));
    }

    /** "Firma (alt)", "Telefon 2", "Adresse - Zusatz": the word that it begins with. */
    private static String beginning(String header) {
        String first = header.strip().split("[(\\[/:–—-]| \\d|\\d+$", 2)[0];
        return Headers.fold(first).equals(Headers.fold(header)) ? "" : Headers.fold(first);
    }

    /** @param most how sure it can be at most, 0 for no bound */
    private static Optional<Guess> known(RecordType type, String word, int most) {
        Map<String, String> own = type == RecordType.CUSTOMER ? CUSTOMER : LOCATION;
        String name = own.get(word);
        int certainty = KNOWN;
        if (name == null && ADDRESS.containsKey(word)) {
            name = "address." + ADDRESS.get(word);
        }
        if (name == null && type == RecordType.CUSTOMER) {
            name = billing(word);
        }
        if (name == null && VAGUE.containsKey(word)) {
            name = VAGUE.get(word);
            certainty = LIKELY;
        }
        int sure = most == 0 ? certainty : Math.min(certainty, most);
        return name == null ? Optional.empty() : Target.of(type, name).map(target -> new Guess(target, sure));
    }

    /** "Rechnungs-PLZ", "Billing City", "Ville (facturation)". */
    private static String billing(String word) {
        for (String mark : BILLING) {
            if (word.startsWith(mark) && word.length() > mark.length()) {
                return ofBilling(word.substring(mark.length()));
            }
        }
        for (String mark : BILLING_ENDS) {
            if (word.endsWith(mark) && word.length() > mark.length()) {
                return ofBilling(word.substring(0, word.length() - mark.length()));
            }
        }
        return word.equals("rechnungsadresse") || word.equals("billingaddress") || word.equals("adressedefacturation")
                ? "billingAddress.lines"
                : null;
    }

    private static String ofBilling(String rest) {
        if (ADDRESS.containsKey(rest)) {
            return "billingAddress." + ADDRESS.get(rest);
        }
        return CONTACT.containsKey(rest) ? "billingContact." + CONTACT.get(rest) : null;
    }
}
