/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import org.kontor.api.account.AccountField;
import org.kontor.api.call.CallContext;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.Location;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Choice;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordQuery.Archived;
import org.kontor.api.record.RecordService;
import org.kontor.api.record.RecordType;
import org.kontor.spi.record.Draft;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.record.Written;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.RecordList;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** What customers and locations have in common as services. */
abstract class Records<T extends BusinessRecord> implements RecordService<T> {
    /** They stay what they are when they are not told: what can never be changed, and codes. */
    private static final Set<Field> LASTING = Set.of(
            CustomerField.CODE,
            LocationField.CODE,
            LocationField.CUSTOMER,
            AccountField.CODE,
            AccountField.TYPE,
            AccountField.STAGE,
            AccountField.CUSTOMER,
            AccountField.LAB);

    protected final UnitOfWork unitOfWork;
    protected final RecordWriter writer;
    private final Lists lists;
    private final RecordType type;
    private final Class<T> recordClass;

    Records(UnitOfWork unitOfWork, RecordWriter writer, Cursors cursors, RecordType type, Class<T> recordClass) {
        this.unitOfWork = unitOfWork;
        this.writer = writer;
        this.lists = new Lists(cursors);
        this.type = type;
        this.recordClass = recordClass;
    }

    @Override
    public T create(CallContext context, FieldValues values) {
        return unitOfWork.write(
                context,
                transaction -> recordClass.cast(Once.run(
                                context,
                                transaction,
                                Answer.RECORDS,
                                () -> List.<BusinessRecord>of(
                                        one(writer.write(context, transaction, type, List.of(Draft.create(values))))))
                        .get(0)));
    }

    @Override
    public T get(CallContext context, UUID id) {
        context.requireReader();
        return unitOfWork.read(transaction -> recordClass.cast(find(transaction, context, id)));
    }

    @Override
    public Map<UUID, T> getAll(CallContext context, Collection<UUID> ids) {
        context.requireReader();
        if (ids.size() > RecordQuery.MAX_LIMIT) {
            throw KontorException.invalid(
                    "ids", "too_many", "Must be at most " + RecordQuery.MAX_LIMIT + ".", String.valueOf(ids.size()));
        }
        Map<UUID, T> found = new HashMap<>();
        unitOfWork
                .read(transaction -> transaction.records().byIds(type, context.scope(), ids))
                .forEach((id, record) -> found.put(id, recordClass.cast(record)));
        return found;
    }

    @Override
    public T getByCode(CallContext context, String code) {
        context.requireReader();
        // PostgreSQL takes no NUL, and no code has one
        BusinessRecord found = code.indexOf('\0') >= 0
                ? null
                : unitOfWork.read(transaction -> transaction
                        .records()
                        .byCodes(type, context.scope(), List.of(code))
                        .get(code));
        if (found == null) {
            throw new KontorException(ErrorCode.NOT_FOUND, "There is no " + type.key() + " with that code.");
        }
        return recordClass.cast(found);
    }

    @Override
    public Page<T> find(CallContext context, RecordQuery query) {
        context.requireReader();
        return unitOfWork.read(transaction -> {
            RecordList list = lists.open(transaction, type, context.scope(), query);
            return lists.page(transaction, list, query, recordClass);
        });
    }

    @Override
    public T update(CallContext context, UUID id, long version, FieldValues changes) {
        return change(context, id, version, (transaction, existing) -> changes, null);
    }

    @Override
    public T setArchived(CallContext context, UUID id, Long version, boolean archived) {
        return change(context, id, version, (transaction, existing) -> FieldValues.EMPTY, archived);
    }

    @Override
    public T replace(CallContext context, UUID id, long version, FieldValues values) {
        FieldValues.Builder whole = FieldValues.builder();
        for (Field field : type.fields()) {
            if (values.has(field) || !LASTING.contains(field)) {
                whole.set(field, values.get(field));
            }
        }
        values.custom().forEach(whole::set);
        FieldValues told = whole.build();
        return change(context, id, version, (transaction, existing) -> cleared(transaction, existing, told), null);
    }

