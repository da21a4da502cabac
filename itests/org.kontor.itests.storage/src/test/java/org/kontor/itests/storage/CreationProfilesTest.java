/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.Test;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.custom.CustomType;
import org.kontor.api.custom.Declaration;
import org.kontor.api.custom.NewDeclaration;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.LocationField;
import org.kontor.api.profile.CreationProfile;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.QuarantineQuery;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** What accounts ask of new records beyond the rules that hold for all. */
@Shows("C1")
public class CreationProfilesTest extends OnBothDatabases {
    private static final RecordType CUSTOMER = RecordType.CUSTOMER;
    private static final List<String> CITY = List.of("address.city");
    private static final List<String> CITY_MISSES = List.of("address.city required_by_profile");

    private static final AuditQuery LATEST = new AuditQuery(null, null, null, null, null, null, 1, null);

    private static CallContext in(UUID account) {
        return CallContext.of(
                new Actor(UUID.randomUUID(), "in " + account, account, Set.of(Role.PARTNER_ADMIN)), Source.REST);
    }

    private Account partner(UUID above, String name) {
        Customer customer = customers.create(in(above), named(name).with(set(CustomerField.ADDRESS_CITY, "Bern")));
        return accounts.create(
                in(above),
                FieldValues.builder()
                        .set(AccountField.NAME, name)
                        .set(AccountField.TYPE, AccountType.PARTNER.name())
                        .set(AccountField.CUSTOMER, customer.id())
                        .build());
    }

    @Test
    public void aNewRecordMustHaveWhatTheProfileAsksFor() {
        Customer older = customers.create(ME, named("Older"));
        creationProfiles.put(ME, CUSTOMER, List.of("address.city", "taxId"), false);
        KontorException refusal =
                assertThrows(KontorException.class, () -> customers.create(ME, set(CustomerField.TAX_ID, "T-1")));
        assertEquals(
                List.of("name required", "address.city required_by_profile"),
                refusal.violations().stream()
                        .map(v -> v.field() + " " + v.rule())
                        .toList());
        String operator = accounts.get(ME, Account.OPERATOR).name();
        assertTrue(refusal.violations().get(1).message().contains("'" + operator + "'"));
        customers.create(
                ME, named("New").with(set(CustomerField.TAX_ID, "T-1")).with(set(CustomerField.ADDRESS_CITY, "Bern")));
        assertEquals(
                "an older one stays changeable",
                "+41 1",
                customers
                        .update(ME, older.id(), 1, set(CustomerField.PHONE, "+41 1"))
                        .phone());
        creationProfiles.delete(ME, CUSTOMER);
        customers.create(ME, named("Free again"));
    }

    @Test
    public void theNearestProfileAboveCounts() {
        Account partner = partner(Account.OPERATOR, "Partner");
        Account below = partner(partner.id(), "Below");
        Account beside = partner(Account.OPERATOR, "Beside");
        CreationProfile asked = creationProfiles.put(in(partner.id()), CUSTOMER, CITY, false);
        customers.create(ME, named("Above"));
        customers.create(in(beside.id()), named("Beside it"));
        assertViolations(CITY_MISSES, () -> customers.create(in(partner.id()), named("Own")));
        assertViolations(CITY_MISSES, () -> customers.create(in(below.id()), named("Deep")));
        assertEquals(List.of(asked), creationProfiles.list(in(below.id())));
        assertEquals(List.of(), creationProfiles.list(in(beside.id())));
        assertRefused(ErrorCode.NOT_FOUND, () -> creationProfiles.get(ME, CUSTOMER));
        assertRefused(ErrorCode.NOT_FOUND, () -> creationProfiles.delete(in(below.id()), CUSTOMER));

        CreationProfile all = creationProfiles.put(ME, CUSTOMER, List.of("taxId"), false);
        assertEquals(asked, creationProfiles.get(in(below.id()), CUSTOMER));
        assertEquals(all, creationProfiles.get(in(beside.id()), CUSTOMER));
        assertViolations(CITY_MISSES, () -> customers.create(in(below.id()), named("Deep")));
        assertViolations(
                List.of("taxId required_by_profile"), () -> customers.create(in(beside.id()), named("Beside it")));

        creationProfiles.put(in(below.id()), CUSTOMER, List.of(), false);
        customers.create(in(below.id()), named("Nothing is asked here"));
        assertViolations(CITY_MISSES, () -> customers.create(in(partner.id()), named("Own")));
    }

    @Test
    public void aLocationIsAskedWhatTheAccountOfItsCustomerAsks() {
        Account partner = partner(Account.OPERATOR, "Partner");
        Customer below = customers.create(in(partner.id()), named("Below"));
        creationProfiles.put(in(partner.id()), RecordType.LOCATION, CITY, false);
        assertViolations(CITY_MISSES, () -> site(below, "Site", null));
        site(customers.create(ME, named("Above")), "Site", null);
    }

