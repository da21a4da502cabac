/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import org.kontor.testing.Shows;

/**
 * Requests made by machine from the WSDL, over every operation: whatever is sent, the answer is a message or a fault of
 * the caller's, shows nothing of the inside, and no record is half written. {@code -Dkontor.fuzz.requests=} and
 * {@code -Dkontor.fuzz.seed=} make more and others.
 */
@RunWith(Parameterized.class)
@Shows({"V2", "X3"})
public class FuzzSoapIT {
    private static final int REQUESTS = Integer.getInteger("kontor.fuzz.requests", 40);
    private static final long SEED = Long.getLong("kontor.fuzz.seed", 20261121);
    private static final List<String> SERVICES = List.of("/kontor/soap/v1/customers", "/kontor/soap/v1/records");

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    @Test
    public void everyOperation() throws Exception {
        Nasty nasty = new Nasty(SEED);
        KontorProcess kontor = shared.get();
        Api api = kontor.api();
        Soundness soundness = new Soundness(kontor);
        List<String> ids = nasty.records(api);
        for (String service : SERVICES) {
            everyOperation(kontor, service, nasty, ids, soundness);
        }
        soundness.nothingHalfWritten("fuzz");
        soundness.holds();
    }

    private static void everyOperation(
            KontorProcess kontor, String service, Nasty nasty, List<String> ids, Soundness soundness) throws Exception {
        Api api = kontor.api();
        FuzzedXml xml = new FuzzedXml(api.anonymous("GET", service + "?wsdl").text(), nasty, ids);
        for (String operation : xml.operations()) {
            for (int i = 0; i < REQUESTS; i++) {
                byte[] body = nasty.bytes("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>"
                        + xml.request(operation) + "</s:Body></s:Envelope>");
                HttpRequest.Builder request = HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + kontor.port + service))
                        .header("Authorization", api.basic())
                        .header("Content-Type", nasty.oneIn(30) ? "text/plain" : "text/xml; charset=utf-8")
                        .header("SOAPAction", nasty.oneIn(20) ? "\"fuzz\"" : "\"\"")
                        .POST(BodyPublishers.ofByteArray(body));
                long start = System.nanoTime();
                Api.Answer answer = api.send(request);
                String sent = new String(body, StandardCharsets.UTF_8);
                soundness.check(
                        sent.length() > 1500 ? sent.substring(0, 1500) + "…" : sent,
                        answer,
                        Duration.ofNanos(System.nanoTime() - start));
            }
        }
    }
}
