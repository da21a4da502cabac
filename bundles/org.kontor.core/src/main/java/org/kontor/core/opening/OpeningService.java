/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.opening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.NewAccount;
import org.kontor.api.account.Opening;
import org.kontor.api.account.Openings;
import org.kontor.api.account.PlanChoice;
import org.kontor.api.call.CallContext;
import org.kontor.api.customer.Customer;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.core.people.Welcome;
import org.kontor.core.record.Labs;
import org.kontor.core.record.Once;
import org.kontor.spi.record.Draft;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.record.Written;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Opens accounts. A review does all of it and takes it back. */
@Component
public final class OpeningService implements Openings {
    private static final String CUSTOMER = "customer";

    private final UnitOfWork unitOfWork;
    private final RecordWriter writer;

    @Activate
    public OpeningService(@Reference UnitOfWork unitOfWork, @Reference RecordWriter writer) {
        this.unitOfWork = unitOfWork;
        this.writer = writer;
    }

    @Override
    public Opening open(CallContext context, NewAccount wanted) {
        context.requireWriter();
        Welcome welcome = Welcome.of(context, wanted.administrators());
        return unitOfWork.write(
                context,
                transaction -> Once.run(
                        context,
                        transaction,
                        OpeningAnswer.FORM,
                        () -> opened(context, transaction, wanted, welcome, true)));
    }

    @Override
    public Opening review(CallContext context, NewAccount wanted) {
        context.requireWriter();
        Welcome welcome = Welcome.of(context, wanted.administrators());
        return Review.of(unitOfWork, context, transaction -> opened(context, transaction, wanted, welcome, false));
    }

    /**
     * Opens it inside a transaction.
     *
     * @param context made for the account above
     * @param stored false when it is taken back
     */
    public Opening opened(
            CallContext context, WriteTransaction transaction, NewAccount wanted, Welcome welcome, boolean stored) {
        Instant now = Ids.now();
        transaction.lockTree(); // before the customer, which refers to the place in it
        Customer customer = customer(context, transaction, wanted, welcome);
        FieldValues values = wanted.account()
                .with(FieldValues.builder()
                        .set(AccountField.CUSTOMER, customer.id())
                        .build());
        Account account =
                (Account) written(context, transaction, RecordType.ACCOUNT, "account", draft(values, welcome));
        if (account.lab()) {
            throw KontorException.invalid(
                    "account.lab",
                    "not_here",
                    "A lab has no administrators of its own: create it as an account.",
                    "true");
        }
        PlanChoice plan = wanted.plan() == null ? null : PlanRules.choose(transaction, account, wanted.plan());
        List<Opening.NewMember> members = new ArrayList<>();
        List<Opening.NewMail> mails = new ArrayList<>();
        welcome.into(transaction, context, account, now, members, mails);
        return new Opening(
                stored,
                customer,
                wanted.customerId() == null,
                account,
                Labs.first(transaction, account),
                plan,
                members,
                mails);
    }

    private Customer customer(CallContext context, WriteTransaction transaction, NewAccount wanted, Welcome welcome) {
        if ((wanted.customerId() == null) == (wanted.customer() == null)) {
            throw KontorException.invalid(
                    CUSTOMER, "one_of_two", "Give either customerId or the fields of a new customer.", null);
        }
        return wanted.customerId() == null
                ? (Customer)
                        written(context, transaction, RecordType.CUSTOMER, CUSTOMER, draft(wanted.customer(), welcome))
                : (Customer) transaction
                        .records()
                        .byId(RecordType.CUSTOMER, context.scope(), wanted.customerId())
                        .orElseThrow(() -> KontorException.invalid(
                                "customerId",
                                "unknown_reference",
                                "There is no such customer.",
                                wanted.customerId().toString()));
    }

    private static Draft draft(FieldValues values, Welcome welcome) {
        Draft draft = Draft.create(values);
        return welcome.isAsked() ? draft : draft.asItIs();
    }

    /** What is wrong with it is told with its place. */
    private BusinessRecord written(
            CallContext context, WriteTransaction transaction, RecordType type, String place, Draft draft) {
        Written written =
                writer.write(context, transaction, type, List.of(draft)).get(0);
        if (written.refusal() != null) {
            throw written.refusal().at(place + ".");
        }
        return written.record();
    }
}
