/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.features;

import java.nio.file.Files;
import java.nio.file.Path;

import javax.inject.Inject;

import org.apache.karaf.features.BootFinished;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerMethod;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

/** An administrator's ways through a running Karaf: feature after feature, bundle after bundle. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerMethod.class)
@Shows("X1")
public class FeaturesTogetherIT {
    private static final String HTTP_SERVICE = "org.osgi.service.http.HttpService";

    @Inject
    private BundleContext context;

    @Inject
    private BootFinished booted;

    @Configuration
    public Option[] emptyKaraf() {
        return PlainKaraf.options();
    }

    @Test
    public void oneFeatureAfterTheOther() throws Exception {
        FeatureInKaraf karaf = new FeatureInKaraf(context);
        karaf.addRepository();
        karaf.install("kontor-rest");
        karaf.answers(FeatureInKaraf.CUSTOMERS);

        karaf.install("kontor-soap");
        karaf.answers(FeatureInKaraf.WSDL);
        karaf.answers(FeatureInKaraf.CUSTOMERS);
        assertEquals(1, karaf.services(HTTP_SERVICE, null));

        connect();
        karaf.install("kontor-files");
        FeatureInKaraf.until("the connection that was there before its connector starts", () -> {
            String connections = karaf.get(FeatureInKaraf.CONNECTIONS).text();
            assertTrue(connections, connections.contains("IDLE"));
        });
        karaf.answers(FeatureInKaraf.WSDL);
        karaf.answers(FeatureInKaraf.CUSTOMERS);
        karaf.noErrorInLog();
    }

    @Test
    public void everyBundleIsStoppedAndUpdated() throws Exception {
        FeatureInKaraf karaf = new FeatureInKaraf(context);
        karaf.addRepository();
        karaf.install("kontor");
        connect();
        works(karaf, "at first");

        for (Bundle bundle : karaf.ours()) {
            bundle.stop();
            bundle.start();
            works(karaf, "after stop and start of " + bundle.getSymbolicName());
            karaf.update(bundle);
            works(karaf, "after the update of " + bundle.getSymbolicName());
        }
        karaf.noErrorInLog();
    }

    private static void works(FeatureInKaraf karaf, String when) throws Exception {
        try {
            karaf.allActive();
            karaf.answers(FeatureInKaraf.OPENAPI);
            karaf.answers(FeatureInKaraf.CUSTOMERS);
            karaf.answers(FeatureInKaraf.WSDL);
            FeatureInKaraf.until("the connection is up", () -> {
                String connections = karaf.get(FeatureInKaraf.CONNECTIONS).text();
                assertTrue(connections, connections.contains("IDLE"));
            });
        } catch (AssertionError e) {
            throw new AssertionError(when + ": " + e.getMessage(), e);
        }
    }

    /** A connection, as an administrator writes it. */
    private static void connect() throws Exception {
        Path inbox = Path.of(System.getProperty("karaf.data"), "inbox");
        Files.writeString(
                Path.of(System.getProperty("karaf.etc"), "org.kontor.connection-early.cfg"),
                "connector = files\nfolder = " + inbox + "\n");
    }
}
