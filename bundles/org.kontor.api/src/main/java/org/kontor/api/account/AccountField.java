/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.account;

import org.kontor.api.record.Field;
import org.kontor.api.record.FieldSpec;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.ValueType;

/** The fields of an account (requirements A1, A4, A6, A7, A8, A16). */
public enum AccountField implements Field {
    CODE(FieldSpec.required("code", ValueType.CODE, 64, "Unique in the managing account; made when not given.")),
    NAME(FieldSpec.required("name", ValueType.TEXT, 200, "Name of the account.")),
    TYPE(FieldSpec.choice("type", "What it is, for ever; says what it may hold.", AccountType.values())
            .mandatory()
            .filteredAs("type")),
    STAGE(FieldSpec.choice(
                    "stage",
                    "LEAD or CUSTOMER at creation (default CUSTOMER); CONVERTED once a lead was.",
                    Stage.values())
            .filteredAs("stage")),
    CUSTOMER(FieldSpec.reference(
                    "customerId",
                    RecordType.CUSTOMER,
                    false,
                    "The customer it belongs to, for ever; only the operator's account has none.")
            .filteredAs("customer")),
    RESPONSIBLE(FieldSpec.optional(
                    "responsible",
                    ValueType.TEXT,
                    254,
                    "Login of the person who is responsible; first, who created it.")
            .filteredAs("responsible")),
    SANDBOX(FieldSpec.flag("sandbox", "A marker for tests and demonstrations; it behaves the same.")
            .filteredAs("sandbox")),
    LAB(FieldSpec.flag(
                    "lab", "A partner's lab, for ever; the first is made with the partner, more by the operator alone.")
            .filteredAs("lab")),
    LABS_FOR_NEW_MEMBERS(FieldSpec.flag(
            "labsForNewMembers", "Of a partner: whether its new members reach its labs; at first they do.")),
    SUSPENDED(FieldSpec.flag("suspended", "Its people do not get in until it is resumed.")
            .filteredAs("suspended")),
    CLOSED(FieldSpec.flag("closed", "Given up: it takes nothing new. What it holds stays, its audit, too.")
            .filteredAs("closed")),
    CONVERTED_TO(FieldSpec.reference(
            "convertedTo",
            RecordType.ACCOUNT,
            false,
            "The account that a lead was converted to; told by Kontor alone.")),
    TAGS(FieldSpec.optional("tags", ValueType.TAGS, 50, "Free words to group accounts by; at most fifty.")
            .filteredAs("tag"));

    private final FieldSpec spec;

    AccountField(FieldSpec spec) {
        this.spec = spec;
    }

    @Override
    public FieldSpec spec() {
        return spec;
    }
}
