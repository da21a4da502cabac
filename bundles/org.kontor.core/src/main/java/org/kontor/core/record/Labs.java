/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.spi.record.Draft;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.record.Written;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.RecordChange;
import org.kontor.spi.store.WriteTransaction;

/** The labs of partners (requirement A8). Stateless. */
public final class Labs {
    private static final String SUFFIX = " Lab";

    private Labs() {}

    /** The labs that stand directly below a partner; none for an account of another type. */
    public static List<Account> of(ReadTransaction transaction, Account partner) {
        if (partner.accountType() != AccountType.PARTNER) {
            return List.of();
        }
        List<UUID> below = transaction.records().labs(partner.id());
        return transaction.records().byIds(RecordType.ACCOUNT, partner.id(), below).values().stream()
                .map(Account.class::cast)
                .toList();
    }

    /** The lab that was made with a partner just now; null for an account of another type. */
    public static Account first(ReadTransaction transaction, Account partner) {
        return of(transaction, partner).stream().findFirst().orElse(null);
    }

    /** Makes the first lab of each partner that is new. */
    static void make(
            RecordWriter writer, CallContext context, WriteTransaction transaction, List<RecordChange> changes) {
        for (RecordChange change : changes) {
            Account partner = (Account) change.after();
            if (change.before() == null && partner.accountType() == AccountType.PARTNER) {
                make(writer, context, transaction, partner);
            }
        }
    }

    private static void make(RecordWriter writer, CallContext context, WriteTransaction transaction, Account partner) {
        Actor actor = context.actor();
        CallContext there =
                context.as(new Actor(actor.id(), actor.name(), partner.id(), actor.roles(), Set.of(), actor.token()));
        Written lab = writer.write(there, transaction, RecordType.ACCOUNT, List.of(Draft.lab(values(partner))))
                .get(0);
        if (lab.refusal() != null) {
            throw lab.refusal().at("lab.");
        }
    }

    private static FieldValues values(Account partner) {
        String name = partner.name();
        int room = AccountField.NAME.spec().maxLength() - SUFFIX.length();
        int end = name.codePointCount(0, name.length()) > room ? name.offsetByCodePoints(0, room) : name.length();
        return FieldValues.builder()
                .set(AccountField.NAME, name.substring(0, end).strip() + SUFFIX)
                .set(AccountField.TYPE, AccountType.CUSTOMER.name())
                .set(AccountField.CUSTOMER, partner.customerId())
                .set(AccountField.RESPONSIBLE, partner.responsible())
                .set(AccountField.LAB, true)
                .build();
    }

    /** What goes with a partner that is deleted: its labs, where nothing hangs on them. */
    static List<BusinessRecord> deletedWith(ReadTransaction transaction, Account partner) {
        List<BusinessRecord> empty = new ArrayList<>();
        for (Account lab : of(transaction, partner)) {
            if (transaction.records().holds(RecordType.ACCOUNT, lab.id()).isEmpty()) {
                empty.add(lab);
            }
        }
        return empty;
    }
}
