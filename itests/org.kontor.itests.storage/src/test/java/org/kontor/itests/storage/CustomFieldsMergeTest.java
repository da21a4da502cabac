/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.bulk.BulkAction;
import org.kontor.api.bulk.BulkRow;
import org.kontor.api.custom.CustomType;
import org.kontor.api.custom.NewDeclaration;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordKey;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.Conflict;
import org.kontor.api.sync.ConflictQuery;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.MergeRule;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.QuarantineQuery;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

/** Connections and bulks tell custom fields: they are merged and compared like any other. */
@Shows({"C9", "S6", "S7"})
public class CustomFieldsMergeTest extends OnBothDatabases {
    private static final CustomField SEGMENT = CustomField.named(RecordType.CUSTOMER, "segment");
    private static final CustomField DISCOUNT = CustomField.named(RecordType.CUSTOMER, "discount");
    private static final CustomField KEY_ACCOUNT = CustomField.named(RecordType.CUSTOMER, "key_account");

    @Before
    public void declare() {
        customFields.declare(
                ME,
                NewDeclaration.optional(RecordType.CUSTOMER, "segment", "Segment", CustomType.CHOICE)
                        .withChoices("Retail", "Wholesale"));
        customFields.declare(
                ME, NewDeclaration.optional(RecordType.CUSTOMER, "discount", "Discount", CustomType.NUMBER));
        customFields.declare(
                ME, NewDeclaration.optional(RecordType.CUSTOMER, "key_account", "Key account", CustomType.FLAG));
    }

    private static FieldValues told(String name, String segment, String discount) {
        return FieldValues.builder()
                .set(CustomerField.NAME, name)
                .set(SEGMENT, segment)
                .set(DISCOUNT, discount)
                .set(KEY_ACCOUNT, "true")
                .build();
    }

    private ItemResult take(MergeRule rule, FieldValues values) {
        UUID run = engine.begin("erp", RecordType.CUSTOMER, "test");
        ItemResult result = engine.upsert(
                        "erp",
                        new Batch(
                                run,
                                RecordType.CUSTOMER,
                                List.of(new SourceRecord("1", values, Map.of(), null, null)),
                                new SyncRules(List.of(), rule, Map.of(), false),
                                null))
                .get(0);
        engine.complete("erp", run);
        return result;
    }

    @Test
    public void theSameAgainWritesNothing() throws Exception {
        ItemResult made = take(MergeRule.ASK, told("One", "retail", "12.50"));
        assertEquals(made.toString(), Outcome.CREATED, made.outcome());
        Customer one = customers.get(ME, made.recordId());
        assertEquals("Retail", one.values().get(SEGMENT));
        assertEquals(new BigDecimal("12.5"), one.values().get(DISCOUNT));
        assertEquals(true, one.values().get(KEY_ACCOUNT));
        long audits = database.count("SELECT count(*) FROM audit_entry");
        assertEquals(
                Outcome.UNCHANGED,
                take(MergeRule.ASK, told("One", "retail", "12.50")).outcome());
        assertEquals(
                Outcome.UNCHANGED,
                take(MergeRule.ASK, told("One", "retail", "12.5")).outcome());
        assertEquals(audits, database.count("SELECT count(*) FROM audit_entry"));
        assertEquals(1, customers.get(ME, one.id()).version());
    }

    @Test
    public void whatOneSideChangedIsTakenAndWhatBothDidIsAsked() {
        UUID id = take(MergeRule.ASK, told("One", "Retail", "1")).recordId();
        customers.update(ME, id, 1, FieldValues.builder().set(DISCOUNT, 2).build());
        assertEquals(
                Outcome.UPDATED,
                take(MergeRule.ASK, told("One", "Wholesale", "1")).outcome());
        Customer merged = customers.get(ME, id);
        assertEquals("Wholesale", merged.values().get(SEGMENT));
        assertEquals(new BigDecimal("2"), merged.values().get(DISCOUNT));
        assertEquals(
                Outcome.CONFLICT,
                take(MergeRule.ASK, told("One", "Wholesale", "3")).outcome());
        Conflict asked = conflicts
                .list(ME, new ConflictQuery("erp", null, null, null), 10, null)
                .items()
                .get(0);
        assertEquals(
                List.of("custom.discount", "1", "2", "3"),
                List.of(asked.field(), asked.agreed(), asked.ours(), asked.theirs()));
        assertEquals(merged, customers.get(ME, id));
    }

    @Test
    public void whatTellsOfAnUndeclaredFieldIsRefusedWithIt() {
        ItemResult refused = take(
                MergeRule.THEIRS,
                FieldValues.builder()
                        .set(CustomerField.NAME, "One")
                        .set(CustomField.named(RecordType.CUSTOMER, "nowhere"), "x")
                        .build());
        assertEquals(Outcome.REFUSED, refused.outcome());
        assertEquals("custom.nowhere", refused.violations().get(0).field());
        assertEquals("unknown_field", refused.violations().get(0).rule());
    }

    @Test
    public void whatWaitedForItsDeclarationIsReplayed() {
        CustomField late = CustomField.named(RecordType.CUSTOMER, "late");
        assertEquals(
                Outcome.REFUSED,
                take(
                                MergeRule.THEIRS,
                                FieldValues.builder()
                                        .set(CustomerField.NAME, "One")
                                        .set(late, true)
                                        .build())
                        .outcome());
        customFields.declare(ME, NewDeclaration.optional(RecordType.CUSTOMER, "late", "Late", CustomType.FLAG));
        UUID ward = quarantine
                .list(ME, QuarantineQuery.ALL, 10, null)
                .items()
                .get(0)
                .id();
        ItemResult replayed = quarantine.replay(ME, ward, Map.of(), null);
        assertEquals(replayed.toString(), Outcome.CREATED, replayed.outcome());
        assertEquals(true, customers.get(ME, replayed.recordId()).values().get(late));
    }

    @Test
    public void aBulkWritesThemRowByRow() {
        List<BulkRow> rows = List.of(row("K-1", "Retail"), row("K-2", "Nothing"), row("K-3", "wholesale"));
        assertEquals(
                List.of(Outcome.CREATED, Outcome.REFUSED, Outcome.CREATED),
                bulk.write(ME, rows).stream().map(result -> result.outcome()).toList());
        assertEquals("Wholesale", customers.getByCode(ME, "K-3").values().get(SEGMENT));
    }

    private static BulkRow row(String code, String segment) {
        return new BulkRow(
                RecordType.CUSTOMER,
                BulkAction.UPSERT,
                RecordKey.ofCode(code),
                null,
                FieldValues.builder()
                        .set(CustomerField.CODE, code)
                        .set(CustomerField.NAME, code)
                        .set(SEGMENT, segment)
                        .build(),
                Map.of(),
                null);
    }
}
