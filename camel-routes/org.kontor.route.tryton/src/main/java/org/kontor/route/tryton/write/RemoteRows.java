/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.write;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.route.tryton.read.Keys;
import org.kontor.route.tryton.rpc.RefusedException;
import org.kontor.spi.sync.Outgoing;
import org.kontor.spi.sync.RemoteAnswer;
import org.kontor.spi.sync.RemoteRecord;
import org.kontor.spi.sync.RemoteType;
import org.kontor.spi.sync.RemoteWrite;

/**
 * Rows of one model of Tryton: creates and changes go in few calls, and what was written is read again, as the reading of the
 * connection would tell it.
 */
abstract class RemoteRows implements RemoteType {
    private final Parties parties;
    private final String model;

    /** @param model the prefix of its methods, for example {@code model.party.party.} */
    RemoteRows(Parties parties, String model) {
        this.parties = parties;
        this.model = model;
    }

    final Parties parties() {
        return parties;
    }

    /** The values of one create, or of one write. */
    abstract Map<String, Object> values(RemoteWrite write);

    /** What Tryton compares before the write. */
    abstract Map<String, String> timestamps(RemoteWrite write);

    @Override
    public final Outgoing outgoing(BusinessRecord record, Links links) {
        org.kontor.mapping.Outgoing mapped = parties.mapping().out(record, links);
        return new Outgoing(new LinkedHashMap<>(mapped.values()), mapped.violations());
    }

    @Override
    public final List<RemoteAnswer> write(List<RemoteWrite> writes) {
        Map<RemoteWrite, Writes.Done<String>> done = new HashMap<>();
        List<RemoteWrite> creates =
                writes.stream().filter(RemoteWrite::isCreate).toList();
        note(done, creates, Writes.run(creates, this::create));
        List<RemoteWrite> changes =
                writes.stream().filter(write -> !write.isCreate()).toList();
        note(done, changes, Writes.run(changes, this::change));
        Collection<String> written = done.values().stream()
                .map(Writes.Done::result)
                .filter(id -> id != null)
                .toList();
        Map<String, RemoteRecord> after = written.isEmpty() ? Map.of() : read(written);
        return writes.stream().map(write -> answer(done.get(write), after)).toList();
    }

    private static void note(
            Map<RemoteWrite, Writes.Done<String>> done, List<RemoteWrite> writes, List<Writes.Done<String>> results) {
        for (int i = 0; i < writes.size(); i++) {
            done.put(writes.get(i), results.get(i));
        }
    }

    private RemoteAnswer answer(Writes.Done<String> done, Map<String, RemoteRecord> after) {
        if (done.raced()) {
            return new RemoteAnswer.Raced();
        }
        if (done.refusal() != null) {
            return new RemoteAnswer.Refused(done.refusal());
        }
        RemoteRecord now = after.get(done.result());
        return now == null
                ? new RemoteAnswer.Refused(new KontorException(
                        ErrorCode.NOT_FOUND, "'" + done.result() + "' was deleted right after it was written."))
                : new RemoteAnswer.Written(now);
    }

    private List<String> create(List<RemoteWrite> creates) {
        List<Map<String, Object>> rows = creates.stream().map(this::values).toList();
        List<String> ids = new ArrayList<>();
        parties.gateway().call(model + "create", rows).forEach(id -> ids.add(id.asText()));
        return ids;
    }

    private List<String> change(List<RemoteWrite> changes) {
        List<Object> params = new ArrayList<>();
        Map<String, String> timestamps = new HashMap<>();
        List<String> ids = new ArrayList<>();
        for (RemoteWrite write : changes) {
            String id = write.existing().told().externalId();
            params.add(List.of(Long.valueOf(id)));
            params.add(values(write));
            timestamps.putAll(timestamps(write));
            ids.add(id);
        }
        parties.gateway().write(timestamps, model + "write", params.toArray());
        return ids;
    }

    /** Tryton goes on when nobody waits any more: it is given twice as long as answers are waited for. */
    @Override
    public final Duration unanswered() {
        return parties.gateway().timeout().multipliedBy(2);
    }

    @Override
    public final List<RemoteAnswer> delete(List<String> externalIds) {
        List<Long> left = List.copyOf(present(Keys.numbers(externalIds)));
        List<Writes.Done<Long>> done = Writes.run(left, some -> {
            parties.gateway().call(model + "delete", some);
            return some;
        });
        Map<String, RemoteAnswer> answers = new HashMap<>();
        for (int i = 0; i < left.size(); i++) {
            KontorException refusal = done.get(i).refusal();
            answers.put(
                    String.valueOf(left.get(i)),
                    refusal == null ? new RemoteAnswer.Deleted() : archive(left.get(i), refusal));
        }
        return externalIds.stream()
                .map(id -> answers.getOrDefault(id, new RemoteAnswer.Deleted()))
                .toList();
    }

    /** An invoice may hang on it, for example. */
    private RemoteAnswer archive(long id, KontorException refusal) {
        try {
            parties.gateway().call(model + "write", List.of(id), Map.of("active", false));
            return new RemoteAnswer.Archived(refusal.getMessage());
        } catch (RefusedException e) {
            return new RemoteAnswer.Refused(new KontorException(ErrorCode.INVALID_INPUT, e.getMessage()));
        }
    }

    private Set<Long> present(Collection<Long> ids) {
        return Keys.present(parties.gateway(), model, ids);
    }
}
