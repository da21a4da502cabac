/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.Conversion;
import org.kontor.api.account.Conversions;
import org.kontor.api.account.Converted;
import org.kontor.api.account.NewAccount;
import org.kontor.api.account.Opening;
import org.kontor.api.account.Openings;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordHeader;
import org.kontor.api.record.Stamp;

/** Opens and converts without a store: remembers what it was asked, and tells what an answer has. */
final class FakeOpenings implements Openings, Conversions {
    static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000007");

    NewAccount asked;
    Conversion askedToConvert;
    CallContext caller;

    @Override
    public Opening open(CallContext context, NewAccount wanted) {
        return told(context, wanted, true);
    }

    @Override
    public Opening review(CallContext context, NewAccount wanted) {
        return told(context, wanted, false);
    }

    private Opening told(CallContext context, NewAccount wanted, boolean stored) {
        asked = wanted;
        caller = context;
        return new Opening(
                stored,
                new Customer(header(), named(CustomerField.CODE, CustomerField.NAME, "Muster"), List.of()),
                wanted.customerId() == null,
                account("Account", null),
                account("Lab", null),
                wanted.plan(),
                List.of(member()),
                List.of(mail()));
    }

    @Override
    public Converted convert(CallContext context, UUID lead, Conversion wanted) {
        return told(context, lead, wanted, true);
    }

    @Override
    public Converted review(CallContext context, UUID lead, Conversion wanted) {
        return told(context, lead, wanted, false);
    }

    private Converted told(CallContext context, UUID lead, Conversion wanted, boolean stored) {
        if (!lead.equals(ID)) {
            throw new KontorException(ErrorCode.ALREADY_CONVERTED, "The lead was converted before.");
        }
        askedToConvert = wanted;
        caller = context;
        return new Converted(
                stored, account("Lead", ID), account("Account", null), null, 3, List.of(member()), List.of(mail()));
    }

    private static Opening.NewMember member() {
        return new Opening.NewMember(ID, "paula", "Paula", "paula@example.com", Set.of(Role.ACCOUNT_ADMIN), true);
    }

    private static Opening.NewMail mail() {
        return new Opening.NewMail("invitation", "paula@example.com", null, true);
    }

    private static Account account(String name, UUID convertedTo) {
        FieldValues values = named(AccountField.CODE, AccountField.NAME, name);
        return new Account(
                header(),
                convertedTo == null
                        ? values
                        : values.with(FieldValues.builder()
                                .set(AccountField.CONVERTED_TO, convertedTo)
                                .build()),
                List.of());
    }

    private static FieldValues named(Field code, Field field, String name) {
        return FieldValues.builder().set(code, "X").set(field, name).build();
    }

    private static RecordHeader header() {
        Stamp stamp = new Stamp(Instant.EPOCH, "rita", "SOAP");
        return new RecordHeader(ID, ID, 1, false, stamp, stamp);
    }
}
