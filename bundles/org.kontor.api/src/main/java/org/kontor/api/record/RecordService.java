/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;

/**
 * What can be done with records of one type. Every change is one transaction with its audit entry and feed entry; a
 * refusal is a {@link KontorException} and nothing is written. Implementations are thread-safe.
 */
public interface RecordService<T extends BusinessRecord> {
    /**
     * Creates a record; a missing code is made.
     *
     * <p>With {@link CallContext#request()} set, the same request again gives the same answer and creates nothing.
     *
     * @param values raw or checked values; what breaks a rule is refused with all violations at once
     * @throws KontorException {@code invalid_input}, {@code code_taken}, {@code archived} (parent), {@code access_denied},
     *     {@code idempotency_conflict}
     */
    T create(CallContext context, FieldValues values);

    /** @throws KontorException {@code not_found}, {@code access_denied} */
    T get(CallContext context, UUID id);

    /**
     * The records that have these ids, by id; what is the id of nothing is left out.
     *
     * @param ids at most {@value RecordQuery#MAX_LIMIT}
     * @throws KontorException {@code access_denied}
     */
    Map<UUID, T> getAll(CallContext context, Collection<UUID> ids);

    /**
     * The record that has the code in the caller's account; codes are compared exactly.
     *
     * @throws KontorException {@code not_found}, {@code access_denied}
     */
    T getByCode(CallContext context, String code);

    /** @throws KontorException {@code invalid_input}, {@code invalid_cursor}, {@code access_denied} */
    Page<T> find(CallContext context, RecordQuery query);

    /**
     * Changes the given fields; absent ones stay, null ones are cleared. A change that changes nothing writes nothing
     * and gives the record as it is.
     *
     * @param version the version the change is based on (C4)
     * @throws KontorException {@code stale_version}, {@code not_found}, {@code invalid_input}, {@code code_taken}
     */
    T update(CallContext context, UUID id, long version, FieldValues changes);

    /**
     * Archives or un-archives: visibility only (C5). Already so: nothing is written.
     *
     * @param version the version it is based on, or null for whatever it is now
     * @throws KontorException {@code stale_version}, {@code not_found}
     */
    T setArchived(CallContext context, UUID id, Long version, boolean archived);

    /**
     * Replaces everything that clients may write: a field that is absent is cleared. The code stays when it is absent.
     *
     * @param version the version the change is based on
     * @throws KontorException as {@link #update}
     */
    T replace(CallContext context, UUID id, long version, FieldValues values);

    /**
     * Deletes a record on which nothing hangs; its audit stays.
     *
     * @param version the version it is based on
     * @throws KontorException {@code in_use} when other records refer to it or it is known to an external system,
     *     {@code stale_version}, {@code not_found}
     */
    void delete(CallContext context, UUID id, long version);

    /**
     * What a drop-down offers, by name: without text active records alone, with text archived ones, too (C5).
     *
     * @param text beginnings of words, or null
     * @param where conditions as of {@link RecordQuery#where()}
     * @param limit 1 to {@value RecordQuery#MAX_LIMIT}
     */
    List<Choice> lookup(CallContext context, String text, Map<Field, Object> where, int limit);

    /**
     * Gives every record that the query finds, in its order; limit and cursor do not count. Memory does not grow with
     * the number of records; each page is read as it is then, and no transaction is open while a record is taken.
     *
     * @param taker what it throws ends the reading
     */
    void forEach(CallContext context, RecordQuery query, Consumer<? super T> taker);
}
