/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.features;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.FrameworkWiring;

import static org.junit.Assert.assertEquals;

/**
 * What a test does inside Karaf. It knows nothing of our classes, only names of services and addresses: so neither the
 * features service nor a change of bundles ever refreshes the test.
 */
final class FeatureInKaraf {
    static final String PORT = "kontor.itests.port";
    static final String OPENAPI = "/kontor/api/v1/openapi.json";
    static final String CUSTOMERS = "/kontor/api/v1/customers";
    static final String CONNECTIONS = "/kontor/api/v1/connections";
    static final String READY = "/kontor/health/ready";
    static final String WSDL = "/kontor/soap/v1/customers?wsdl";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Path DATA = Path.of(System.getProperty("karaf.data"));

    private final BundleContext context;

    FeatureInKaraf(BundleContext context) {
        this.context = context;
    }

    /**
     * The features service of now. It is another object after each change of what it stands on, the configuration of
     * pax-url-mvn for one, which may be read while Karaf boots; one that a test got earlier refuses every task then.
     */
    private FeaturesService features() {
        return context.getService(context.getServiceReference(FeaturesService.class));
    }

    /** Adds the repository of Kontor. */
    void addRepository() throws Exception {
        addRepository("mvn:org.kontor/org.kontor.features/" + System.getProperty("kontor.version") + "/xml/features");
    }

    /** feature:repo-add */
    void addRepository(String address) throws Exception {
        features().addRepository(URI.create(address));
    }

    /** feature:install of several */
    void installTogether(Set<String> features) throws Exception {
        features().installFeatures(features, EnumSet.noneOf(FeaturesService.Option.class));
    }

    /** feature:install */
    void install(String feature) throws Exception {
        features().installFeature(feature);
        allActive();
    }

    /** feature:install -r */
    void installWithoutRefresh(String feature) throws Exception {
        features().installFeature(feature, EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles));
        allActive();
    }

    /** feature:uninstall; nothing of ours stays but the data. */
    void uninstall(String feature) throws Exception {
        features().uninstallFeature(feature);
        assertEquals("bundles that stay", List.of(), ours());
        assertEquals("the database stays", true, Files.exists(DATA.resolve("kontor/database.mv.db")));
    }

    /** The names of all that is installed, in their order. */
    List<String> bundles() {
        return Arrays.stream(context.getBundles())
                .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion())
                .sorted()
                .toList();
    }

    List<Bundle> ours() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("org.kontor."))
                .toList();
    }

    void allActive() throws Exception {
        until("all bundles active", () -> {
            List<String> others = Arrays.stream(context.getBundles())
                    .filter(bundle -> bundle.getState() != expected(bundle))
                    .map(bundle -> bundle.getSymbolicName() + " is in state " + bundle.getState())
                    .toList();
            assertEquals(List.of(), others);
        });
    }

    private static int expected(Bundle bundle) {
        return bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null ? Bundle.ACTIVE : Bundle.RESOLVED;
    }

    /** bundle:update --refresh: those that use the bundle see the new one. */
    void update(Bundle bundle) throws Exception {
        bundle.update();
        CountDownLatch done = new CountDownLatch(1);
        context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), (FrameworkListener)
                event -> done.countDown());
        assertEquals("refreshed in time", true, done.await(1, TimeUnit.MINUTES));
    }

    void hasService(String name, String filter) throws Exception {
        until("service " + name + " " + filter, () -> assertEquals(1, services(name, filter)));
    }

    /** The connectors of this kind; asked without our classes. */
    void hasConnector(String kind) throws Exception {
        until("connector " + kind, () -> {
            List<Object> kinds = new ArrayList<>();
            ServiceReference<?>[] references = context.getAllServiceReferences("org.kontor.camel.Connector", null);
            for (ServiceReference<?> reference : references == null ? new ServiceReference<?>[0] : references) {
                Object connector = context.getService(reference);
                kinds.add(connector.getClass().getMethod("kind").invoke(connector));
                context.ungetService(reference);
            }
            assertEquals(List.of(kind), kinds);
        });
    }

    int services(String name, String filter) throws InvalidSyntaxException {
        var references = context.getAllServiceReferences(name, filter);
        return references == null ? 0 : references.length;
    }

    void answers(String path) throws Exception {
        until(path + " answers", () -> assertEquals(200, get(path).status()));
    }

    /** An answer of HTTP. */
    record Answer(int status, String text) {}

    Answer get(String path) throws IOException {
        return send(open(path));
    }

    Answer post(String path, String json) throws IOException {
        HttpURLConnection connection = open(path);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        connection.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
        return send(connection);
    }

    private HttpURLConnection open(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create("http://127.0.0.1:" + System.getProperty(PORT) + path)
                        .toURL()
                        .openConnection();
        connection.setConnectTimeout(5_000);
        connection.setReadTimeout(30_000);
        String user = "admin:" + PlainKaraf.PASSWORD;
        connection.setRequestProperty(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
        return connection;
    }

    private static Answer send(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(status, body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    void noErrorInLog() throws IOException {
        List<String> errors;
        try (var lines = Files.lines(DATA.resolve("log/karaf.log"))) {
            errors = lines.filter(line -> line.contains("| ERROR |"))
                    // Pax Web still sets up its own default context when it is uninstalled under it.
                    .filter(line -> !line.contains("Error registering OsgiServletContext"))
                    // … and takes filters away that it has not yet registered, when both come within a tenth of a
                    // second.
                    .filter(line -> !line.contains("was never registered by org.kontor.http"))
                    .filter(line -> !line.matches(".*pax-web-extender-whiteboard.*FrameworkEvent ERROR.*"))
                    .toList();
        }
        assertEquals("errors in the log", List.of(), errors);
    }

    /** A check that holds soon. */
    interface Check {
        void run() throws Exception;
    }

    static void until(String what, Check check) throws Exception {
        Callable<Throwable> attempt = () -> {
            try {
                check.run();
                return null;
            } catch (AssertionError | IOException e) {
                return e;
            }
        };
        Instant deadline = Instant.now().plus(PATIENCE);
        Throwable last;
        while ((last = attempt.call()) != null) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Not within " + PATIENCE.toSeconds() + " s: " + what, last);
            }
            Thread.sleep(200);
        }
    }
}
