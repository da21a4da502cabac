/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Brake;
import org.kontor.mapping.Mapping;
import org.kontor.mapping.MappingError;
import org.kontor.mapping.MappingSource;
import org.kontor.route.tryton.rpc.Gateway;

/** The mappings of a connection, as they are at each poll. Called by one thread at a time. */
public final class PartyMappings {
    private static final Logger LOG = LoggerFactory.getLogger(PartyMappings.class);

    private final MappingSource customer;
    private final MappingSource location;
    private final Gateway gateway;
    private final boolean bothWays;
    private final Brake brake;
    private final TrytonLookups lookups;
    private TrytonSchema schema;
    private PartyMapping mapping;
    private List<MappingError> errors = List.of();

    /**
     * @param bothWays whether the connection writes to Tryton
     * @param brake how much a run may archive
     */
    public PartyMappings(
            MappingSource customer, MappingSource location, Gateway gateway, boolean bothWays, Brake brake) {
        this.bothWays = bothWays;
        this.brake = brake;
        this.customer = customer;
        this.location = location;
        this.gateway = gateway;
        this.lookups = new TrytonLookups(gateway);
    }

    /** The mapping that counts where an administrator wrote none. */
    public static String shipped(RecordType type) {
        try (InputStream in = PartyMappings.class.getResourceAsStream(type.key() + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Looks at the files. What is wrong with them stands in the log once.
     *
     * @throws BrokenMappingException when there is no good one
     */
    public PartyMapping current() {
        boolean known = schema != null;
        MappingSource.State customersBefore = customer.last();
        MappingSource.State locationsBefore = location.last();
        List<MappingError> now = look();
        boolean anew = customer.last() != customersBefore || location.last() != locationsBefore;
        if (known && anew && !now.isEmpty()) {
            schema = null; // a module may have come, and the file with it
            now = look();
        }
        if (!now.equals(errors)) {
            now.forEach(error -> LOG.warn("Mapping of connection '{}': {}", customer.connection(), error));
            errors = now;
        }
        Mapping customers = customer.last().mapping();
        Mapping locations = location.last().mapping();
        if (customers == null || locations == null) {
            throw new BrokenMappingException(broken());
        }
        if (mapping == null || mapping.customer() != customers || mapping.location() != locations) {
            mapping = new PartyMapping(customers, locations, lookups, fields(customers, locations), bothWays, brake);
        }
        lookups.begin();
        return mapping;
    }

    private List<MappingError> look() {
        if (schema == null) {
            schema = new TrytonSchema(gateway);
        }
        List<MappingError> found = new ArrayList<>(customer.current(schema).errors());
        found.addAll(location.current(schema).errors());
        return found;
    }

    /** For people, while earlier versions of broken files count; null when all is well. */
    public String note() {
        return errors.isEmpty() ? null : broken() + " The last good version counts.";
    }

    /** Tryton may have other fields than before. */
    public void renew() {
        schema = null;
        mapping = null;
    }

    private String broken() {
        String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more: kontor:mapping-list)";
        return "The mapping is broken: " + errors.get(0) + more + ".";
    }

    /** Those that the mappings read and Tryton has; rows of a link to many with what puts them in order. */
    private Set<String> fields(Mapping... mappings) {
        Set<String> fields = new HashSet<>();
        for (Mapping one : mappings) {
            for (List<String> path : one.pathsIn()) {
                if (schema.field(path).isPresent()) {
                    fields.add(String.join(".", path));
                    for (int length = 1; length < path.size(); length++) {
                        order(path.subList(0, length), fields);
                    }
                }
            }
        }
        return fields;
    }

    private void order(List<String> link, Set<String> fields) {
        List<String> sequence = new ArrayList<>(link);
        sequence.add("sequence");
        if (schema.leadsToMany(link) && schema.field(sequence).isPresent()) {
            fields.add(String.join(".", sequence));
        }
    }
}
