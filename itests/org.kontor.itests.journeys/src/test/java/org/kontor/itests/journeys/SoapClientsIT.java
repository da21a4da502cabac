/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.kontor.testing.Needed;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** SOAP clients of other worlds, unchanged, on both databases. */
@RunWith(Parameterized.class)
@Shows("V2")
public class SoapClientsIT {
    private static final Path CLIENTS = Path.of(System.getProperty("kontor.clients"));

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    @Test
    public void phpSoapClient() throws Exception {
        Needed.on("PHP with its soap extension", "php", "-r", "exit(class_exists('SoapClient') ? 0 : 1);");
        walksThrough("Php", "php", CLIENTS.resolve("php/customers.php").toString());
    }

    @Test
    public void pythonZeep() throws Exception {
        Needed.on("zeep for /usr/bin/python3", "/usr/bin/python3", "-c", "import zeep");
        walksThrough(
                "Zeep", "/usr/bin/python3", CLIENTS.resolve("zeep/customers.py").toString());
    }

    @Test
    public void phpSoapClientWithRecords() throws Exception {
        Needed.on("PHP with its soap extension", "php", "-r", "exit(class_exists('SoapClient') ? 0 : 1);");
        for (String version : new String[] {"1.1", "1.2"}) {
            walksThroughRecords(
                    "Php", version, "php", CLIENTS.resolve("php/records.php").toString());
        }
    }

    @Test
    public void pythonZeepWithRecords() throws Exception {
        Needed.on("zeep for /usr/bin/python3", "/usr/bin/python3", "-c", "import zeep");
        for (String version : new String[] {"1.1", "1.2"}) {
            walksThroughRecords(
                    "Zeep",
                    version,
                    "/usr/bin/python3",
                    CLIENTS.resolve("zeep/records.py").toString());
        }
    }

    @Test
    public void aProxyOfMonosSvcutilWithRecords() throws Exception {
        Needed.on("Mono's svcutil, mcs and mono", "sh", "-c", "command -v svcutil && command -v mcs && mono --version");
        walksThroughRecords("Mono", "1.1", CLIENTS.resolve("mono/run").toString());
    }

    @Test
    public void aClientThatCxfMadeWithRecords() throws Exception {
        for (String version : new String[] {"1.1", "1.2"}) {
            isTrue("Cxf", new CxfClient(shared.get().api(), version).walk());
        }
    }

    private void walksThroughRecords(String word, String version, String... command) throws Exception {
        isTrue(word, said(shared.get().api(), "records", version, command));
    }

    /** What a client saw of records v1 is as it should be, and stored. */
    private void isTrue(String word, JsonNode seen) throws Exception {
        String code = seen.path("created").asText();
        assertTrue(code, code.startsWith(word) && code.endsWith("-1"));
        assertEquals(3, seen.path("found").size());
        assertEquals(2, seen.path("pages").asInt());
        assertTrue(seen.path("archived").asBoolean());
        assertEquals("stale_version", seen.path("stale").asText());
        assertEquals("[\"CREATED\",\"REFUSED\",\"CREATED\"]", seen.path("bulk").toString());
        JsonNode fault = seen.path("fault");
        assertEquals("invalid_input", fault.path("code").asText());
        assertEquals("address.country", fault.path("field").asText());
        assertEquals("unknown_country", fault.path("rule").asText());
        assertEquals("XX", fault.path("value").asText());

        JsonNode stored =
                shared.get().api().get("/customers/" + seen.path("id").asText()).json();
        assertEquals("Bern", stored.path("address").path("city").asText());
        assertEquals("CH", stored.path("address").path("country").asText());
        assertTrue(stored.toString(), stored.path("phone").asText("").isEmpty());
        assertTrue(stored.path("archived").asBoolean());

        JsonNode lead = shared.get()
                .api()
                .get("/accounts/" + seen.path("lead").asText())
                .json();
        assertEquals("CONVERTED", lead.path("stage").asText());
        assertFalse(lead.path("convertedTo").asText("").isEmpty());
        assertTrue(lead.path("sandbox").asBoolean());
    }

    private static JsonNode said(Api api, String service, String version, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("KONTOR_URL", "http://localhost:" + api.port() + "/kontor/soap/v1/" + service);
        builder.environment().put("KONTOR_SOAP", version);
        builder.environment().put("KONTOR_USER", api.user());
        builder.environment().put("KONTOR_PASSWORD", api.password());
        builder.environment().put("no_proxy", "localhost");
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process client = builder.start();
        String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue("the client ends", client.waitFor(120, TimeUnit.SECONDS));
        assertEquals(said, 0, client.exitValue());
        return new ObjectMapper().readTree(said);
    }

    private void walksThrough(String word, String... command) throws Exception {
        Api api = shared.get().api();
        JsonNode seen = said(api, "customers", "1.1", command);
        String code = seen.path("created").asText();
        assertTrue(code, code.startsWith(word) && code.endsWith("-1"));
        List<String> found = new ArrayList<>();
        seen.path("found").forEach(one -> found.add(one.asText()));
        String stem = code.substring(0, code.length() - 1);
        assertEquals(List.of(stem + "1", stem + "2", stem + "3"), found);
        assertEquals(2, seen.path("pages").asInt());
        assertEquals(2, seen.path("locations").size());
        JsonNode fault = seen.path("fault");
        assertEquals("invalid_input", fault.path("code").asText());
        assertEquals("locations[0].address.country", fault.path("field").asText());
        assertEquals("unknown_country", fault.path("rule").asText());
        assertEquals("XX", fault.path("value").asText());

        JsonNode stored = api.get("/customers/" + seen.path("id").asText()).json();
        assertEquals(code, stored.path("code").asText());
        assertEquals("SOAP", stored.path("created").path("through").asText());
    }
}
