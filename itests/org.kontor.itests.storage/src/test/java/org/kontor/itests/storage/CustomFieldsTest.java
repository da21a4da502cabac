/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.Test;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.RequestKey;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.custom.CustomType;
import org.kontor.api.custom.Declaration;
import org.kontor.api.custom.DeclarationEdit;
import org.kontor.api.custom.NewDeclaration;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.Location;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** Fields that accounts declare, and what records say in them. */
@Shows("C9")
public class CustomFieldsTest extends OnBothDatabases {
    private static final RecordType CUSTOMER = RecordType.CUSTOMER;

    private static final AuditQuery LATEST = new AuditQuery(null, null, null, null, null, null, 1, null);

    private static CustomField custom(String key) {
        return CustomField.named(CUSTOMER, key);
    }

    private static CallContext in(UUID account) {
        return CallContext.of(
                new Actor(UUID.randomUUID(), "in " + account, account, Set.of(Role.PARTNER_ADMIN)), Source.REST);
    }

    private static NewDeclaration text(String key) {
        return NewDeclaration.optional(CUSTOMER, key, "The " + key, CustomType.TEXT);
    }

    private Account partner(UUID above, String name) {
        Customer customer = customers.create(in(above), named(name));
        return accounts.create(
                in(above),
                FieldValues.builder()
                        .set(AccountField.NAME, name)
                        .set(AccountField.TYPE, AccountType.PARTNER.name())
                        .set(AccountField.CUSTOMER, customer.id())
                        .build());
    }

    private static FieldValues with(String name, String key, Object value) {
        return FieldValues.builder()
                .set(CustomerField.NAME, name)
                .set(custom(key), value)
                .build();
    }

    private static FieldValues only(String key, Object value) {
        return FieldValues.builder().set(custom(key), value).build();
    }

    private List<String> names(CallContext call, RecordQuery query) {
        return customers.find(call, query).items().stream().map(Customer::name).toList();
    }

    private void declareOneOfEachType() {
        customFields.declare(ME, text("segment"));
        customFields.declare(ME, NewDeclaration.optional(CUSTOMER, "discount", "Discount", CustomType.NUMBER));
        customFields.declare(ME, NewDeclaration.optional(CUSTOMER, "since", "Since", CustomType.DATE));
        customFields.declare(ME, NewDeclaration.optional(CUSTOMER, "key_account", "Key account", CustomType.FLAG));
        customFields.declare(
                ME,
                NewDeclaration.optional(CUSTOMER, "colour", "Colour", CustomType.CHOICE)
                        .withChoices("Sky blue", "Red"));
    }

    /** A location is managed where its customer is, whoever makes it. */
    @Test
    public void aLocationHasTheFieldsOfTheAccountOfItsCustomer() {
        Account north = partner(ME.scope(), "North");
        Customer customer = customers.create(in(north.id()), named("Theirs"));
        customFields.declare(
                in(north.id()),
                NewDeclaration.optional(RecordType.LOCATION, "gate", "Gate", CustomType.TEXT)
                        .mandatory());
        CustomField gate = CustomField.named(RecordType.LOCATION, "gate");
        FieldValues.Builder plant = FieldValues.builder()
                .set(LocationField.NAME, "Plant")
                .set(LocationField.CUSTOMER, customer.id().toString());
        assertViolations(List.of("custom.gate required"), () -> locations.create(ME, plant.build()));
        Location made = locations.create(ME, plant.set(gate, "B").build());
        assertEquals("B", locations.get(in(north.id()), made.id()).values().get(gate));
        assertEquals(north.id(), made.header().managingAccount());
    }

    @Test
    public void whatIsWrittenIsRead() {
        declareOneOfEachType();
        FieldValues values = FieldValues.builder()
                .set(CustomerField.NAME, "Muster AG")
                .set(custom("segment"), " Großhandel ")
                .set(custom("discount"), "12.50")
                .set(custom("since"), "2024-02-29")
                .set(custom("key_account"), true)
                .set(custom("colour"), "sky BLUE")
                .build();
        Customer made = customers.create(ME, values);
        Customer read = customers.get(ME, made.id());
        assertEquals(made, read);
        assertEquals("Großhandel", read.values().get(custom("segment")));
        assertEquals(new BigDecimal("12.5"), read.values().get(custom("discount")));
        assertEquals("2024-02-29", read.values().get(custom("since")));
        assertEquals(true, read.values().get(custom("key_account")));
        assertEquals("Sky blue", read.values().get(custom("colour")));
    }

