/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import org.kontor.api.record.RecordType;
import org.kontor.camel.CheckStep;
import org.kontor.camel.Connection;
import org.kontor.camel.Settings;
import org.kontor.mapping.MappingSource;
import org.kontor.mapping.MappingSources;
import org.kontor.route.tryton.support.TrytonDouble;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** The steps of a check find what is wrong, one after the other, and say it in words. */
@Shows("S16")
public class TrytonCheckTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final DefaultCamelContext scratch = new DefaultCamelContext();
    private TrytonDouble tryton;

    private final MappingSources sources = new MappingSources() {
        @Override
        public MappingSource open(String connection, RecordType type, String shipped) {
            throw new AssertionError("a check shows its mappings to nobody");
        }

        @Override
        public MappingSource look(String connection, RecordType type, String shipped) {
            return new MappingSource(folder.getRoot().toPath(), connection, type, shipped);
        }

        @Override
        public void close(MappingSource source) {
            throw new AssertionError("there is nothing to close");
        }
    };

    @Before
    public void start() throws Exception {
        tryton = new TrytonDouble();
        scratch.start();
    }

    @After
    public void stop() {
        scratch.stop();
        tryton.close();
    }

    /** What each step says, up to the first needed one that fails. */
    private List<String> check(URI url, String password) {
        List<String> said = new ArrayList<>();
        for (CheckStep step : new TrytonCheck(
                        new Connection("erp", new Settings(Map.of()), null, null),
                        Site.settings(url, "reader", password, 10),
                        sources,
                        scratch)
                .steps()) {
            try {
                said.add(step.name() + ": " + step.work().call());
            } catch (Exception e) {
                said.add(step.name() + " FAILED " + e.getMessage());
                if (step.needed()) {
                    return said;
                }
            }
        }
        return said;
    }

    private static String last(List<String> said) {
        return said.get(said.size() - 1);
    }

    @Test
    public void allStepsOfOneThatWorks() {
        tryton.party(1, "Acme", Instant.parse("2026-01-01T00:00:00Z"));
        List<String> said = check(tryton.url(), "secret-word");
        assertTrue(said.toString(), said.contains("read party.party: readable"));
        assertTrue(
                said.toString(),
                said.contains("mapping files: erp-customer.yaml (shipped), erp-location.yaml (shipped)"));
        assertTrue(last(said), last(said).startsWith("first party: party 1 becomes a customer with"));
        assertTrue(last(said), last(said).contains("nothing was stored"));
    }

    @Test
    public void aWrongPasswordIsFoundAtTheSignInAndNotShown() {
        List<String> said = check(tryton.url(), "wrong-word");
        assertTrue(last(said), last(said).startsWith("sign in FAILED"));
        assertTrue(last(said), last(said).contains("check user and password"));
        assertFalse(said.toString().contains("wrong-word"));
    }

    @Test
    public void aClosedPortIsFoundBeforeAnythingElse() {
        URI url = tryton.url();
        tryton.close();
        List<String> said = check(url, "secret-word");
        assertEquals(said.toString(), 2, said.size());
        assertTrue(last(said), last(said).startsWith("connect " + url.getHost() + ":"));
    }

    @Test
    public void aHostThatNobodyKnowsIsFoundFirst() {
        List<String> said = check(URI.create("http://no-such-host.invalid:8000/erp/"), "secret-word");
        assertEquals(List.of("name no-such-host.invalid FAILED The host 'no-such-host.invalid' is not known."), said);
    }

    @Test
    public void aServerWithoutTlsIsToldApartFromOneThatIsAway() {
        URI url = URI.create(tryton.url().toString().replace("http:", "https:"));
        String last = last(check(url, "secret-word"));
        assertTrue(last, last.startsWith("TLS FAILED The handshake"));
    }

    @Test
    public void aMappingFileThatDoesNotFitIsNamedWithLineAndReason() throws Exception {
        Path file = folder.getRoot().toPath().resolve("erp-customer.yaml");
        Files.writeString(file, "type: customer\nid: id\nfields:\n  name: nickname\n");
        String last = last(check(tryton.url(), "secret-word"));
        assertTrue(last, last.startsWith("mapping files FAILED"));
        assertTrue(last, last.contains("erp-customer.yaml") && last.contains("nickname"));
    }
}
