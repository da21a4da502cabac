/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.ConflictQuery;
import org.kontor.api.sync.Explanation;
import org.kontor.api.sync.Explanations;
import org.kontor.api.sync.QuarantineQuery;
import org.kontor.api.sync.UnsentQuery;
import org.kontor.spi.record.ExternalIds;
import org.kontor.spi.store.AuditReader;
import org.kontor.spi.store.KnownLink;
import org.kontor.spi.store.Link;
import org.kontor.spi.store.QuarantineEntry;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.text.NameFilter;

/** Gathers what is known of a record; {@link ExplanationDraft} makes the answer of it. */
@Component
public final class Explainer implements Explanations {
    private static final int CHANGES_AT_ONCE = 200;

    private final UnitOfWork unitOfWork;
    private final int mostChanges;

    @Activate
    public Explainer(@Reference UnitOfWork unitOfWork) {
        this(unitOfWork, Explanation.MAX_CHANGES);
    }

    /** @param mostChanges changes of a record that are looked at */
    public Explainer(UnitOfWork unitOfWork, int mostChanges) {
        this.unitOfWork = unitOfWork;
        this.mostChanges = mostChanges;
    }

    @Override
    public Explanation of(CallContext context, RecordType type, UUID id) {
        context.ofOperator().requireReader();
        return unitOfWork.read(transaction -> explain(context, transaction, type, id));
    }

    @Override
    public Explanation ofExternal(CallContext context, RecordType type, String connection, String externalId) {
        context.ofOperator().requireReader();
        NameFilter.check("connection", connection);
        ExternalIds.check("externalId", externalId);
        return unitOfWork.read(transaction -> {
            Link link = transaction
                    .sync()
                    .links(connection, type, List.of(externalId))
                    .get(externalId);
            if (link == null) {
                throw new KontorException(
                        ErrorCode.NOT_FOUND,
                        "The connection '" + connection + "' has no " + type.key() + " '" + externalId
                                + "'; it was not read yet, or it waits in the quarantine.");
            }
            return explain(context, transaction, type, link.recordId());
        });
    }

    private Explanation explain(CallContext context, ReadTransaction transaction, RecordType type, UUID id) {
        BusinessRecord record = transaction
                .records()
                .byId(type, context.scope(), id)
                .orElseThrow(() -> new KontorException(
                        ErrorCode.NOT_FOUND, "There is no " + type.key() + " with the id " + id + "."));
        List<KnownLink> links = transaction.desk().links(type, id);
        ExplanationDraft draft = new ExplanationDraft(record, links);
        lookBack(context, transaction, record, draft);
        Set<String> connections = links.stream().map(KnownLink::connection).collect(Collectors.toSet());
        return draft.finish(
                transaction.desk().runs(draft.runs()),
                transaction.desk().rules(type, connections),
                transaction.conflicts().list(new ConflictQuery(null, type, id, null), null, Explanation.MAX_WAITING),
                transaction
                        .quarantine()
                        .list(new QuarantineQuery(null, type, id, null), null, Explanation.MAX_WAITING)
                        .stream()
                        .map(QuarantineEntry::record)
                        .toList(),
                transaction.unsent().list(new UnsentQuery(null, type, id, null), null, Explanation.MAX_WAITING));
    }

    private void lookBack(
            CallContext context, ReadTransaction transaction, BusinessRecord record, ExplanationDraft draft) {
        AuditQuery query = new AuditQuery(record.type(), record.id(), null, null, null, null, 1, null);
        UUID before = null;
        for (int seen = 0; seen < mostChanges && !draft.isComplete(); seen += CHANGES_AT_ONCE) {
            int atOnce = Math.min(CHANGES_AT_ONCE, mostChanges - seen);
            List<AuditEntry> page =
                    transaction.audit().find(context.scope(), query, AuditReader.Reader.MANAGER, before, atOnce);
            page.forEach(draft::add);
            if (page.size() < atOnce) {
                return;
            }
            before = page.get(page.size() - 1).id();
        }
    }
}
