/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.camel.CamelExecutionException;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.Progress;
import org.kontor.api.sync.Reach;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.api.sync.Synchronisation;
import org.kontor.camel.component.KontorComponent;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** The component on a bare CamelContext; the engine behind it only notes what it is asked. */
@Shows("S2")
public class KontorComponentTest {
    private static final UUID RUN = UUID.randomUUID();
    private static final UUID OTHER = UUID.fromString("0190a2b4-0000-7000-8000-000000000001");
    private final List<Object> calls = new ArrayList<>();
    private final DefaultCamelContext context = new DefaultCamelContext();

    @Before
    public void start() throws Exception {
        Synchronisation engine = (Synchronisation) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Synchronisation.class}, (self, method, arguments) -> {
                    calls.add(method.getName());
                    calls.addAll(java.util.Arrays.asList(arguments));
                    return switch (method.getName()) {
                        case "begin" -> RUN;
                        case "upsert" -> List.of();
                        default -> null;
                    };
                });
        context.addComponent("kontor", new KontorComponent("erp", engine));
        context.start();
    }

    @After
    public void stop() {
        context.stop();
    }

    @Test
    public void aRunBeginsTakesABatchAndEnds() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to("kontor:run/begin")
                        .to("kontor:upsert/location?match=code&emptyClears=true")
                        .to("kontor:run/complete");
            }
        });
        Progress progress = new Progress("c", List.of());
        List<Map<String, Object>> body = List.of(
                Map.of("externalId", "7", "name", "Plant", "customerId", "K-1", "archived", "true"),
                Map.of("externalId", "8", "nmae", "x"));
        context.createProducerTemplate()
                .sendBodyAndHeaders(
                        "direct:in",
                        body,
                        Map.of(
                                "KontorSource",
                                "nightly",
                                "KontorType",
                                "location",
                                "KontorProgress",
                                progress,
                                "KontorReach",
                                new Reach(2, 5),
                                "KontorBeside",
                                OTHER));
        assertEquals(
                List.of("begin", "erp", RecordType.LOCATION, "nightly", OTHER, "upsert", "erp"), calls.subList(0, 7));
        Batch batch = (Batch) calls.get(7);
        assertEquals(new Reach(2, 5), batch.reach());
        assertEquals(RUN, batch.run());
        assertEquals(SyncRules.BY_CODE.withByHand(false), batch.rules());
        assertEquals(progress, batch.progress());
        SourceRecord first = batch.records().get(0);
        assertEquals("Plant", first.values().get(LocationField.NAME));
        assertEquals(Map.of(LocationField.CUSTOMER, "K-1"), first.references());
        assertEquals(true, first.archived());
        assertEquals(
                "unknown_field",
                batch.records().get(1).refusal().violations().get(0).rule());
        assertEquals(List.of("complete", "erp", RUN), calls.subList(8, 11));
    }

    @Test
    public void aSingleRecordIsABatchOfOneAndNullClears() {
        Map<String, Object> record = new java.util.HashMap<>(Map.of("externalId", "1", "name", "Acme"));
        record.put("phone", null);
        context.createProducerTemplate().sendBodyAndHeader("kontor:upsert/customer", record, "KontorRun", RUN);
        SourceRecord only = ((Batch) calls.get(2)).records().get(0);
        assertTrue(only.values().has(CustomerField.PHONE));
    }

    @Test
    public void whatIsWrongIsToldWhereItIs() {
        for (String uri :
                List.of("kontor:upsert/robot", "kontor:run/jump", "kontor:upsert", "kontor:upsert/customer?x=1")) {
            ResolveEndpointFailedException refusal =
                    assertThrows(ResolveEndpointFailedException.class, () -> context.getEndpoint(uri));
            assertTrue(refusal.getMessage(), refusal.getMessage().contains(uri.substring("kontor:".length())));
        }
        CamelExecutionException noRun =
                assertThrows(CamelExecutionException.class, () -> context.createProducerTemplate()
                        .sendBody("kontor:upsert/customer", List.of()));
        assertTrue(noRun.getCause().getMessage().contains("KontorRun"));
        assertThrows(
                FailedToStartRouteException.class,
                () -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("kontor:upsert/customer").to("direct:x");
                    }
                }));
    }
}
