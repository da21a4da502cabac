/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.call.Role;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.Explanation;
import org.kontor.api.sync.Explanation.ExplainedField;
import org.kontor.api.sync.Explanation.ExplainedLink;
import org.kontor.api.sync.Explanation.Told;
import org.kontor.api.sync.Explanations;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.MatchKey;
import org.kontor.api.sync.MergeRule;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.sync.Explainer;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

/** Why a record is as it is: whose each value is, by which rule and in which run, and what waits. */
@Shows("S16")
public class ExplanationTest extends OnBothDatabases {
    private static final SyncRules RULES = new SyncRules(
            List.of(MatchKey.TAX_ID, MatchKey.EMAIL),
            MergeRule.NEWEST,
            Map.of(CustomerField.ADDRESS_CITY, MergeRule.ASK, CustomerField.PHONE, MergeRule.OURS),
            false);

    private Explanations explanations;
    private UUID run;

    @Before
    public void explainer() {
        explanations = new Explainer(unitOfWork);
    }

    private ItemResult tell(String connection, String externalId, SyncRules rules, Map<CustomerField, ?> values) {
        run = engine.begin(connection, RecordType.CUSTOMER, "customers.csv");
        SourceRecord record = new SourceRecord(externalId, FieldValues.of(values), Map.of(), false, null);
        return engine.upsert(connection, new Batch(run, RecordType.CUSTOMER, List.of(record), rules, null))
                .get(0);
    }

