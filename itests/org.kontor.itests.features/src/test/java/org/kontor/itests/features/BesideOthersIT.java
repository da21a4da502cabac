/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.features;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.management.MBeanServer;
import javax.management.ObjectName;

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
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

/**
 * A Karaf that already runs CXF, from CXF's own features, and an application of somebody else with JPA and SOAP: Kontor
 * comes, and nothing that was there notices; it goes and comes back, and finds its data.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerMethod.class)
@Shows("X1")
public class BesideOthersIT {
    private static final String OTHER = "(name=other)";
    private static final String NOTES_WSDL = "/cxf/notes?wsdl";

    @Inject
    private BundleContext context;

    @Inject
    private BootFinished booted;

    @Configuration
    public Option[] karafOfSomebodyElse() {
        return PlainKaraf.options();
    }

    @Test
    public void nothingThatWasThereIsRefreshed() throws Exception {
        FeatureInKaraf karaf = new FeatureInKaraf(context);
        otherApplication(karaf);
        ServiceReference<?> other = other();
        @SuppressWarnings("unchecked") // a Function of String is registered
        Function<String, Object> notes = (Function<String, Object>) context.getService(other);
        assertEquals(1L, notes.apply("before Kontor"));
        TreeMap<String, Object> before = bundles();
        ConcurrentLinkedQueue<String> touched = new ConcurrentLinkedQueue<>();
        context.addBundleListener(watch(touched));

        karaf.addRepository();
        karaf.installWithoutRefresh("kontor");
        karaf.answers(FeatureInKaraf.READY);
        karaf.answers(FeatureInKaraf.WSDL);
        assertEquals(
                201,
                karaf.post(FeatureInKaraf.CUSTOMERS, "{\"code\":\"STAYS\",\"name\":\"Stays\"}")
                        .status());
        assertEquals("after the installation", List.of(), List.copyOf(touched));
        assertTrue("all that was there is there as it was", bundles().entrySet().containsAll(before.entrySet()));
        stillWorks(karaf, other, notes, 2L);
        jmxShowsIt();

        // CXF looks for classes in all bundles: what it found in ours, it loses, and so is restarted.
        karaf.uninstall("kontor");
        assertEquals("nothing but data stays", before.keySet(), bundles().keySet());
        worksAgain(karaf, 3L);
        assertEquals(
                Set.of(), ManagementFactory.getPlatformMBeanServer().queryNames(new ObjectName("org.kontor:*"), null));

        karaf.installWithoutRefresh("kontor");
        karaf.answers(FeatureInKaraf.READY);
        String found = karaf.get(FeatureInKaraf.CUSTOMERS).text();
        assertTrue(found, found.contains("STAYS"));
        worksAgain(karaf, 4L);
        karaf.noErrorInLog();
    }

    private void otherApplication(FeatureInKaraf karaf) throws Exception {
        karaf.addRepository(
                "mvn:org.apache.cxf.karaf/apache-cxf/" + System.getProperty("kontor.cxf.version") + "/xml/features");
        karaf.installTogether(
                Set.of("scr", "jpa", "eclipselink", "transaction", "pax-jdbc-h2", "pax-jdbc-config", "cxf-jaxws"));
        Files.writeString(
                Path.of(System.getProperty("karaf.etc"), "org.ops4j.datasource-other.cfg"),
                "osgi.jdbc.driver.class = org.h2.Driver\nurl = jdbc:h2:mem:other;DB_CLOSE_DELAY=-1\n"
                        + "dataSourceName = other\n");
        context.installBundle(Path.of(System.getProperty("kontor.itests.other"))
                        .toUri()
                        .toString())
                .start();
        karaf.hasService(Function.class.getName(), OTHER);
        karaf.answers(NOTES_WSDL);
    }

    private ServiceReference<?> other() throws Exception {
        return context.getAllServiceReferences(Function.class.getName(), OTHER)[0];
    }

    /** The same instance as before, with its data and its address. */
    private void stillWorks(
            FeatureInKaraf karaf, ServiceReference<?> reference, Function<String, Object> notes, Long count)
            throws Exception {
        assertEquals(reference, other());
        assertEquals(count, notes.apply("with Kontor"));
        karaf.answers(NOTES_WSDL);
    }

    /** With its data and its address. */
    private void worksAgain(FeatureInKaraf karaf, Long count) throws Exception {
        karaf.hasService(Function.class.getName(), OTHER);
        @SuppressWarnings("unchecked") // a Function of String is registered
        Function<String, Object> notes = (Function<String, Object>) context.getService(other());
        assertEquals(count, notes.apply("after Kontor"));
        karaf.answers(NOTES_WSDL);
    }

    /** Notes whatever happens to a bundle that is there now. */
    private SynchronousBundleListener watch(ConcurrentLinkedQueue<String> touched) {
        Set<Bundle> there = Set.of(context.getBundles());
        return event -> {
            if (there.contains(event.getBundle()) && event.getType() != BundleEvent.LAZY_ACTIVATION) {
                touched.add(event.getBundle().getSymbolicName() + " event " + event.getType());
            }
        };
    }

    /** Name and version → what a refresh or an update would change. */
    private TreeMap<String, Object> bundles() {
        return Arrays.stream(context.getBundles())
                .collect(Collectors.toMap(
                        bundle -> bundle.getSymbolicName() + " " + bundle.getVersion() + " " + bundle.getBundleId(),
                        bundle -> List.of(
                                bundle.getState(),
                                bundle.getLastModified(),
                                System.identityHashCode(bundle.adapt(BundleWiring.class))),
                        (one, same) -> one,
                        TreeMap::new));
    }

    private static void jmxShowsIt() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        assertEquals(true, server.getAttribute(new ObjectName("org.kontor:type=Health"), "Ready"));
        Object byStatus = server.getAttribute(new ObjectName("org.kontor:type=Door,name=REST"), "RequestsByStatus");
        assertTrue(byStatus.toString(), byStatus.toString().contains("201"));
    }
}
