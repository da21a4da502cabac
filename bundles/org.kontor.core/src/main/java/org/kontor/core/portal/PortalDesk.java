/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.portal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.account.Account;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.portal.Portal;
import org.kontor.api.portal.PortalWithSecret;
import org.kontor.api.portal.Portals;
import org.kontor.api.record.RecordType;
import org.kontor.core.people.RandomSecret;
import org.kontor.core.record.AccountRule;
import org.kontor.spi.store.PortalChange;
import org.kontor.spi.store.PortalEntry;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Sets portals up. */
@Component
public final class PortalDesk implements Portals {
    private static final String SECRET = "secret";

    private final UnitOfWork unitOfWork;

    @Activate
    public PortalDesk(@Reference UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Optional<Portal> get(CallContext context, UUID account) {
        context.requireReader();
        return unitOfWork.read(transaction -> transaction
                .portals()
                .of(AccountRule.known(context, transaction, account).id())
                .map(PortalEntry::portal));
    }

    @Override
    public PortalWithSecret set(CallContext context, UUID account, Long version, String given) {
        context.requireWriter();
        String url = PortalRules.url(given);
        return unitOfWork.write(context, transaction -> {
            AccountRule.requireOpen(managed(context, transaction, account));
            Optional<PortalEntry> before = transaction.portals().of(account);
            requireVersion(
                    version, before.map(entry -> entry.portal().version()).orElse(null));
            if (before.isEmpty()) {
                String secret = PortalSecret.next();
                PortalEntry made = new PortalEntry(new Portal(account, url, 1), RandomSecret.hash(secret));
                save(
                        transaction,
                        null,
                        made,
                        new FieldChange("url", null, url),
                        new FieldChange(SECRET, null, "(set)"));
                return new PortalWithSecret(made.portal(), secret);
            }
            Portal there = before.get().portal();
            if (there.url().equals(url)) {
                return new PortalWithSecret(there, null);
            }
            PortalEntry moved = new PortalEntry(
                    new Portal(account, url, there.version() + 1), before.get().secretHash());
            save(transaction, before.get(), moved, new FieldChange("url", there.url(), url));
            return new PortalWithSecret(moved.portal(), null);
        });
    }

    @Override
    public PortalWithSecret renewSecret(CallContext context, UUID account, Long version) {
        context.requireWriter();
        return unitOfWork.write(context, transaction -> {
            PortalEntry before = there(context, transaction, account, version);
            String secret = PortalSecret.next();
            Portal portal = before.portal();
            PortalEntry after =
                    new PortalEntry(new Portal(account, portal.url(), portal.version() + 1), RandomSecret.hash(secret));
            save(transaction, before, after, new FieldChange(SECRET, "(set)", "(changed)"));
            return new PortalWithSecret(after.portal(), secret);
        });
    }

    @Override
    public void remove(CallContext context, UUID account, Long version) {
        context.requireWriter();
        unitOfWork.write(context, transaction -> {
            PortalEntry before = there(context, transaction, account, version);
            save(
                    transaction,
                    before,
                    null,
                    new FieldChange("url", before.portal().url(), null),
                    new FieldChange(SECRET, "(set)", null));
            return null;
        });
    }

    /** Changes of one account go one after the other. */
    private static Account managed(CallContext context, WriteTransaction transaction, UUID id) {
        AccountRule.known(context, transaction, id);
        transaction.lock(RecordType.ACCOUNT, List.of(id));
        Account account = AccountRule.known(context, transaction, id);
        AccountRule.requireManager(context, account);
        return account;
    }

    private static PortalEntry there(CallContext context, WriteTransaction transaction, UUID account, Long version) {
        managed(context, transaction, account);
        PortalEntry entry = transaction.portals().of(account).orElseThrow(PortalDesk::none);
        if (version != null) {
            requireVersion(version, entry.portal().version());
        }
        return entry;
    }

    private static KontorException none() {
        return new KontorException(ErrorCode.NOT_FOUND, "The account has no portal.");
    }

    /** @param is null when there is no portal */
    private static void requireVersion(Long basedOn, Long is) {
        if (basedOn == null ? is != null : !basedOn.equals(is)) {
            throw new KontorException(
                    ErrorCode.STALE_VERSION,
                    is == null
                            ? "The account has no portal any more."
                            : "The portal is at version " + is + ", the change is based on "
                                    + (basedOn == null ? "none" : "version " + basedOn) + ". Read it again.");
        }
    }

    private static void save(
            WriteTransaction transaction, PortalEntry before, PortalEntry after, FieldChange... shown) {
        AuditAction changed = after == null ? AuditAction.DELETE : AuditAction.UPDATE;
        transaction.save(
                new PortalChange(before, after, before == null ? AuditAction.CREATE : changed, List.of(shown)));
    }
}