    @Test
    public void aChangeLeavesWhatItDoesNotTellAndReplacingClearsIt() {
        declareOneOfEachType();
        Customer made = customers.create(ME, with("Muster AG", "segment", "a").with(only("discount", 100)));
        Customer changed = customers.update(ME, made.id(), 1, only("segment", "b"));
        assertEquals(new BigDecimal("100"), changed.values().get(custom("discount")));
        assertEquals("b", changed.values().get(custom("segment")));
        Customer cleared = customers.update(ME, made.id(), 2, only("segment", null));
        assertNull(cleared.values().get(custom("segment")));
        Customer replaced = customers.replace(ME, made.id(), 3, with("Muster AG", "segment", "c"));
        assertEquals(Set.of(custom("segment")), replaced.values().custom().keySet());
        assertEquals(replaced, customers.get(ME, made.id()));
    }

    @Test
    public void theSameValueWritesNothing() {
        declareOneOfEachType();
        Customer made = customers.create(ME, with("Muster AG", "discount", "7"));
        assertEquals(
                1, customers.update(ME, made.id(), 1, only("discount", "7.00")).version());
    }

    @Test
    public void whatBreaksARuleIsToldWithTheFieldsPath() {
        declareOneOfEachType();
        FieldValues wrong = FieldValues.builder()
                .set(CustomerField.NAME, "Muster AG")
                .set(custom("colour"), "green")
                .set(custom("discount"), "much")
                .set(custom("key_account"), "perhaps")
                .set(custom("nowhere"), "x")
                .set(custom("segment"), "x".repeat(201))
                .set(custom("since"), "2023-02-29")
                .build();
        KontorException refusal = assertThrows(KontorException.class, () -> customers.create(ME, wrong));
        assertEquals(
                Set.of(
                        "custom.colour unknown_choice",
                        "custom.discount wrong_type",
                        "custom.key_account wrong_type",
                        "custom.nowhere unknown_field",
                        "custom.segment too_long",
                        "custom.since malformed_date"),
                Set.copyOf(refusal.violations().stream()
                        .map(v -> v.field() + " " + v.rule())
                        .toList()));
        assertViolations(
                List.of("custom.discount out_of_range"),
                () -> customers.create(ME, with("Muster AG", "discount", "1E2147483647")));
        assertViolations(
                List.of("custom.discount too_precise"),
                () -> customers.create(ME, with("Muster AG", "discount", "0.00000000001")));
    }

    @Test
    public void aRequiredFieldIsAskedOfNewRecordsAlone() {
        Customer old = customers.create(ME, named("Old"));
        Declaration made = customFields.declare(ME, text("segment").mandatory());
        assertViolations(List.of("custom.segment required"), () -> customers.create(ME, named("New")));
        assertEquals(2, customers.update(ME, old.id(), 1, named("Older")).version());
        Customer told = customers.create(ME, with("New", "segment", "a"));
        assertViolations(
                List.of("custom.segment required"), () -> customers.update(ME, told.id(), 1, only("segment", null)));
        assertViolations(List.of("custom.segment required"), () -> customers.replace(ME, told.id(), 1, named("New")));
        customFields.change(ME, made.id(), 1, new DeclarationEdit(null, null, false, null));
        assertEquals(
                2, customers.update(ME, told.id(), 1, only("segment", null)).version());
    }

