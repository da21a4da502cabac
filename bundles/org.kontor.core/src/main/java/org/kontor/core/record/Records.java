/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.util.List;
import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordService;
import org.kontor.api.record.RecordType;
import org.kontor.spi.record.Draft;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.record.Written;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.RecordList;
import org.kontor.spi.store.UnitOfWork;

/** What customers and locations have in common as services. */
abstract class Records<T extends BusinessRecord> implements RecordService<T> {
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
                context, transaction -> one(writer.write(context, transaction, type, List.of(Draft.create(values)))));
    }

    @Override
    public T get(CallContext context, UUID id) {
        context.requireReader();
        return unitOfWork.read(transaction -> recordClass.cast(find(transaction, context, id)));
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
        RecordList list = lists.open(type, context.scope(), query);
        return unitOfWork.read(transaction -> lists.page(transaction, list, query, recordClass));
    }

    @Override
    public T update(CallContext context, UUID id, long version, FieldValues changes) {
        return change(context, id, version, changes, null);
    }

    @Override
    public T setArchived(CallContext context, UUID id, Long version, boolean archived) {
        return change(context, id, version, FieldValues.EMPTY, archived);
    }

    private T change(CallContext context, UUID id, Long version, FieldValues changes, Boolean archived) {
        context.requireWriter();
        return unitOfWork.write(context, transaction -> {
            BusinessRecord existing = find(transaction, context, id);
            return one(writer.write(
                    context, transaction, type, List.of(Draft.change(existing, version, changes, archived))));
        });
    }

    private BusinessRecord find(ReadTransaction transaction, CallContext context, UUID id) {
        return transaction
                .records()
                .byId(type, context.scope(), id)
                .orElseThrow(() -> new KontorException(
                        ErrorCode.NOT_FOUND, "There is no " + type.key() + " with the id " + id + "."));
    }

    private T one(List<Written> written) {
        Written only = written.get(0);
        if (only.refusal() != null) {
            throw only.refusal();
        }
        return recordClass.cast(only.record());
    }
}
