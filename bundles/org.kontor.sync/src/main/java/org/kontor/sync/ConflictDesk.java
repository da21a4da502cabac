/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.ValueType;
import org.kontor.api.sync.Conflict;
import org.kontor.api.sync.ConflictQuery;
import org.kontor.api.sync.Conflicts;
import org.kontor.api.sync.Side;
import org.kontor.spi.page.Pages;
import org.kontor.spi.record.Draft;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.record.Written;
import org.kontor.spi.store.Link;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;
import org.kontor.spi.text.NameFilter;

/** Where people decide conflicts. */
@Component
public final class ConflictDesk implements Conflicts {
    private static final int MOST_REFUSED = 100;

    private final UnitOfWork unitOfWork;
    private final RecordWriter writer;
    private final Pages pages;

    @Activate
    public ConflictDesk(@Reference UnitOfWork unitOfWork, @Reference RecordWriter writer, @Reference Pages pages) {
        this.unitOfWork = unitOfWork;
        this.writer = writer;
        this.pages = pages;
    }

    @Override
    public Page<Conflict> list(CallContext context, ConflictQuery query, int limit, String cursor) {
        context.ofOperator().requireReader();
        check(query);
        return pages.byId(
                "conflicts " + query,
                cursor,
                limit,
                Conflict::id,
                after -> unitOfWork.read(transaction -> transaction.conflicts().list(query, after, limit + 1)));
    }

    private static void check(ConflictQuery query) {
        NameFilter.check("connection", query.connection());
        NameFilter.check("field", query.field());
    }

    @Override
    public Conflict get(CallContext context, UUID id) {
        context.ofOperator().requireReader();
        return unitOfWork.read(transaction -> transaction.conflicts().byId(id)).orElseThrow(() -> none(id));
    }

    private static KontorException none(UUID id) {
        return new KontorException(
                ErrorCode.NOT_FOUND, "There is no open conflict with the id " + id + "; it may be decided already.");
    }

    @Override
    public void decide(CallContext context, List<UUID> ids, Side stays) {
        context.ofOperator().requireWriter();
        if (ids.isEmpty() || ids.size() > MAX_DECIDED) {
            throw KontorException.invalid(
                    "ids", "out_of_range", "Must be from 1 to " + MAX_DECIDED + ".", String.valueOf(ids.size()));
        }
        unitOfWork.write(context, transaction -> {
            Map<UUID, Conflict> open = transaction.conflicts().byIds(ids).stream()
                    .collect(Collectors.toMap(Conflict::id, Function.identity()));
            for (UUID id : ids) {
                if (!open.containsKey(id)) {
                    throw none(id);
                }
            }
            open.values().stream()
                    .collect(Collectors.groupingBy(ConflictDesk::record))
                    .values()
                    .forEach(ofOne -> settle(context, transaction, ofOne, stays));
            return null;
        });
    }

    private static String record(Conflict conflict) {
        return conflict.connection() + " " + conflict.type() + " " + conflict.externalId();
    }

    @Override
    public Decided decideAll(CallContext context, ConflictQuery query, Side stays) {
        context.ofOperator().requireWriter();
        check(query);
        long count = 0;
        List<Refused> refused = new ArrayList<>();
        UUID after = null;
        while (true) {
            UUID from = after;
            List<Conflict> page =
                    unitOfWork.read(transaction -> transaction.conflicts().list(query, from, Pages.MAX_LIMIT));
            if (page.isEmpty()) {
                return new Decided(count, refused);
            }
            for (Conflict conflict : page) {
                try {
                    decide(context, List.of(conflict.id()), stays);
                    count++;
                } catch (KontorException e) {
                    // decided by somebody else meanwhile: not ours to tell
                    if (e.code() != ErrorCode.NOT_FOUND && refused.size() < MOST_REFUSED) {
                        refused.add(new Refused(conflict.id(), e.code().code(), e.getMessage()));
                    }
                }
                after = conflict.id();
            }
        }
    }

    /** Conflicts of one record. */
    private void settle(CallContext context, WriteTransaction transaction, List<Conflict> conflicts, Side stays) {
        Conflict first = conflicts.get(0);
        RecordType type = first.type();
        Link link = transaction
                .sync()
                .links(first.connection(), type, List.of(first.externalId()))
                .get(first.externalId());
        if (link == null) {
            throw none(first.id());
        }
        transaction.lock(type, List.of(link.recordId()));
        BusinessRecord record = transaction
                .records()
                .byId(type, context.scope(), link.recordId())
                .orElseThrow(() -> none(first.id()));
        Agreed before = Agreed.of(link);
        Snapshot now = before.told();
        Set<String> names = new HashSet<>();
        for (Conflict conflict : conflicts) {
            now = now.with(conflict.field(), Nodes.of(conflict.theirs()));
            names.add(conflict.field());
        }
        BusinessRecord after = stays == Side.OURS ? record : take(context, transaction, record, conflicts);
        Agreed agreed = before.then(now, after, stays == Side.OURS ? Set.of() : names);
        boolean more = transaction
                        .conflicts()
                        .of(first.connection(), type, List.of(first.externalId()))
                        .size()
                > conflicts.size();
        transaction
                .sync()
                .saveLinks(
                        first.connection(),
                        type,
                        List.of(new Link(
                                link.externalId(), link.recordId(), link.hash(), now.json(), agreed.json(), more)));
        if (stays == Side.OURS) {
            transaction.pending().again(first.connection(), type, List.of(link.recordId()));
        }
        transaction.conflicts().delete(conflicts.stream().map(Conflict::id).toList());
    }

    private BusinessRecord take(
            CallContext context, WriteTransaction transaction, BusinessRecord record, List<Conflict> conflicts) {
        FieldValues.Builder changes = FieldValues.builder();
        Boolean archived = null;
        for (Conflict conflict : conflicts) {
            if (conflict.field().equals(Snapshot.ARCHIVED)) {
                archived = (Boolean) conflict.theirs();
            } else {
                Field field = record.type().field(conflict.field()).orElseThrow();
                changes.set(field, value(transaction, conflict, field));
            }
        }
        Written written = writer.write(
                        context,
                        transaction,
                        record.type(),
                        List.of(Draft.change(record, null, changes.build(), archived)))
                .get(0);
        if (written.refusal() != null) {
            throw written.refusal();
        }
        return written.record();
    }

    private static Object value(WriteTransaction transaction, Conflict conflict, Field field) {
        if (field.valueType() != ValueType.REFERENCE || conflict.theirs() == null) {
            return conflict.theirs();
        }
        String externalId = (String) conflict.theirs();
        Link target = transaction
                .sync()
                .links(conflict.connection(), field.target(), List.of(externalId))
                .get(externalId);
        if (target == null) {
            throw KontorException.invalid(
                    field.path(),
                    "unknown_reference",
                    "There is no " + field.target().key() + " '" + externalId + "'; it was refused, or not read yet.",
                    externalId);
        }
        return target.recordId();
    }
}
