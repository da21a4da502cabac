/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Mappings;
import org.kontor.mapping.Lookups;
import org.kontor.mapping.MappingError;
import org.kontor.mapping.MappingSource;
import org.kontor.mapping.MappingSources;
import org.kontor.mapping.MappingTest;

/** The mappings of the connections that run, and the files in {@code etc/kontor/mappings}. */
@Component
public final class MappingRegistry implements MappingSources, Mappings {
    private static final int MAX_PAYLOAD = 4_000_000;
    private static final int MAX_FILES = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final SortedMap<String, MappingSource> sources = new ConcurrentSkipListMap<>();

    @Activate
    public MappingRegistry(BundleContext context) {
        this(Path.of(context.getProperty("karaf.etc"), "kontor", "mappings"));
    }

    public MappingRegistry(Path directory) {
        this.directory = directory;
    }

    @Override
    public MappingSource open(String connection, RecordType type, String shipped) {
        MappingSource source = look(connection, type, shipped);
        sources.put(source.fileName(), source);
        return source;
    }

    @Override
    public MappingSource look(String connection, RecordType type, String shipped) {
        return new MappingSource(directory, connection, type, shipped);
    }

    @Override
    public void close(MappingSource source) {
        sources.remove(source.fileName(), source);
    }

    @Override
    public List<Mapping> list(CallContext context) {
        context.ofOperator().requireReader();
        List<Mapping> mappings = new ArrayList<>();
        for (MappingSource source : sources.values()) {
            MappingSource.State state = source.last();
            boolean none = state.mapping() == null;
            State how =
                    state.errors().isEmpty() ? none ? State.UNCHECKED : State.GOOD : none ? State.FAILED : State.BROKEN;
            mappings.add(new Mapping(
                    source.connection(),
                    source.type(),
                    source.fileName(),
                    state.isShipped(),
                    how,
                    state.errors().stream().map(MappingError::toString).toList()));
        }
        unused().forEach(file -> mappings.add(new Mapping(null, null, file, false, State.UNUSED, List.of())));
        return mappings;
    }

    private List<String> unused() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !sources.containsKey(name))
                    .sorted()
                    .limit(MAX_FILES)
                    .toList();
        } catch (IOException e) {
            throw new KontorException(ErrorCode.UNAVAILABLE, "The folder " + directory + " cannot be read.");
        }
    }

    @Override
    public String text(CallContext context, String connection, RecordType type) {
        context.ofOperator().requireReader();
        MappingSource source = sources.values().stream()
                .filter(one -> one.connection().equals(connection) && one.type() == type)
                .findFirst()
                .orElseThrow(() -> new KontorException(
                        ErrorCode.NOT_FOUND,
                        "No connection '" + connection + "' that runs has a mapping of a " + type.key() + "."));
        MappingSource.State state = source.last();
        if (state.mapping() == null && !state.errors().isEmpty()) {
            throw new KontorException(
                    ErrorCode.NOT_FOUND,
                    "The connection '" + connection + "' has no good mapping of a " + type.key() + ".");
        }
        return state.text();
    }

    @Override
    public Trial test(CallContext context, String file, String mapping, String payload) {
        context.ofOperator().requireReader();
        JsonNode node;
        try {
            if (payload.length() > MAX_PAYLOAD) {
                throw KontorException.invalid(
                        "payload", "too_large", "Longer than " + MAX_PAYLOAD + " characters.", null);
            }
            node = JSON.readTree(payload);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " In line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ".";
            throw KontorException.invalid("payload", "json_syntax", "This is no JSON." + place, null);
        }
        MappingTest.Result result = MappingTest.run(file, mapping, node, Lookups.NONE);
        return new Trial(
                result.errors().stream().map(MappingError::toString).toList(),
                result.records().stream().map(MappingRegistry::record).toList());
    }

    private static TriedRecord record(MappingTest.TriedRecord tried) {
        return new TriedRecord(
                tried.record().externalId(),
                tried.record().archived(),
                tried.fields().stream()
                        .map(field ->
                                new TriedField(field.field().path(), field.value(), field.expression(), field.line()))
                        .toList(),
                tried.record().refusal() == null
                        ? List.of()
                        : tried.record().refusal().violations());
    }
}
