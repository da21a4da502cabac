/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.junit.Test;

import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

/** A plain Karaf 4.4 without any repository: the KAR is dropped into its folder, and TLS is set up as the docs say. */
@Shows({"X1", "X2"})
public class KarIT {
    private static final String PASSWORD = "only for this key store";

    @Test
    public void theKarInstallsWithoutANetworkAndServesByTls() throws Exception {
        KontorProcess karaf = KontorProcess.plainKaraf("kar");
        int secure = KontorProcess.freePort();
        Path store = karaf.karaf.resolve("etc/kontor.p12");
        keytool(store);
        Files.writeString(
                karaf.karaf.resolve("etc/org.ops4j.pax.web.cfg"),
                """
                org.osgi.service.http.port = %d
                org.osgi.service.http.secure.enabled = true
                org.osgi.service.http.port.secure = %d
                org.ops4j.pax.web.listening.addresses = 127.0.0.1
                org.ops4j.pax.web.ssl.keystore = ${karaf.etc}/kontor.p12
                org.ops4j.pax.web.ssl.keystore.type = PKCS12
                org.ops4j.pax.web.ssl.keystore.password = %s
                org.ops4j.pax.web.ssl.key.password = %s
                org.ops4j.pax.web.ssl.key.alias = kontor
                org.ops4j.pax.web.ssl.protocols.included = TLSv1.2, TLSv1.3
                org.ops4j.pax.web.server.showStacks = false
                """
                        .formatted(karaf.port, secure, PASSWORD, PASSWORD));
        Path kar = Path.of(System.getProperty("kontor.kar"));
        Files.copy(kar, karaf.karaf.resolve("deploy/kontor.kar"));
        try {
            karaf.start();
            Api api = karaf.api();
            // the KAR's bundles start one after the other: REST is not the last of them
            Await.until(
                    "ready",
                    Duration.ofSeconds(60),
                    () -> api.anonymous("GET", "/kontor/health/ready").status() == 200);
            api.made("/customers", "{\"name\":\"By KAR\"}");
            try (Stream<Path> fetched =
                    Files.exists(karaf.home.resolve("m2")) ? Files.walk(karaf.home.resolve("m2")) : Stream.empty()) {
                assertEquals(
                        List.of(),
                        fetched.filter(file -> file.toString().endsWith(".jar")).toList());
            }

            HttpResponse<String> byTls = client(store)
                    .send(
                            HttpRequest.newBuilder(URI.create(
                                            "https://localhost:" + secure + "/kontor/api/v1/customers?q=kar"))
                                    .header("Authorization", api.basic())
                                    .build(),
                            BodyHandlers.ofString());
            assertEquals(200, byTls.statusCode());
            assertTrue(byTls.body(), byTls.body().contains("By KAR"));
        } finally {
            if (karaf.isAlive()) {
                karaf.stop();
            }
        }
    }

    /** As docs/operate.md says. */
    private static void keytool(Path store) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        "kontor",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "825",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass:env",
                        "KEYSTORE_PASSWORD")
                .inheritIO();
        builder.environment().put("KEYSTORE_PASSWORD", PASSWORD);
        assertEquals(0, builder.start().waitFor());
    }

    private static HttpClient client(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("kontor", keys.getCertificate("kontor"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, managers.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(tls).build();
    }
}
