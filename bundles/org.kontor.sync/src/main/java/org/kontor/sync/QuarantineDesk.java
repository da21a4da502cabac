/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Quarantine;
import org.kontor.api.sync.QuarantineQuery;
import org.kontor.api.sync.Quarantined;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.spi.page.Pages;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.store.Link;
import org.kontor.spi.store.QuarantineEntry;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;
import org.kontor.spi.text.NameFilter;

/** Where people look after what could not be taken in. */
@Component
public final class QuarantineDesk implements Quarantine {
    private static final int MAX_EDITS = 100;

    private final UnitOfWork unitOfWork;
    private final RecordWriter writer;
    private final Pages pages;

    @Activate
    public QuarantineDesk(@Reference UnitOfWork unitOfWork, @Reference RecordWriter writer, @Reference Pages pages) {
        this.unitOfWork = unitOfWork;
        this.writer = writer;
        this.pages = pages;
    }

    @Override
    public Page<Quarantined> list(CallContext context, QuarantineQuery query, int limit, String cursor) {
        context.ofOperator().requireReader();
        check(query);
        return pages.byId(
                "quarantine " + query, cursor, limit, Quarantined::id, after -> page(query, after, limit + 1).stream()
                        .map(QuarantineEntry::record)
                        .toList());
    }

    private static void check(QuarantineQuery query) {
        NameFilter.check("connection", query.connection());
        NameFilter.check("error", query.error());
    }

    private List<QuarantineEntry> page(QuarantineQuery query, UUID after, int limit) {
        return unitOfWork.read(transaction -> transaction.quarantine().list(query, after, limit));
    }

    @Override
    public Quarantined get(CallContext context, UUID id) {
        context.ofOperator().requireReader();
        return unitOfWork
                .read(transaction -> transaction.quarantine().byId(id))
                .orElseThrow(() -> none(id))
                .record();
    }

    private static KontorException none(UUID id) {
        return new KontorException(
                ErrorCode.NOT_FOUND,
                "There is nothing in the quarantine with the id " + id + "; it may be taken in already.");
    }

    @Override
    public ItemResult replay(CallContext context, UUID id, Map<String, Object> edits, Identity as) {
        context.ofOperator().requireWriter();
        if (edits.size() > MAX_EDITS) {
            throw KontorException.invalid(
                    "edits", "too_many", "Must be at most " + MAX_EDITS + ".", String.valueOf(edits.size()));
        }
        try {
            return unitOfWork.write(context, transaction -> {
                QuarantineEntry entry = transaction.quarantine().byId(id).orElseThrow(() -> none(id));
                return replay(context, transaction, entry, edits, as);
            });
        } catch (KontorException refusal) {
            if (refusal.code() == ErrorCode.NOT_FOUND || !edits.isEmpty() && isOfEdits(refusal, edits)) {
                throw refusal;
            }
            return refuse(context, id, refusal);
        }
    }

    /** Whether the call itself is wrong, and not the record. */
    private static boolean isOfEdits(KontorException refusal, Map<String, Object> edits) {
        return refusal.code() == ErrorCode.INVALID_INPUT
                && refusal.violations().stream().allMatch(violation -> edits.containsKey(violation.field()));
    }

    /** The database refused what the rules allow. */
    private ItemResult refuse(CallContext context, UUID id, KontorException refusal) {
        return unitOfWork.write(context, transaction -> {
            QuarantineEntry entry = transaction.quarantine().byId(id).orElseThrow(() -> none(id));
            SourceRecord told = told(entry.record(), Map.of());
            ItemResult result = Step.refused(told, refusal);
            wards(transaction, entry).sort(List.of(told), List.of(result), rules(entry));
            return result;
        });
    }

