/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.account;

import java.util.List;
import java.util.UUID;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordHeader;
import org.kontor.api.record.RecordType;

/** A tenant: a node of the one tree of accounts (requirement A1). Immutable. */
public final class Account extends BusinessRecord {
    /** Id of the operator's account, the root of the tree; it manages itself. */
    public static final UUID OPERATOR = UUID.fromString("00000000-0000-7000-8000-000000000001");

    public Account(RecordHeader header, FieldValues values, List<CrossReference> crossReferences) {
        super(header, values, crossReferences);
    }

    @Override
    public RecordType type() {
        return RecordType.ACCOUNT;
    }

    public AccountType accountType() {
        return AccountType.valueOf(values().text(AccountField.TYPE));
    }

    public Stage stage() {
        return Stage.valueOf(values().text(AccountField.STAGE));
    }

    /** The customer it belongs to; null for the operator's account alone. */
    public UUID customerId() {
        return values().reference(AccountField.CUSTOMER);
    }

    /** Login of who is responsible, or null. */
    public String responsible() {
        return values().text(AccountField.RESPONSIBLE);
    }

    public boolean sandbox() {
        return values().flag(AccountField.SANDBOX);
    }

    /** Whether it is a partner's lab, whose people are members of the partner (requirement A8). */
    public boolean lab() {
        return values().flag(AccountField.LAB);
    }

    /** Of a partner: whether its new members reach its labs. */
    public boolean labsForNewMembers() {
        return values().flag(AccountField.LABS_FOR_NEW_MEMBERS);
    }

    public boolean suspended() {
        return values().flag(AccountField.SUSPENDED);
    }

    public boolean closed() {
        return values().flag(AccountField.CLOSED);
    }

    /** The account that a lead was converted to, or null. */
    public UUID convertedTo() {
        return values().reference(AccountField.CONVERTED_TO);
    }

    public List<String> tags() {
        return values().list(AccountField.TAGS);
    }
}
