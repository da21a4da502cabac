/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.Test;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.MatchKey;
import org.kontor.api.sync.MergeRule;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Quarantine.Identity;
import org.kontor.api.sync.QuarantineQuery;
import org.kontor.api.sync.Quarantined;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

/** A record that is new to a connection may be one that is here already. */
@Shows("S5")
public class MatchingTest extends OnBothDatabases {
    private UUID here(CustomerField field, String value) {
        return customers
                .create(
                        ME,
                        FieldValues.builder()
                                .set(CustomerField.NAME, "Here")
                                .set(field, value)
                                .build())
                .id();
    }

    private static SourceRecord there(String id, CustomerField field, String value) {
        return new SourceRecord(
                id,
                FieldValues.builder()
                        .set(CustomerField.NAME, "There " + id)
                        .set(field, value)
                        .build(),
                Map.of(),
                null,
                null);
    }

    private List<ItemResult> read(List<MatchKey> keys, SourceRecord... records) {
        UUID run = engine.begin("erp", RecordType.CUSTOMER, "test");
        SyncRules rules = new SyncRules(keys, MergeRule.THEIRS, Map.of(), false);
        return engine.upsert("erp", new Batch(run, RecordType.CUSTOMER, Arrays.asList(records), rules, null));
    }

    private ItemResult one(List<MatchKey> keys, SourceRecord record) {
        return read(keys, record).get(0);
    }

    @Test
    public void aKeyIsTheSameHoweverPeopleWriteIt() {
        UUID taxed = here(CustomerField.TAX_ID, "CHE-123.456.789 MWST");
        UUID mailed = here(CustomerField.EMAIL, "Info@Example.org");
        UUID webbed = here(CustomerField.WEB_ADDRESS, "https://www.acme.example/en?x=1");
        assertEquals(
                taxed,
                one(List.of(MatchKey.TAX_ID), there("1", CustomerField.TAX_ID, "che 123 456 789 mwst"))
                        .recordId());
        assertEquals(
                mailed,
                one(List.of(MatchKey.EMAIL), there("2", CustomerField.EMAIL, "info@example.ORG"))
                        .recordId());
        assertEquals(
                webbed,
                one(List.of(MatchKey.DOMAIN), there("3", CustomerField.EMAIL, "sales@acme.example"))
                        .recordId());
    }

    @Test
    public void aPublicMailDomainSaysNothing() {
        here(CustomerField.EMAIL, "one@gmail.com");
        assertEquals(
                Outcome.CREATED,
                one(List.of(MatchKey.DOMAIN), there("1", CustomerField.EMAIL, "two@gmail.com"))
                        .outcome());
    }

    @Test
    public void theFirstKeyThatFindsSomethingCounts() {
        UUID taxed = here(CustomerField.TAX_ID, "DE136695976");
        here(CustomerField.EMAIL, "a@firm.example");
        SourceRecord both = new SourceRecord(
                "1",
                FieldValues.builder()
                        .set(CustomerField.NAME, "There")
                        .set(CustomerField.TAX_ID, "DE 136695976")
                        .set(CustomerField.EMAIL, "a@firm.example")
                        .build(),
                Map.of(),
                null,
                null);
        assertEquals(taxed, one(List.of(MatchKey.TAX_ID, MatchKey.EMAIL), both).recordId());
    }

    @Test
    public void withoutKeysNothingIsMatched() {
        UUID taxed = here(CustomerField.TAX_ID, "DE136695976");
        assertNotEquals(
                taxed,
                one(List.of(), there("1", CustomerField.TAX_ID, "DE136695976")).recordId());
    }

    @Test
    @Shows("S10")
    public void severalThatFitWaitForAPerson() {
        UUID first = here(CustomerField.EMAIL, "info@twin.example");
        here(CustomerField.EMAIL, "info@twin.example");
        SourceRecord told = there("1", CustomerField.EMAIL, "info@twin.example");
        ItemResult refused = one(List.of(MatchKey.EMAIL), told);
        assertEquals("ambiguous_match", refused.error());
        assertEquals(2, refused.violations().size());
        Quarantined waiting =
                quarantine.list(ME, QuarantineQuery.ALL, 10, null).items().get(0);
        assertEquals(
                "still not said which", "ambiguous_match", replay(waiting, null).error());
        assertRefused(ErrorCode.NOT_FOUND, () -> replay(waiting, new Identity(UUID.randomUUID())));
        ItemResult linked = replay(waiting, new Identity(first));
        assertEquals(Outcome.UPDATED, linked.outcome());
        assertEquals(first, linked.recordId());
        assertEquals("There 1", customers.get(ME, first).name());
        assertEquals(Outcome.UNCHANGED, one(List.of(MatchKey.EMAIL), told).outcome());
    }

    private ItemResult replay(Quarantined waiting, Identity as) {
        return quarantine.replay(ME, waiting.id(), Map.of(), as);
    }

    @Test
    @Shows("S10")
    public void orThePersonSaysThatItIsANewOne() {
        here(CustomerField.EMAIL, "info@twin.example");
        here(CustomerField.EMAIL, "info@twin.example");
        one(List.of(MatchKey.EMAIL), there("1", CustomerField.EMAIL, "info@twin.example"));
        Quarantined waiting =
                quarantine.list(ME, QuarantineQuery.ALL, 10, null).items().get(0);
        assertEquals(Outcome.CREATED, replay(waiting, new Identity(null)).outcome());
        assertTrue(quarantine.list(ME, QuarantineQuery.ALL, 10, null).items().isEmpty());
    }

    @Test
    public void noRecordOfOursStandsForTwoOfTheirs() {
        UUID mailed = here(CustomerField.EMAIL, "info@one.example");
        List<ItemResult> results = read(
                List.of(MatchKey.EMAIL),
                there("1", CustomerField.EMAIL, "info@one.example"),
                there("2", CustomerField.EMAIL, "info@one.example"));
        assertEquals(mailed, results.get(0).recordId());
        assertEquals(Outcome.CREATED, results.get(1).outcome());
        assertEquals(
                Outcome.CREATED,
                one(List.of(MatchKey.EMAIL), there("3", CustomerField.EMAIL, "info@one.example"))
                        .outcome());
    }

    @Test
    public void aDomainOfThousandsIsAmbiguousAtOnce() {
        for (int i = 0; i < 30; i++) {
            here(CustomerField.EMAIL, "c" + i + "@group.example");
        }
        ItemResult refused = one(List.of(MatchKey.DOMAIN), there("1", CustomerField.EMAIL, "new@group.example"));
        assertEquals("ambiguous_match", refused.error());
        assertEquals(10, refused.violations().size());
    }
}
