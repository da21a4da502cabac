/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.sync.SourceRecord;
import org.kontor.camel.Calls;
import org.kontor.camel.CheckFailedException;
import org.kontor.camel.CheckStep;
import org.kontor.camel.Connection;
import org.kontor.camel.NetworkSteps;
import org.kontor.mapping.MappingSources;
import org.kontor.route.tryton.map.BrokenMappingException;
import org.kontor.route.tryton.map.PartyMapping;
import org.kontor.route.tryton.read.Probe;
import org.kontor.route.tryton.rpc.Gateway;
import org.kontor.route.tryton.rpc.TrytonException;

/** The steps from the network to the first party, by the calls that the connection itself makes. For one check. */
final class TrytonCheck {
    /** A person waits for it. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private static final int MOST_ANSWERED = 1000;
    private static final Pattern VERSION = Pattern.compile("\"([0-9]+\\.[0-9]+[0-9.]*)\"");

    private final TrytonSettings settings;
    private final Calls calls;
    private final CamelContext scratch;
    private final Duration timeout;
    private final PartySources sources;
    private Gateway gateway;
    private PartyMapping mapping;

    TrytonCheck(Connection connection, TrytonSettings settings, MappingSources sources, CamelContext scratch) {
        this.settings = settings;
        this.calls = connection.calls();
        this.scratch = scratch;
        this.timeout = settings.timeout().compareTo(LONGEST) < 0 ? settings.timeout() : LONGEST;
        this.sources = PartySources.look(sources, connection.name());
    }

    List<CheckStep> steps() {
        List<CheckStep> steps = new ArrayList<>(NetworkSteps.of(settings.url(), timeout));
        steps.add(CheckStep.apart(
                "version",
                "Check that the address is Tryton's own, and not that of a web server before it; the rest may work.",
                this::version));
        steps.add(CheckStep.needed(
                "sign in",
                "Check the settings 'user' and 'password', and the database at the end of 'url'.",
                () -> tried(this::signIn)));
        for (String model : Probe.models()) {
            steps.add(CheckStep.apart(
                    "read " + model,
                    "Give the user of Tryton a group that may read this model.",
                    () -> tried(() -> Probe.rows(gateway, model) == 0 ? "readable, no rows" : "readable")));
        }
        steps.add(CheckStep.needed(
                "mapping files",
                "Mend the file; try it with kontor:mapping-test. kontor:mapping-list shows all errors.",
                () -> tried(this::map)));
        steps.add(CheckStep.needed(
                "first party", "Look at the party in Tryton, or change the mapping.", () -> tried(this::first)));
        return steps;
    }

    private static String tried(Callable<String> work) throws Exception {
        try {
            return work.call();
        } catch (TrytonException | BrokenMappingException e) {
            throw new CheckFailedException(e.getMessage());
        }
    }

    /** Asked at the root, and not in the database: a server tells it to anybody. */
    private String version() throws InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(timeout).build();
        HttpRequest request = HttpRequest.newBuilder(settings.url().resolve("/"))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"id\":1,\"method\":\"common.server.version\",\"params\":[]}"))
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            String text;
            try (InputStream body = answer.body()) {
                text = new String(body.readNBytes(MOST_ANSWERED), StandardCharsets.UTF_8);
            }
            Matcher version = VERSION.matcher(text);
            if (answer.statusCode() == 200 && version.find()) {
                return "Tryton " + version.group(1);
            }
            throw new CheckFailedException("The server did not tell its version (status " + answer.statusCode() + ").");
        } catch (IOException e) {
            throw new CheckFailedException("The server did not tell its version: " + e.getMessage());
        }
    }

    private String signIn() throws Exception {
        gateway = Gateways.open(scratch, settings, timeout, calls);
        JsonNode preferences = gateway.call("model.res.user.get_preferences", true);
        String language = preferences.path("language").asText("");
        return "as '" + settings.user() + "'" + (language.isEmpty() ? "" : ", language " + language);
    }

    private String map() {
        mapping = sources.mappings(gateway, settings).current();
        return Stream.of(sources.customers(), sources.locations())
                .map(source -> source.fileName() + (source.last().isShipped() ? " (shipped)" : ""))
                .collect(Collectors.joining(", "));
    }

    private String first() {
        Optional<JsonNode> party = Probe.party(gateway, mapping.fields());
        if (party.isEmpty()) {
            return "there is no party yet";
        }
        SourceRecord customer = mapping.customer(party.get());
        List<SourceRecord> places = mapping.locations(party.get());
        refuse("party " + customer.externalId(), customer);
        places.forEach(place -> refuse("address " + place.externalId(), place));
        return "party " + customer.externalId() + " becomes a customer with " + count(customer) + " fields, and "
                + places.size() + (places.size() == 1 ? " location" : " locations") + "; nothing was stored";
    }

    private static int count(SourceRecord record) {
        int[] count = {record.references().size()};
        record.values().forEach((field, value) -> count[0] += value == null ? 0 : 1);
        return count[0];
    }

    private static void refuse(String what, SourceRecord record) {
        if (record.refusal() != null) {
            throw new CheckFailedException(
                    "Of " + what + ": " + record.refusal().getMessage() + " "
                            + record.refusal().violations().stream()
                                    .map(violation -> violation.field() + ": " + violation.message())
                                    .collect(Collectors.joining(" ")));
        }
    }
}