    private ItemResult replay(
            CallContext caller,
            WriteTransaction transaction,
            QuarantineEntry entry,
            Map<String, Object> edits,
            Identity as) {
        Quarantined ward = entry.record();
        checkIdentity(caller, transaction, ward, as);
        SourceRecord edited = told(ward, edits);
        CallContext context = SynchronisationEngine.through(caller, ward.connection(), caller.correlation());
        Map<String, Identity> identities = as == null ? Map.of() : Map.of(ward.externalId(), as);
        ItemResult result = new Step(context, transaction, writer, ward.type(), rules(entry), identities)
                .take(List.of(edited))
                .get(0);
        SourceRecord original = told(ward, Map.of());
        if (result.outcome() != Outcome.REFUSED && !edits.isEmpty()) {
            keepAsTold(transaction, ward, original, edits.keySet());
        }
        wards(transaction, entry).sort(List.of(original), List.of(result), rules(entry));
        return result;
    }

    private static void checkIdentity(CallContext caller, WriteTransaction transaction, Quarantined ward, Identity as) {
        if (as != null
                && as.recordId() != null
                && transaction
                        .records()
                        .byId(ward.type(), caller.scope(), as.recordId())
                        .isEmpty()) {
            throw new KontorException(
                    ErrorCode.NOT_FOUND, "There is no " + ward.type().key() + " with the id " + as.recordId() + ".");
        }
    }

    /** The external system still tells what it told: an edit is ours, and its next reading must not take it back. */
    private static void keepAsTold(
            WriteTransaction transaction, Quarantined ward, SourceRecord original, Set<String> edited) {
        Link link = transaction
                .sync()
                .links(ward.connection(), ward.type(), List.of(ward.externalId()))
                .get(ward.externalId());
        Agreed written = Agreed.of(link);
        Snapshot told = written.told().withOld(edited, Snapshot.of(original));
        Agreed agreed = written.toldAs(told, edited);
        Link kept = new Link(
                link.externalId(),
                link.recordId(),
                Snapshot.of(original).hash(),
                told.json(),
                agreed.json(),
                link.inConflict());
        transaction.sync().saveLinks(ward.connection(), ward.type(), List.of(kept));
    }

    private static SourceRecord told(Quarantined ward, Map<String, Object> edits) {
        Map<String, Object> values = new LinkedHashMap<>(ward.values());
        values.putAll(edits);
        return ToldValues.record(ward.type(), ward.externalId(), values);
    }

    private static SyncRules rules(QuarantineEntry entry) {
        return RulesText.read(entry.record().type(), entry.rules());
    }

    private static Wards wards(WriteTransaction transaction, QuarantineEntry entry) {
        return new Wards(
                transaction, entry.record().connection(), entry.record().type());
    }

    @Override
    public Replayed replayAll(CallContext context, QuarantineQuery query) {
        context.ofOperator().requireWriter();
        check(query);
        long taken = 0;
        long refused = 0;
        // customers before the locations that stand at them
        for (RecordType type : query.type() == null ? RecordType.SYNCHRONISED : List.of(query.type())) {
            QuarantineQuery ofType = new QuarantineQuery(query.connection(), type, query.recordId(), query.error());
            for (UUID id : ids(ofType)) {
                try {
                    Outcome outcome = replay(context, id, Map.of(), null).outcome();
                    taken += outcome == Outcome.REFUSED ? 0 : 1;
                    refused += outcome == Outcome.REFUSED ? 1 : 0;
                } catch (KontorException e) {
                    // taken in by somebody else meanwhile: not ours to count
                    refused += e.code() == ErrorCode.NOT_FOUND ? 0 : 1;
                }
            }
        }
        return new Replayed(taken, refused);
    }

    private List<UUID> ids(QuarantineQuery query) {
        List<UUID> ids = new ArrayList<>();
        UUID after = null;
        List<QuarantineEntry> page = page(query, null, Pages.MAX_LIMIT);
        while (!page.isEmpty()) {
            page.forEach(entry -> ids.add(entry.record().id()));
            after = ids.get(ids.size() - 1);
            page = page(query, after, Pages.MAX_LIMIT);
        }
        return ids;
    }

    @Override
    public void dismiss(CallContext context, UUID id) {
        context.ofOperator().requireWriter();
        unitOfWork.write(context, transaction -> {
            transaction.quarantine().byId(id).orElseThrow(() -> none(id));
            transaction.quarantine().delete(id);
            return null;
        });
    }
}