    /** Custom fields that are not told are cleared; archived ones stay, as nobody could write them again. */
    private static FieldValues cleared(ReadTransaction transaction, BusinessRecord existing, FieldValues told) {
        UUID account = existing.header().managingAccount();
        FieldValues.Builder whole = FieldValues.builder();
        existing.values().custom().keySet().stream()
                .filter(field -> !transaction
                        .customFields()
                        .of(existing.type(), List.of(account))
                        .get(account)
                        .get(field.key())
                        .archived())
                .forEach(field -> whole.set(field, null));
        told.forEach(whole::set);
        return whole.build();
    }

    @Override
    public void delete(CallContext context, UUID id, long version) {
        context.requireWriter();
        unitOfWork.write(context, transaction -> {
            if (find(transaction, context, id) instanceof Location location) {
                // who gives it a part has locked the customer
                transaction.lock(RecordType.CUSTOMER, List.of(location.customerId()));
            }
            transaction.lock(type, List.of(id));
            BusinessRecord existing = find(transaction, context, id);
            if (existing.version() != version) {
                throw Candidate.stale(existing, version);
            }
            withIt(context, transaction, recordClass.cast(existing));
            transaction.records().holds(type, id).ifPresent(what -> {
                throw inUse(existing, "has " + what);
            });
            new LinkedDeletion(transaction, existing).prepare();
            transaction.delete(existing);
            return null;
        });
    }

    /** What is deleted with a record, before it. */
    void withIt(CallContext context, WriteTransaction transaction, T existing) {
        // of most records nothing is
    }

    static KontorException inUse(BusinessRecord record, String why) {
        return new KontorException(
                ErrorCode.IN_USE,
                "The " + record.type().key() + " '" + record.code() + "' " + why
                        + ", so it cannot be deleted. Archive it instead.");
    }

    @Override
    public List<Choice> lookup(CallContext context, String text, Map<Field, Object> where, int limit) {
        boolean all = text == null || text.isBlank();
        RecordQuery query = new RecordQuery(
                text,
                RecordQuery.ALL.match(),
                where,
                all ? Archived.NO : Archived.ANY,
                RecordQuery.ALL.sort(),
                limit,
                null);
        return find(context, query).items().stream()
                .map(found -> new Choice(found.id(), found.code(), found.name(), found.archived()))
                .toList();
    }

    @Override
    public void forEach(CallContext context, RecordQuery query, Consumer<? super T> taker) {
        RecordQuery page = query.withLimit(RecordQuery.MAX_LIMIT).withCursor(null);
        while (page != null) {
            Page<T> found = find(context, page);
            found.items().forEach(taker);
            page = found.next() == null ? null : page.withCursor(found.next());
        }
    }

    /** @param changes of the record that is there */
    private T change(
            CallContext context,
            UUID id,
            Long version,
            BiFunction<ReadTransaction, BusinessRecord, FieldValues> changes,
            Boolean archived) {
        context.requireWriter();
        return unitOfWork.write(context, transaction -> {
            BusinessRecord existing = find(transaction, context, id);
            Draft draft = Draft.change(existing, version, changes.apply(transaction, existing), archived);
            return one(writer.write(context, transaction, type, List.of(draft)));
        });
    }

    final BusinessRecord find(ReadTransaction transaction, CallContext context, UUID id) {
        return transaction
                .records()
                .byId(type, context.scope(), id)
                .orElseThrow(() -> new KontorException(
                        ErrorCode.NOT_FOUND, "There is no " + type.key() + " with the id " + id + "."));
    }

    final T one(List<Written> written) {
        Written only = written.get(0);
        if (only.refusal() != null) {
            throw only.refusal();
        }
        return recordClass.cast(only.record());
    }
}