    @Test
    public void accountsAreAskedToo() {
        creationProfiles.put(ME, RecordType.ACCOUNT, List.of("tags"), false);
        assertViolations(List.of("tags required_by_profile"), () -> partner(Account.OPERATOR, "Partner"));
    }

    @Test
    public void aRegionIsAskedForWhereTheCountryHasAny() {
        creationProfiles.put(ME, CUSTOMER, List.of(), true);
        creationProfiles.put(ME, RecordType.LOCATION, List.of(), true);
        Customer unknown = customers.create(ME, named("No country"));
        customers.create(ME, named("Gibraltar has none").with(set(CustomerField.ADDRESS_COUNTRY, "GI")));
        assertViolations(
                List.of("address.region required_by_profile"),
                () -> customers.create(ME, named("Acme").with(set(CustomerField.ADDRESS_COUNTRY, "us"))));
        customers.create(
                ME,
                named("Acme")
                        .with(set(CustomerField.ADDRESS_COUNTRY, "US"))
                        .with(set(CustomerField.ADDRESS_REGION, "US-CA")));
        assertViolations(
                List.of("address.region required_by_profile"),
                () -> locations.create(
                        ME,
                        FieldValues.builder()
                                .set(LocationField.CUSTOMER, unknown.id())
                                .set(LocationField.NAME, "Site")
                                .set(LocationField.ADDRESS_COUNTRY, "CH")
                                .build()));
    }

    private ItemResult told(String source, SyncRules rules) {
        SourceRecord record = new SourceRecord("1", named("Acme"), Map.of(), null, null);
        UUID run = engine.begin(source, CUSTOMER, "test");
        return engine.upsert(ME, source, new Batch(run, CUSTOMER, List.of(record), rules, null))
                .get(0);
    }

    @Test
    @Shows("S10")
    public void synchronisationIsNotAskedAndFilesAre() {
        creationProfiles.put(ME, CUSTOMER, CITY, false);
        assertEquals(Outcome.CREATED, told("erp", SyncRules.PLAIN).outcome());
        ItemResult refused = told("list.csv", SyncRules.BY_CODE);
        assertEquals(Outcome.REFUSED, refused.outcome());
        assertEquals("required_by_profile", refused.violations().get(0).rule());
        UUID ward = quarantine
                .list(ME, QuarantineQuery.ALL, 10, null)
                .items()
                .get(0)
                .id();
        assertEquals(
                "replayed, it still comes from a file",
                Outcome.REFUSED,
                quarantine.replay(ME, ward, Map.of(), null).outcome());
        assertEquals(
                Outcome.CREATED,
                quarantine
                        .replay(ME, ward, Map.of("address.city", "Bern"), null)
                        .outcome());
    }

    @Test
    public void aCustomFieldIsAskedForWhileItTakesValues() {
        Declaration segment =
                customFields.declare(ME, NewDeclaration.optional(CUSTOMER, "segment", "Segment", CustomType.TEXT));
        creationProfiles.put(ME, CUSTOMER, List.of("custom.segment"), false);
        assertViolations(List.of("custom.segment required_by_profile"), () -> customers.create(ME, named("Without")));
        customFields.setArchived(ME, segment.id(), null, true);
        customers.create(ME, named("Archived"));
        customFields.delete(ME, segment.id(), 2);
        customers.create(ME, named("Deleted"));
    }

    @Test
    public void aProfileHasRules() {
        List<String> many = IntStream.rangeClosed(0, 50).mapToObj(i -> "f" + i).toList();
        assertViolations(List.of("fields too_many"), () -> creationProfiles.put(ME, CUSTOMER, many, false));
        assertViolations(
                List.of("fields unknown_field", "fields unknown_field", "fields given_twice"),
                () -> creationProfiles.put(ME, CUSTOMER, List.of("id", "custom.nothing", "taxId", "taxId"), false));
        assertViolations(
                List.of("fields read_only", "regionWhereSubdivided not_allowed"),
                () -> creationProfiles.put(ME, RecordType.ACCOUNT, List.of("convertedTo"), true));
        CallContext reader = caller("rita", Role.READ_ONLY);
        assertRefused(ErrorCode.ACCESS_DENIED, () -> creationProfiles.put(reader, CUSTOMER, CITY, false));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> creationProfiles.delete(reader, CUSTOMER));
    }

    @Test
    public void settingIsAuditedAndTheSameAgainWritesNothing() {
        creationProfiles.put(ME, CUSTOMER, CITY, false);
        CreationProfile set = creationProfiles.put(ME, CUSTOMER, List.of("address.city", "taxId"), false);
        assertEquals(2, set.version());
        assertEquals(set, creationProfiles.put(ME, CUSTOMER, List.of("address.city", "taxId"), false));
        assertEquals(
                List.of(new FieldChange("fields", "address.city", "address.city, taxId")),
                journal.find(ME, LATEST).items().get(0).changes());
        creationProfiles.delete(ME, CUSTOMER);
        assertEquals("creation_profile", journal.find(ME, LATEST).items().get(0).recordType());
    }
}