    private static ExplainedField field(Explanation explanation, String name) {
        return explanation.fields().stream()
                .filter(field -> field.field().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + explanation));
    }

    @Test
    public void eachFieldTellsWhereItsValueComesFrom() {
        UUID id = tell("erp", "7", RULES, Map.of(CustomerField.NAME, "Acme", CustomerField.ADDRESS_CITY, "Bern"))
                .recordId();
        UUID first = run;
        Customer made = customers.get(ME, id);
        customers.update(ME, id, made.version(), set(CustomerField.ADDRESS_CITY, "Basel"));
        tell("erp", "7", RULES, Map.of(CustomerField.NAME, "Acme AG", CustomerField.ADDRESS_CITY, "Biel"));

        Explanation explanation = explanations.of(ME, RecordType.CUSTOMER, id);
        ExplainedField name = field(explanation, "name");
        assertEquals("Acme AG", name.value());
        assertEquals(run, name.origin().run());
        assertEquals("customers.csv", name.origin().source());
        assertEquals("CONNECTION:erp", name.origin().through());
        assertEquals("Acme", name.origin().before());
        assertEquals(List.of(new Told("erp", "7", "Acme AG", "Acme AG", MergeRule.NEWEST, null)), name.told());

        ExplainedField city = field(explanation, "address.city");
        assertEquals("Basel", city.value());
        assertEquals("me", city.origin().actor());
        assertEquals("Bern", city.origin().before());
        assertNull(city.origin().run());
        UUID conflict = explanation.conflicts().get(0).id();
        assertEquals(List.of(new Told("erp", "7", "Bern", "Bern", MergeRule.ASK, conflict)), city.told());

        assertEquals(AuditAction.CREATE, field(explanation, "code").origin().action());
        assertEquals(first, field(explanation, "code").origin().run());
        assertTrue(
                "what was never filled is left out",
                explanation.fields().stream().noneMatch(one -> one.field().equals("phone")));
        assertNull("all was looked at", explanation.lookedBackTo());

        ExplainedLink link = explanation.links().get(0);
        assertEquals("erp", link.connection());
        assertEquals("7", link.externalId());
        assertEquals(List.of(MatchKey.TAX_ID, MatchKey.EMAIL), link.match());
        assertEquals(run, link.written().run());
    }

    @Test
    public void twoConnectionsThatHoldTheSameTellEachTheirs() {
        UUID id = tell("erp", "7", RULES, Map.of(CustomerField.NAME, "Acme", CustomerField.EMAIL, "info@acme.example"))
                .recordId();
        assertEquals(
                id,
                tell("crm", "x", RULES, Map.of(CustomerField.NAME, "Acme", CustomerField.EMAIL, "info@acme.example"))
                        .recordId());
        Explanation explanation = explanations.of(ME, RecordType.CUSTOMER, id);
        assertEquals(
                List.of("crm", "erp"),
                explanation.links().stream().map(ExplainedLink::connection).toList());
        ExplainedField name = field(explanation, "name");
        assertEquals("CONNECTION:erp", name.origin().through());
        assertEquals(
                List.of("x", "7"), name.told().stream().map(Told::externalId).toList());
    }

    @Test
    public void rulesAreThoseOfTheLastRecordAndTellSinceWhen() {
        UUID id = tell("erp", "7", RULES, Map.of(CustomerField.NAME, "Acme")).recordId();
        var since = explanations.of(ME, RecordType.CUSTOMER, id).links().get(0).rulesSince();
        assertNotNull(since);
        tell("erp", "7", RULES, Map.of(CustomerField.NAME, "Acme AG"));
        Explanation same = explanations.of(ME, RecordType.CUSTOMER, id);
        assertEquals(
                "the same rules stand since then", since, same.links().get(0).rulesSince());
        tell("erp", "7", SyncRules.PLAIN, Map.of(CustomerField.NAME, "Acme AG"));
        Explanation other = explanations.of(ME, RecordType.CUSTOMER, id);
        assertTrue(other.links().get(0).rulesSince().isAfter(since));
        assertEquals(MergeRule.THEIRS, field(other, "name").told().get(0).rule());
        assertEquals(List.of(), other.links().get(0).match());
    }

    @Test
    public void whatWasRefusedOfARecordIsToldWithIt() {
        UUID id = tell("erp", "7", RULES, Map.of(CustomerField.NAME, "Acme")).recordId();
        tell("erp", "7", RULES, Map.of(CustomerField.NAME, "Acme", CustomerField.EMAIL, "info at acme"));
        Explanation explanation = explanations.of(ME, RecordType.CUSTOMER, id);
        assertEquals(1, explanation.quarantined().size());
        assertEquals("7", explanation.quarantined().get(0).externalId());
        assertEquals(explanation, explanations.ofExternal(ME, RecordType.CUSTOMER, "erp", "7"));
    }

    @Test
    public void whatAPersonReplaysIsThePersonsAndOfNoRun() {
        tell("erp", "7", RULES, Map.of(CustomerField.NAME, "Acme", CustomerField.EMAIL, "info at acme"));
        UUID ward = quarantine
                .list(ME, org.kontor.api.sync.QuarantineQuery.ALL, 1, null)
                .items()
                .get(0)
                .id();
        UUID id = quarantine
                .replay(ME, ward, Map.of("email", "info@acme.example"), null)
                .recordId();
        ExplainedField email = field(explanations.of(ME, RecordType.CUSTOMER, id), "email");
        assertEquals("info@acme.example", email.value());
        assertEquals("me", email.origin().actor());
        assertNull(email.origin().run());
        assertEquals("info at acme", email.told().get(0).theirs());
        assertEquals("info@acme.example", email.told().get(0).agreed());
    }

    @Test
    public void aRecordOfManyChangesIsLookedBackSoFarOnly() {
        Customer customer = customers.create(ME, named("Long"));
        UUID id = customer.id();
        for (int i = 0; i < 210; i++) {
            customer = customers.update(ME, id, customer.version(), set(CustomerField.PHONE, "+41 " + (1000 + i)));
        }
        Explanation explanation = new Explainer(unitOfWork, 205).of(ME, RecordType.CUSTOMER, id);
        assertNull("longer ago than is looked", field(explanation, "name").origin());
        assertEquals("me", field(explanation, "phone").origin().actor());
        assertNotNull(explanation.lookedBackTo());
        Explanation whole = explanations.of(ME, RecordType.CUSTOMER, id);
        assertEquals("me", field(whole, "name").origin().actor());
        assertNull(whole.lookedBackTo());
    }

    @Test
    public void aLocationIsExplainedToo() {
        Customer customer = customers.create(ME, named("Acme"));
        UUID id = site(customer, "Plant", null).id();
        Explanation explanation = explanations.of(ME, RecordType.LOCATION, id);
        assertEquals("Plant", field(explanation, LocationField.NAME.path()).value());
        assertEquals(List.of(), explanation.links());
    }

    @Test
    public void whatIsNotThereOrNotToBeSeenIsNotFound() {
        assertRefused(ErrorCode.NOT_FOUND, () -> explanations.of(ME, RecordType.CUSTOMER, UUID.randomUUID()));
        assertRefused(ErrorCode.NOT_FOUND, () -> explanations.ofExternal(ME, RecordType.CUSTOMER, "erp", "8"));
        assertRefused(
                ErrorCode.INVALID_INPUT, () -> explanations.ofExternal(ME, RecordType.CUSTOMER, "erp", "a\u0000b"));
        UUID id = customers.create(ME, named("Acme")).id();
        assertRefused(ErrorCode.ACCESS_DENIED, () -> explanations.of(caller("nobody"), RecordType.CUSTOMER, id));
        assertNotNull(explanations.of(caller("reader", Role.READ_ONLY), RecordType.CUSTOMER, id));
    }
}