    @Test
    public void listsAreFilteredByEveryType() {
        declareOneOfEachType();
        customers.create(ME, with("A", "segment", "x".repeat(200)).with(only("since", "2024-02-29")));
        customers.create(ME, with("B", "discount", "10.0").with(only("key_account", false)));
        customers.create(ME, with("C", "colour", "Red").with(only("discount", "10")));
        customers.create(ME, with("D", "colour", "Red").with(only("discount", "11")));
        RecordQuery all = RecordQuery.ALL;
        assertEquals(List.of("A"), names(ME, all.where(custom("segment"), "x".repeat(200))));
        assertEquals(List.of(), names(ME, all.where(custom("segment"), "x".repeat(199))));
        assertEquals(List.of("A"), names(ME, all.where(custom("since"), "2024-02-29")));
        assertEquals(List.of("B", "C"), names(ME, all.where(custom("discount"), "1e1")));
        assertEquals(List.of("B"), names(ME, all.where(custom("key_account"), "false")));
        assertEquals(List.of("C"), names(ME, all.where(custom("colour"), "red").where(custom("discount"), "10")));
        assertEquals(
                List.of("C", "D"), names(ME, all.where(custom("colour"), "red").withText("red")));
        assertViolations(
                List.of("custom.since malformed_date"), () -> names(ME, all.where(custom("since"), "yesterday")));
        assertViolations(List.of("custom.x unknown_field"), () -> names(ME, all.where(custom("x"), "y")));
    }

    @Test
    public void aFilteredListGoesOnFromPageToPage() {
        declareOneOfEachType();
        for (int i = 0; i < 5; i++) {
            customers.create(ME, with("N" + i, "colour", i == 2 ? "Sky blue" : "Red"));
        }
        RecordQuery red = RecordQuery.ALL.where(custom("colour"), "Red").withLimit(3);
        String next = customers.find(ME, red).next();
        assertEquals(List.of("N4"), names(ME, red.withCursor(next)));
    }

    @Test
    public void textsAndChoicesAreFoundByTheirWords() {
        declareOneOfEachType();
        Customer made =
                customers.create(ME, with("A", "segment", "Großhandel Süd").with(only("colour", "Sky blue")));
        assertEquals(List.of("A"), names(ME, RecordQuery.ALL.withText("grosshandel sky")));
        customers.update(ME, made.id(), 1, only("segment", "Detail"));
        assertEquals(List.of(), names(ME, RecordQuery.ALL.withText("grosshandel")));
        assertEquals(List.of("A"), names(ME, RecordQuery.ALL.withText("detail")));
        customers.delete(ME, made.id(), 2);
        assertEquals(List.of(), names(ME, RecordQuery.ALL.withText("detail")));
        assertEquals(List.of(), names(ME, RecordQuery.ALL.where(custom("segment"), "Detail")));
    }

    @Test
    public void theAuditShowsBeforeAndAfter() {
        declareOneOfEachType();
        Customer made = customers.create(ME, with("A", "segment", "a"));
        customers.update(ME, made.id(), 1, only("segment", "b").with(only("discount", 3)));
        List<FieldChange> changes = journal.find(ME, LATEST).items().get(0).changes();
        assertEquals(
                List.of(new FieldChange("custom.discount", null, "3"), new FieldChange("custom.segment", "a", "b")),
                changes);
    }

    @Test
    public void declaringIsAudited() {
        Declaration made = customFields.declare(ME, text("segment"));
        customFields.change(ME, made.id(), 1, new DeclarationEdit("Market segment", null, null, null));
        assertEquals(
                List.of(new FieldChange("label", "The segment", "Market segment")),
                journal.find(ME, LATEST).items().get(0).changes());
    }

