/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.profile.CreationProfile;
import org.kontor.api.profile.CreationProfiles;
import org.kontor.api.record.RecordType;
import org.kontor.spi.store.CreationProfileChange;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Looks after the creation profiles of accounts. */
@Component
public final class CreationProfileDesk implements CreationProfiles {
    private final UnitOfWork unitOfWork;

    @Activate
    public CreationProfileDesk(@Reference UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public List<CreationProfile> list(CallContext context) {
        context.requireReader();
        return unitOfWork.read(transaction -> Arrays.stream(RecordType.values())
                .map(type -> counting(transaction, context, type))
                .flatMap(Optional::stream)
                .toList());
    }

    @Override
    public CreationProfile get(CallContext context, RecordType type) {
        context.requireReader();
        return unitOfWork
                .read(transaction -> counting(transaction, context, type))
                .orElseThrow(() -> new KontorException(
                        ErrorCode.NOT_FOUND,
                        "No creation profile counts for the " + type.key() + "s of this account."));
    }

    private static Optional<CreationProfile> counting(
            ReadTransaction transaction, CallContext context, RecordType type) {
        return Optional.ofNullable(transaction
                .creationProfiles()
                .of(type, List.of(context.scope()))
                .get(context.scope()));
    }

    @Override
    public CreationProfile put(
            CallContext context, RecordType type, List<String> fields, boolean regionWhereSubdivided) {
        context.requireDeclarer();
        return unitOfWork.write(context, transaction -> {
            CreationProfile before = own(transaction, context, type).orElse(null);
            ProfileRules.check(
                    type,
                    fields,
                    regionWhereSubdivided,
                    transaction
                            .customFields()
                            .of(type, List.of(context.scope()))
                            .get(context.scope()));
            if (before != null
                    && before.fields().equals(fields)
                    && before.regionWhereSubdivided() == regionWhereSubdivided) {
                return before;
            }
            CreationProfile after = new CreationProfile(
                    before == null ? Ids.next() : before.id(),
                    context.scope(),
                    type,
                    fields,
                    regionWhereSubdivided,
                    before == null ? 1 : before.version() + 1);
            save(transaction, before, after, before == null ? AuditAction.CREATE : AuditAction.UPDATE);
            return after;
        });
    }

    /** Changes of one account go one after the other. */
    private static Optional<CreationProfile> own(WriteTransaction transaction, CallContext context, RecordType type) {
        transaction.lock(RecordType.ACCOUNT, List.of(context.scope()));
        return transaction.creationProfiles().own(type, context.scope());
    }

    @Override
    public void delete(CallContext context, RecordType type) {
        context.requireDeclarer();
        unitOfWork.write(context, transaction -> {
            CreationProfile before = own(transaction, context, type)
                    .orElseThrow(() -> new KontorException(
                            ErrorCode.NOT_FOUND,
                            "This account has no creation profile of its own for " + type.key() + "s."));
            save(transaction, before, null, AuditAction.DELETE);
            return null;
        });
    }

    private static void save(
            WriteTransaction transaction, CreationProfile before, CreationProfile after, AuditAction action) {
        transaction.save(new CreationProfileChange(before, after, action, shown(before, after)));
    }

    private static List<FieldChange> shown(CreationProfile before, CreationProfile after) {
        List<FieldChange> changes = new ArrayList<>();
        List<String> then = parts(before);
        List<String> now = parts(after);
        List<String> names = List.of("recordType", "fields", "regionWhereSubdivided");
        for (int i = 0; i < names.size(); i++) {
            if (!Objects.equals(then.get(i), now.get(i))) {
                changes.add(new FieldChange(names.get(i), then.get(i), now.get(i)));
            }
        }
        return changes;
    }

    private static List<String> parts(CreationProfile profile) {
        return profile == null
                ? Arrays.asList(null, null, null)
                : Arrays.asList(
                        profile.recordType().key(),
                        profile.fields().isEmpty() ? null : String.join(", ", profile.fields()),
                        String.valueOf(profile.regionWhereSubdivided()));
    }
}
