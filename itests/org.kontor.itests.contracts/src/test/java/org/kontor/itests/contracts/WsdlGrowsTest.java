/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.contracts;

import org.junit.Test;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

/** SOAP v1 only grows; and what breaks a client is found, tried with edits that do. */
@Shows("V5")
public class WsdlGrowsTest {
    /** Without the sentences, so that edits are short. */
    private static final String BEFORE = Released.read(Released.WSDL)
            .replaceAll("(?s)<xsd:annotation>.*?</xsd:annotation>", "")
            .replaceAll(">\\s+<", "><");

    private static void breaks(String expected, String old, String edited) {
        assertTrue(old, BEFORE.contains(old));
        assertEquals(expected, String.join("\n", WsdlBreaks.between(BEFORE, BEFORE.replace(old, edited))));
    }

    private static void fits(String old, String edited) {
        breaks("", old, edited);
    }

    @Test
    public void nothingBreaksThatWasReleased() {
        assertEquals(
                "SOAP v1 may only grow. These break clients of the last release",
                "",
                String.join("\n", WsdlBreaks.between(Released.read(Released.WSDL), Released.read(Released.WSDL_NOW))));
    }

    @Test
    public void whatIsTakenAwayOrNarrowedIsFound() {
        String city = "<xsd:element name=\"city\" type=\"xsd:string\" minOccurs=\"0\"></xsd:element>";
        String region = city.replace("city", "region");
        String address = "wsdl/types/schema/complexType Address/sequence/";
        breaks(address + "element region stands where element city was", city, "");
        breaks(address + "element region stands where element city was", city + region, region + city);
        breaks(
                address + "element city: is {minOccurs=0, name=city, type={http://www.w3.org/2001/XMLSchema}int},"
                        + " was {minOccurs=0, name=city, type={http://www.w3.org/2001/XMLSchema}string}",
                city,
                city.replace("string", "int"));
        String country = city.replace("city", "country");
        String end = country + "</xsd:sequence>";
        breaks(
                address + "element street is new and not optional",
                end,
                country + "<xsd:element name=\"street\" type=\"xsd:string\"/></xsd:sequence>");
        breaks(
                address + "element street stands where element line was",
                "<xsd:complexType name=\"Address\"><xsd:sequence>",
                "<xsd:complexType name=\"Address\"><xsd:sequence>" + city.replace("city", "street"));
        breaks(
                "wsdl/portType CustomersPortType/operation get is gone",
                "<wsdl:portType name=\"CustomersPortType\"><wsdl:operation name=\"get\">",
                "<wsdl:portType name=\"CustomersPortType\"><wsdl:operation name=\"read\">");
    }

    @Test
    public void whatIsAddedBreaksNothing() {
        String country = "<xsd:element name=\"country\" type=\"xsd:string\" minOccurs=\"0\"></xsd:element>";
        fits(
                country + "</xsd:sequence>",
                country + "<xsd:element name=\"street\" type=\"xsd:string\" minOccurs=\"0\"/></xsd:sequence>");
        fits(
                "<xsd:complexType name=\"Address\">",
                "<xsd:complexType name=\"More\"/><xsd:complexType name=\"Address\">");
        fits("</wsdl:portType>", "<wsdl:operation name=\"update\"/></wsdl:portType>");
        fits("</wsdl:documentation>", " More words.</wsdl:documentation>");
        fits("xmlns:tns=\"urn:kontor:customers:v1\"", "xmlns:tns=\"urn:kontor:customers:v1\" xmlns:x=\"urn:x\"");
    }
}
