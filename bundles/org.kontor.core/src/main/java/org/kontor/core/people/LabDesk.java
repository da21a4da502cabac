/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountType;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.LabAccess;
import org.kontor.api.record.RecordType;
import org.kontor.core.access.Insider;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.UnitOfWork;

/** Lets people of partners reach the labs. */
@Component
public final class LabDesk implements LabAccess {
    private final UnitOfWork unitOfWork;

    @Activate
    public LabDesk(@Reference UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public int openToAll(CallContext context) {
        context.requirePeople();
        Insider.refuseInSession(context);
        return unitOfWork.write(context, transaction -> {
            requirePartner(transaction, context.scope());
            return transaction.openLabs(context.scope());
        });
    }

    /** @throws KontorException {@code invalid_input}, rule {@code partners_only} */
    static void requirePartner(ReadTransaction transaction, UUID id) {
        Account account = account(transaction, id);
        if (account.accountType() != AccountType.PARTNER) {
            throw KontorException.invalid(
                    "labs",
                    "partners_only",
                    "Only partners have labs.",
                    account.accountType().name());
        }
    }

    /** The one that the call is made for. */
    static Account account(ReadTransaction transaction, UUID id) {
        return (Account) transaction.records().byId(RecordType.ACCOUNT, id, id).orElseThrow();
    }
}
