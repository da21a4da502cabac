/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Choice;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordService;

/** A service that offers nothing: fakes override what they need. */
abstract class NotOffered<T extends BusinessRecord> implements RecordService<T> {
    @Override
    public T create(CallContext context, FieldValues values) {
        throw new UnsupportedOperationException();
    }

    @Override
    public T get(CallContext context, UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<UUID, T> getAll(CallContext context, Collection<UUID> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public T getByCode(CallContext context, String code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<T> find(CallContext context, RecordQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public T update(CallContext context, UUID id, long version, FieldValues changes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public T setArchived(CallContext context, UUID id, Long version, boolean archived) {
        throw new UnsupportedOperationException();
    }

    @Override
    public T replace(CallContext context, UUID id, long version, FieldValues values) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(CallContext context, UUID id, long version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Choice> lookup(CallContext context, String text, Map<Field, Object> where, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forEach(CallContext context, RecordQuery query, Consumer<? super T> taker) {
        throw new UnsupportedOperationException();
    }
}
