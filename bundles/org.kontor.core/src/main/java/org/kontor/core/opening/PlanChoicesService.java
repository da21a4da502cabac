/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.opening;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.account.Account;
import org.kontor.api.account.PlanChoice;
import org.kontor.api.account.PlanChoices;
import org.kontor.api.call.CallContext;
import org.kontor.api.record.RecordType;
import org.kontor.core.access.Insider;
import org.kontor.core.record.AccountRule;
import org.kontor.spi.store.PlanChoiceReader.Chosen;
import org.kontor.spi.store.UnitOfWork;

/** Plan choices. */
@Component
public final class PlanChoicesService implements PlanChoices {
    private final UnitOfWork unitOfWork;

    @Activate
    public PlanChoicesService(@Reference UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Optional<PlanChoice> get(CallContext context, UUID account) {
        context.requireReader();
        return unitOfWork.read(transaction -> transaction
                .planChoices()
                .of(AccountRule.known(context, transaction, account).id())
                .map(Chosen::choice));
    }

    @Override
    public PlanChoice choose(CallContext context, UUID account, PlanChoice choice) {
        context.requireWriter();
        return unitOfWork.write(context, transaction -> {
            AccountRule.known(context, transaction, account);
            transaction.lock(RecordType.ACCOUNT, List.of(account));
            Account now = AccountRule.known(context, transaction, account);
            if (!Insider.managesAsProvider(transaction, context)) {
                AccountRule.requireManager(context, now);
            }
            AccountRule.requireOpen(now);
            return PlanRules.choose(transaction, now, choice);
        });
    }
}
