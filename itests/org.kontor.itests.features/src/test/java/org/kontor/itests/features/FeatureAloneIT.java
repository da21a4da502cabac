/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.features;

import java.util.List;
import java.util.Map;

import javax.inject.Inject;

import org.apache.karaf.features.BootFinished;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

/**
 * Every feature that is a door or a connector alone in an otherwise empty Karaf, one after the other: installed and taken
 * away, brought back and taken away, so that the Karaf is empty again for the next. The core and the synchronisation, which they bring, are in all of them.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
@Shows("X1")
public class FeatureAloneIT {
    private static final List<String> CORE = List.of(
            "org.kontor.api.customer.Customers",
            "org.kontor.api.location.Locations",
            "org.kontor.api.audit.AuditTrail",
            "org.kontor.api.feed.ChangeFeed",
            "org.kontor.api.sync.Runs",
            "org.kontor.api.people.SignIn");
    private static final String CONNECTIONS = "org.kontor.api.sync.Connections";
    /** What all commands of the shell need; Karaf shows them as soon as it is there. */
    private static final String COMMANDS = "org.kontor.shell.internal.Desk";

    private static final String HTTP_SERVICE = "org.osgi.service.http.HttpService";

    /** Beyond what the core gives, which is in all of them. */
    private static final Map<String, List<String>> SERVICES = Map.of(
            "kontor", List.of(CONNECTIONS, HTTP_SERVICE, COMMANDS),
            "kontor-rest", List.of(HTTP_SERVICE),
            "kontor-soap", List.of(HTTP_SERVICE),
            "kontor-shell", List.of(COMMANDS),
            "kontor-mail", List.of("org.kontor.mail.Branding", HTTP_SERVICE),
            "kontor-domains", List.of("org.kontor.spi.dns.TextRecords"),
            "kontor-files", List.of(CONNECTIONS),
            "kontor-tryton", List.of(CONNECTIONS));

    private static final Map<String, String> CONNECTORS =
            Map.of("kontor", "files", "kontor-files", "files", "kontor-tryton", "tryton");

    private static final Map<String, List<String>> ADDRESSES = Map.of(
            "kontor", List.of(FeatureInKaraf.OPENAPI, FeatureInKaraf.CUSTOMERS, FeatureInKaraf.WSDL),
            "kontor-rest", List.of(FeatureInKaraf.OPENAPI, FeatureInKaraf.CUSTOMERS),
            "kontor-soap", List.of(FeatureInKaraf.WSDL),
            "kontor-mail", List.of("/kontor/account/forgotten"));

    @Inject
    private BundleContext context;

    @Inject
    private BootFinished booted;

    @Configuration
    public Option[] configuration() {
        return PlainKaraf.options();
    }

    @Test
    public void eachComesAloneGoesComesBackAndLeavesNothing() throws Exception {
        FeatureInKaraf karaf = new FeatureInKaraf(context);
        karaf.addRepository();
        List<String> empty = karaf.bundles();
        for (String feature : SERVICES.keySet().stream().sorted().toList()) {
            try {
                comesGoesAndComesBack(feature, karaf);
                karaf.uninstall(feature);
                assertEquals("what is installed afterwards", empty, karaf.bundles());
            } catch (AssertionError | Exception e) {
                throw new AssertionError("Feature " + feature + ": " + e.getMessage(), e);
            }
        }
        karaf.noErrorInLog();
    }

    private static void comesGoesAndComesBack(String feature, FeatureInKaraf karaf) throws Exception {
        karaf.install(feature);
        works(feature, karaf);
        boolean rest = ADDRESSES.getOrDefault(feature, List.of()).contains(FeatureInKaraf.CUSTOMERS);
        String code = "STAYS-" + feature;
        if (rest) {
            assertEquals(
                    201,
                    karaf.post(FeatureInKaraf.CUSTOMERS, "{\"code\":\"" + code + "\",\"name\":\"Stays\"}")
                            .status());
        }
        karaf.uninstall(feature);
        karaf.install(feature);
        works(feature, karaf);
        if (rest) {
            String found = karaf.get(FeatureInKaraf.CUSTOMERS).text();
            assertTrue(found, found.contains('"' + code + '"'));
        }
    }

    private static void works(String feature, FeatureInKaraf karaf) throws Exception {
        for (String service : CORE) {
            karaf.hasService(service, null);
        }
        for (String service : SERVICES.get(feature)) {
            karaf.hasService(service, null);
        }
        if (CONNECTORS.containsKey(feature)) {
            karaf.hasConnector(CONNECTORS.get(feature));
        }
        for (String address : ADDRESSES.getOrDefault(feature, List.of())) {
            karaf.answers(address);
        }
    }
}
