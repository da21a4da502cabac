/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.apache.camel.CamelContext;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.DeleteRule;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.camel.Calls;
import org.kontor.camel.Connection;
import org.kontor.camel.NoCallException;
import org.kontor.mapping.MappingSources;
import org.kontor.route.tryton.map.BrokenMappingException;
import org.kontor.route.tryton.map.PartyMapping;
import org.kontor.route.tryton.read.Everything;
import org.kontor.route.tryton.read.Keys;
import org.kontor.route.tryton.rpc.Gateway;
import org.kontor.route.tryton.rpc.TrytonException;
import org.kontor.route.tryton.write.Sending;
import org.kontor.spi.sync.Outgoing;
import org.kontor.spi.sync.Projection;
import org.kontor.spi.sync.RemoteKeys;
import org.kontor.spi.sync.RemoteType;
import org.kontor.spi.sync.RemoteView;

/** A Tryton to compare with. It signs in at the first question, and the mapping of that moment counts to the end. */
final class TrytonSight implements RemoteView {
    private final TrytonSettings settings;
    private final Calls calls;
    private final CamelContext scratch;
    private final PartySources sources;
    private Gateway gateway;
    private PartyMapping mapping;
    private Map<RecordType, RemoteType> byType;

    TrytonSight(Connection connection, TrytonSettings settings, MappingSources sources, CamelContext scratch) {
        this.settings = settings;
        this.calls = connection.calls();
        this.scratch = scratch;
        this.sources = PartySources.look(sources, connection.name());
    }

    private void open() {
        if (mapping != null) {
            return;
        }
        try {
            gateway = Gateways.open(scratch, settings, settings.timeout(), calls);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The route to Tryton cannot be made", e);
        }
        mapping = sources.mappings(gateway, settings).current();
        byType = new HashMap<>();
        Sending.types(gateway, mapping).forEach(type -> byType.put(type.type(), type));
    }

    /** @throws KontorException {@code unavailable} */
    private <T> T told(Supplier<T> question) {
        try {
            open();
            return question.get();
        } catch (TrytonException | BrokenMappingException | NoCallException e) {
            throw new KontorException(ErrorCode.UNAVAILABLE, e.getMessage());
        }
    }

    @Override
    public List<RecordType> types() {
        return List.of(RecordType.CUSTOMER, RecordType.LOCATION);
    }

    @Override
    public Page page(String after) {
        return told(() -> Everything.page(gateway, mapping, after, settings.page()));
    }

    @Override
    public Map<String, SourceRecord> read(RecordType type, Collection<String> externalIds) {
        return told(() -> {
            Map<String, SourceRecord> found = new HashMap<>();
            byType.get(type).read(externalIds).forEach((id, record) -> found.put(id, record.told()));
            return found;
        });
    }

    @Override
    public RemoteKeys keys(RecordType type) {
        RemoteKeys keys = told(() -> Keys.of(gateway).stream()
                .filter(one -> one.type() == type)
                .findFirst()
                .orElseThrow());
        return new RemoteKeys() {
            @Override
            public RecordType type() {
                return type;
            }

            @Override
            public Set<String> present(Collection<String> externalIds) {
                return told(() -> keys.present(externalIds));
            }
        };
    }

    @Override
    public Projection projection(RecordType type) {
        return new Projection() {
            @Override
            public RecordType type() {
                return type;
            }

            @Override
            public Outgoing outgoing(BusinessRecord record, Links links) {
                return told(() -> byType.get(type).outgoing(record, links));
            }
        };
    }

    @Override
    public SyncRules rules(RecordType type) {
        return told(() -> mapping.rules(type));
    }

    @Override
    public DeleteRule deleted(RecordType type) {
        return told(() -> mapping.deleted(type));
    }
}
