/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.After;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Outcome;
import org.kontor.route.tryton.rpc.CallRoute;
import org.kontor.route.tryton.rpc.Gateway;
import org.kontor.route.tryton.support.MemorySynchronisation;
import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

/**
 * Against a real Tryton, whose database it changes: the address of the database in KONTOR_TRYTON_URL (system property or
 * environment), user admin, password in KONTOR_TRYTON_PASSWORD (admin).
 */
@Shows({"S3", "S7", "S14"})
public class RealTrytonTest {
    private static final String PARTY = "model.party.party.";
    private static final String ADDRESS = "model.party.address.";

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private DefaultCamelContext clientContext;
    private TrytonSettings settings;
    private Gateway client;
    private Site site;

    @Before
    public void connect() throws Exception {
        String url = setting("KONTOR_TRYTON_URL", null);
        Assume.assumeTrue("KONTOR_TRYTON_URL is not given: no real Tryton to read", url != null);
        String password = setting("KONTOR_TRYTON_PASSWORD", "admin");
        settings = new TrytonSettings(
                URI.create(url),
                "admin",
                password,
                Duration.ofMillis(500),
                Duration.ofMinutes(10),
                Duration.ofHours(24),
                200,
                Duration.ofSeconds(60));
        clientContext = new DefaultCamelContext();
        clientContext.addRoutes(new CallRoute(settings.url(), settings.timeout()));
        clientContext.start();
        client = new Gateway(clientContext.createProducerTemplate(), settings.url(), "admin", password);
        site = new Site(settings, Clock.systemUTC(), System::nanoTime);
    }

    @After
    public void disconnect() {
        if (clientContext != null) {
            site.close();
            clientContext.stop();
        }
    }

    @Test
    public void changesOfEveryKindArriveOnce() throws Exception {
        long id = create(party("One"));
        long start = System.nanoTime();
        site.start();
        Await.until("all is read", Duration.ofMinutes(5), () -> site.monitor.looks() > 0);
        double seconds = (System.nanoTime() - start) / 1e9;
        long parties = site.engine.count(RecordType.CUSTOMER);
        System.out.printf("full reading: %d parties in %.1f s, %.0f/s%n", parties, seconds, parties / seconds);
        assertEquals(client.call(PARTY + "search_count", List.of()).asLong(), parties);
        assertEquals("One", site.engine.record(RecordType.CUSTOMER, id).values().text(CustomerField.NAME));

        int runs = site.engine.runs().size();
        site.settle();
        assertEquals("nothing changed, no run", runs, site.engine.runs().size());

        long address = client.call(PARTY + "read", List.of(id), List.of("addresses"))
                .at("/0/addresses/0")
                .asLong();
        client.call(ADDRESS + "write", List.of(address), Map.of("city", "Ulm"));
        site.settle();
        MemorySynchronisation.Run run = site.engine.lastRun();
        assertEquals("changes", run.source);
        assertEquals("COMPLETED", run.end);
        assertEquals(2, run.count(Outcome.UPDATED));
        assertEquals(
                "Ulm", site.engine.record(RecordType.LOCATION, address).values().text(LocationField.ADDRESS_CITY));
        assertEquals("Ulm", site.engine.record(RecordType.CUSTOMER, id).values().text(CustomerField.ADDRESS_CITY));

        client.call(PARTY + "write", List.of(id), Map.of("active", false));
        site.settle();
        assertTrue(site.engine.record(RecordType.CUSTOMER, id).archived());
        assertTrue(site.engine.record(RecordType.LOCATION, address).archived());
        client.call(PARTY + "write", List.of(id), Map.of("active", true));
        site.settle();
        assertFalse(site.engine.record(RecordType.CUSTOMER, id).archived());
        assertFalse(site.engine.record(RecordType.LOCATION, address).archived());
    }

    @Test
    public void whatCommitsLateIsNotLost() throws Exception {
        site.start().settle();
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            many.add(party("Late " + i));
        }
        CompletableFuture<List<Long>> late = CompletableFuture.supplyAsync(() -> createAll(many));
        Thread.sleep(1000); // the transaction of the 400 has begun
        long single = createElsewhere(party("Single"));
        assertFalse("the 400 commit after the single one", late.isDone());
        site.settle();
        assertNotNull("the single one is here", site.engine.record(RecordType.CUSTOMER, single));
        assertFalse("the 400 still commit after it was read", late.isDone());
        List<Long> ids = late.get();
        site.settle();
        assertEquals(
                0,
                ids.stream()
                        .filter(id -> site.engine.record(RecordType.CUSTOMER, id) == null)
                        .count());
        MemorySynchronisation.Run run = site.engine.lastRun();
        assertEquals("each with its address, and nothing else", 800, run.outcomes.size());
        assertEquals(800, run.count(Outcome.CREATED));
    }

    @Test
    public void aSecondFullReadingFindsTheSame() throws Exception {
        create(party("One"));
        site.start().settle();
        Map<String, ?> before = site.engine.records();
        site.close();
        site.engine.setCursor(null);
        site.start().settle();
        MemorySynchronisation.Run run = site.engine.lastRun();
        assertEquals("full", run.source);
        assertEquals(run.outcomes.size(), run.count(Outcome.UNCHANGED));
        assertEquals(before, site.engine.records());
    }

    private Map<String, Object> party(String name) {
        return Map.of(
                "name",
                name,
                "code",
                mark + "-" + name.replace(' ', '-'),
                "addresses",
                List.of(List.of("create", List.of(Map.of("street", "Weg 1", "city", "Bern")))),
                "contact_mechanisms",
                List.of(List.of("create", List.of(Map.of("type", "email", "value", "a@example.com")))));
    }

    private long create(Map<String, Object> party) {
        return client.call(PARTY + "create", List.of(party)).path(0).asLong();
    }

    private List<Long> createAll(List<Object> parties) {
        List<Long> ids = new ArrayList<>();
        client.call(PARTY + "create", parties).forEach(id -> ids.add(id.asLong()));
        return ids;
    }

    /** By a client of its own, as the other one is busy. */
    private long createElsewhere(Map<String, Object> party) {
        Gateway other = new Gateway(
                clientContext.createProducerTemplate(), settings.url(), settings.user(), settings.password());
        return other.call(PARTY + "create", List.of(party)).path(0).asLong();
    }

    private static String setting(String name, String otherwise) {
        String value = System.getProperty(name, System.getenv(name));
        return value == null ? otherwise : value;
    }
}