    @Test
    public void aDeclarationCountsForTheSubtreeOfItsAccountAlone() {
        Account partner = partner(Account.OPERATOR, "Partner");
        Account below = partner(partner.id(), "Below");
        Account beside = partner(Account.OPERATOR, "Beside");
        Declaration declared = customFields.declare(in(partner.id()), text("segment"));
        customFields.declare(in(beside.id()), NewDeclaration.optional(CUSTOMER, "segment", "No.", CustomType.NUMBER));
        customers.create(in(below.id()), with("Deep", "segment", "a"));
        customers.create(in(beside.id()), with("Beside it", "segment", 7));
        assertViolations(
                List.of("custom.segment unknown_field"), () -> customers.create(ME, with("Above", "segment", "a")));
        assertEquals(List.of(declared), customFields.list(in(below.id()), CUSTOMER));
        assertEquals(List.of(declared), customFields.list(in(partner.id()), null));
        assertEquals(2, customFields.list(ME, null).size());
        assertEquals(List.of("Deep"), names(ME, RecordQuery.ALL.where(custom("segment"), "a")));
        assertEquals(List.of("Beside it"), names(ME, RecordQuery.ALL.where(custom("segment"), "7.0")));
        assertEquals(List.of("Deep"), names(in(partner.id()), RecordQuery.ALL.where(custom("segment"), "a")));
        assertRefused(ErrorCode.NOT_FOUND, () -> customFields.get(in(beside.id()), declared.id()));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> customFields.delete(in(below.id()), declared.id(), 1));
    }

    /** A file of all records has a column of each field, which is empty for records of accounts that do not declare it. */
    @Test
    public void noValueIsNoneWhereTheFieldIsNotDeclared() {
        Account partner = partner(Account.OPERATOR, "Partner");
        customFields.declare(in(partner.id()), text("segment"));
        Customer made = customers.create(ME, with("Above", "segment", null).with(only("nowhere", " ")));
        assertEquals(Map.of(), made.values().custom());
        assertEquals(
                1,
                customers
                        .update(ME, made.id(), 1, only("segment", "").with(only("nowhere", null)))
                        .version());
    }

    @Test
    public void noKeyIsDeclaredTwiceAboveARecord() {
        Account partner = partner(Account.OPERATOR, "Partner");
        customFields.declare(ME, text("above"));
        customFields.declare(in(partner.id()), text("below"));
        assertViolations(List.of("key taken"), () -> customFields.declare(ME, text("above")));
        assertViolations(List.of("key taken"), () -> customFields.declare(in(partner.id()), text("above")));
        KontorException refusal = assertThrows(KontorException.class, () -> customFields.declare(ME, text("below")));
        assertTrue(refusal.getMessage(), refusal.getMessage().contains("'" + partner.code() + "'"));
        customFields.declare(
                ME, NewDeclaration.optional(RecordType.LOCATION, "below", "Of locations", CustomType.TEXT));
    }

    @Test
    public void anAccountIsNotMovedAwayFromWhatItsRecordsSay() {
        Account partner = partner(Account.OPERATOR, "Partner");
        Account child = partner(partner.id(), "Child");
        Account beside = partner(Account.OPERATOR, "Beside");
        customFields.declare(in(partner.id()), text("segment"));
        Customer told = customers.create(in(child.id()), with("Told", "segment", "a"));
        assertViolations(List.of("managingAccount field_lost"), () -> accounts.move(ME, child.id(), 1, beside.id()));
        customers.update(ME, told.id(), 1, only("segment", null));
        customFields.declare(in(child.id()), text("own"));
        customFields.declare(in(beside.id()), text("own"));
        assertViolations(List.of("managingAccount field_taken"), () -> accounts.move(ME, child.id(), 1, beside.id()));
        assertEquals(2, accounts.move(ME, child.id(), 1, Account.OPERATOR).version());
    }

    @Test
    public void anAccountThatDeclaresFieldsIsNotDeleted() {
        Account partner = partner(Account.OPERATOR, "Partner");
        Declaration declared = customFields.declare(in(partner.id()), text("segment"));
        assertRefused(ErrorCode.IN_USE, () -> accounts.delete(ME, partner.id(), 1));
        customFields.delete(in(partner.id()), declared.id(), 1);
        accounts.delete(ME, partner.id(), 1);
    }

    @Test
    public void whatHasValuesIsArchivedAndNotDeleted() {
        Declaration made = customFields.declare(ME, text("segment").mandatory());
        Customer told = customers.create(ME, with("Told", "segment", "a"));
        KontorException refusal = assertThrows(KontorException.class, () -> customFields.delete(ME, made.id(), 1));
        assertEquals(ErrorCode.IN_USE, refusal.code());
        assertTrue(refusal.getMessage(), refusal.getMessage().startsWith("1 record has a value"));
        customFields.setArchived(ME, made.id(), null, true);
        customers.create(ME, named("Untold"));
        assertEquals("a", customers.get(ME, told.id()).values().get(custom("segment")));
        assertViolations(
                List.of("custom.segment archived"), () -> customers.update(ME, told.id(), 1, only("segment", "b")));
        assertEquals(
                "a",
                customers
                        .replace(ME, told.id(), 1, named("Told again"))
                        .values()
                        .get(custom("segment")));
        customers.update(ME, told.id(), 2, only("segment", "a").with(named("Same")));
        customers.update(ME, told.id(), 3, only("segment", null));
        customFields.delete(ME, made.id(), 2);
        assertEquals(List.of(), customFields.list(ME, null));
    }

    @Test
    public void choicesAreAddedAndStay() {
        declareOneOfEachType();
        Declaration colour = customFields.list(ME, CUSTOMER).get(0);
        assertViolations(
                List.of("choices choice_missing"),
                () -> customFields.change(
                        ME, colour.id(), 1, new DeclarationEdit(null, null, null, List.of("Red", "Green"))));
        assertViolations(
                List.of("choices given_twice"),
                () -> customFields.change(
                        ME, colour.id(), 1, new DeclarationEdit(null, null, null, List.of("Red", "Sky blue", "RED"))));
        Declaration more = customFields.change(
                ME, colour.id(), 1, new DeclarationEdit(null, null, null, List.of("Red", "Green", "Sky blue")));
        assertEquals(List.of("Red", "Green", "Sky blue"), more.choices());
        assertEquals(2, more.version());
        customers.create(ME, with("G", "colour", "green"));
        assertRefused(
                ErrorCode.STALE_VERSION,
                () -> customFields.change(ME, colour.id(), 1, new DeclarationEdit("x", null, null, null)));
    }

    @Test
    public void aDeclarationHasRules() {
        assertViolations(
                List.of("recordType required", "key malformed_key", "type required", "label required"),
                () -> customFields.declare(
                        ME, new NewDeclaration(null, "Key", " ", null, null, List.of(), false, null)));
        assertViolations(
                List.of("maxLength out_of_range", "choices not_allowed"),
                () -> customFields.declare(
                        ME, new NewDeclaration(CUSTOMER, "k", "K", CustomType.TEXT, 1001, List.of("a"), false, null)));
        assertViolations(
                List.of("choices out_of_range"),
                () -> customFields.declare(ME, NewDeclaration.optional(CUSTOMER, "k", "K", CustomType.CHOICE)));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> customFields.declare(caller("clerk", Role.SITE_ADMIN), text("k")));
        for (int i = 0; i < 50; i++) {
            customFields.declare(ME, text("k" + i));
        }
        assertViolations(List.of("key too_many"), () -> customFields.declare(ME, text("k50")));
    }

    @Test
    public void aRequestSentAgainGivesTheSameAnswer() {
        declareOneOfEachType();
        CallContext once = ME.withRequest(RequestKey.of("Idempotency-Key", "once", "digest"));
        FieldValues values = with("A", "discount", "0.1234567891")
                .with(only("key_account", false))
                .with(only("segment", "7"));
        assertEquals(customers.create(once, values), customers.create(once, values));
    }

    @Test
    public void locationsAndAccountsHaveThemToo() {
        customFields.declare(ME, NewDeclaration.optional(RecordType.LOCATION, "lift", "Lift", CustomType.FLAG));
        customFields.declare(ME, NewDeclaration.optional(RecordType.ACCOUNT, "plan", "Plan", CustomType.TEXT));
        Customer customer = customers.create(ME, named("C"));
        CustomField lift = CustomField.named(RecordType.LOCATION, "lift");
        var site = site(customer, "Site", null);
        locations.update(
                ME, site.id(), 1, FieldValues.builder().set(lift, "true").build());
        assertEquals(
                List.of(site.id()),
                locations.find(ME, RecordQuery.ALL.where(lift, true)).items().stream()
                        .map(found -> found.id())
                        .toList());
        CustomField plan = CustomField.named(RecordType.ACCOUNT, "plan");
        Account partner = partner(Account.OPERATOR, "Partner");
        accounts.update(
                ME, partner.id(), 1, FieldValues.builder().set(plan, "gold").build());
        assertEquals(
                List.of(partner.id()),
                accounts.find(ME, RecordQuery.ALL.where(plan, "gold")).items().stream()
                        .map(found -> found.id())
                        .toList());
    }
}
