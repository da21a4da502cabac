/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.util.List;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.account.Account;
import org.kontor.api.account.Accounts;
import org.kontor.api.call.CallContext;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;
import org.kontor.core.access.Acting;
import org.kontor.spi.record.Draft;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** The tree of accounts. */
@Component(service = Accounts.class)
public final class AccountsService extends Records<Account> implements Accounts {
    @Activate
    public AccountsService(
            @Reference UnitOfWork unitOfWork, @Reference RecordWriter writer, @Reference Cursors cursors) {
        super(unitOfWork, writer, cursors, RecordType.ACCOUNT, Account.class);
    }

    @Override
    public Account move(CallContext context, UUID id, long version, UUID to) {
        context.requireWriter();
        return unitOfWork.write(
                context,
                transaction -> one(writer.write(
                        context,
                        transaction,
                        RecordType.ACCOUNT,
                        List.of(Draft.move(find(transaction, context, id), version, to)))));
    }

    @Override
    void withIt(CallContext context, WriteTransaction transaction, Account existing) {
        if (existing.lab()) {
            LabRule.requireOperator(transaction, context, "deletes labs");
        }
        for (BusinessRecord lab : Labs.deletedWith(transaction, existing)) {
            new LinkedDeletion(transaction, lab).prepare();
            transaction.delete(lab);
        }
    }

    @Override
    public CallContext within(CallContext context, UUID account) {
        return account.equals(context.scope())
                ? context
                : unitOfWork.read(transaction -> Acting.within(transaction, context, account));
    }
}
