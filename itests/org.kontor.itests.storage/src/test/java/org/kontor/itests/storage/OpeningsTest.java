/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.account.FirstAdministrators;
import org.kontor.api.account.FirstAdministrators.Who;
import org.kontor.api.account.NewAccount;
import org.kontor.api.account.Opening;
import org.kontor.api.account.Openings;
import org.kontor.api.account.PlanChoice;
import org.kontor.api.account.PlanChoices;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.RequestKey;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.Membership;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.PeopleDesk;
import org.kontor.api.people.PeopleQuery;
import org.kontor.api.people.PersonDetails;
import org.kontor.api.record.FieldValues;
import org.kontor.core.opening.OpeningService;
import org.kontor.core.opening.PlanChoicesService;
import org.kontor.core.people.FirstAdministrator;
import org.kontor.core.people.PeopleDeskService;
import org.kontor.core.people.SignInService;
import org.kontor.core.record.Cursors;
import org.kontor.core.record.RuledRecordWriter;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** Customer, account, plan choice and administrators at once; the review of it; and who enters afterwards. */
@Shows({"A2", "P1", "P5", "P6"})
public class OpeningsTest extends OnBothDatabases {
    private static final char[] PASSWORD = "correct horse battery".toCharArray();
    private static final List<String> TABLES = List.of(
            "customer",
            "account",
            "account_above",
            "person",
            "membership",
            "mail",
            "password_link",
            "plan_choice",
            "audit_entry",
            "change_feed",
            "idempotent_answer");

    private Openings openings;
    private PlanChoices choices;
    private SignInService signIn;
    private PeopleDesk desk;
    private CallContext admin;
    /** Administrator of a partner. */
    private CallContext paula;

    @Before
    public void partner() {
        new FirstAdministrator(unitOfWork, new String(PASSWORD));
        SetClock clock = new SetClock();
        signIn = signIn(clock);
        desk = new PeopleDeskService(unitOfWork, new Cursors(new JpaServerSecrets(database.factory())), lockOut(clock));
        openings = new OpeningService(unitOfWork, new RuledRecordWriter());
        choices = new PlanChoicesService(unitOfWork);
        admin = signedIn("admin");
        Opening partner = openings.open(admin, wanted("North", AccountType.PARTNER, customer("paula@example.com")));
        assertEquals(
                Role.PARTNER_ADMIN, partner.members().get(0).roles().iterator().next());
        paula = signedIn("paula@example.com");
        assertEquals(partner.account().id(), paula.scope());
    }

    private CallContext signedIn(String login) {
        return CallContext.of(signIn.byLogin(login).orElseThrow(), Source.REST);
    }

    private static FirstAdministrators customer(String email) {
        return new FirstAdministrators(Who.CUSTOMER, "Name of " + email, email, "fr", false, false);
    }

    private static NewAccount wanted(String name, AccountType type, FirstAdministrators administrators) {
        return new NewAccount(
                null,
                FieldValues.builder().set(CustomerField.NAME, name + " Ltd").build(),
                FieldValues.builder()
                        .set(AccountField.NAME, name)
                        .set(AccountField.TYPE, type.name())
                        .build(),
                null,
                administrators);
    }

    private static NewAccount with(NewAccount wanted, PlanChoice plan) {
        return new NewAccount(wanted.customerId(), wanted.customer(), wanted.account(), plan, wanted.administrators());
    }

    private List<Long> rows() throws Exception {
        List<Long> rows = new ArrayList<>();
        for (String table : TABLES) {
            rows.add((long) database.count("SELECT count(*) FROM " + table));
        }
        return rows;
    }

    private static void refused(ErrorCode code, org.junit.function.ThrowingRunnable call) {
        assertEquals(code, assertThrows(KontorException.class, call).code());
    }

    private List<String> members(CallContext context) {
        return desk.find(context, new PeopleQuery(null, null, null, 50, null)).items().stream()
                .map(PersonDetails::login)
                .toList();
    }

    @Test
    public void aReviewTellsAllAndStoresNothing() throws Exception {
        List<Long> before = rows();
        NewAccount wanted = with(
                wanted(
                        "Miller",
                        AccountType.CUSTOMER,
                        new FirstAdministrators(Who.BOTH, "Mia", "mia@example.com", "fr", false, false)),
                new PlanChoice(PlanChoice.Kind.TRIAL, null));
        Opening review = openings.review(paula, wanted);
        assertEquals(before, rows());
        assertFalse(review.stored());
        assertTrue(review.customerIsNew());
        assertEquals("Miller Ltd", review.customer().name());
        assertEquals("Miller", review.account().name());
        assertEquals("paula@example.com", review.account().responsible());
        assertEquals(new PlanChoice(PlanChoice.Kind.TRIAL, 5), review.plan());
        assertEquals(
                List.of("paula@example.com", "mia@example.com"),
                review.members().stream().map(Opening.NewMember::login).toList());
        assertEquals(List.of(new Opening.NewMail("invitation", "mia@example.com", "fr", false)), review.mails());

        Opening opened = openings.open(paula, wanted);
        assertTrue(opened.stored());
        assertEquals(review.plan(), opened.plan());
        assertEquals(review.members().size(), opened.members().size());
        assertEquals(review.mails(), opened.mails());
        assertEquals(opened.plan(), choices.get(paula, opened.account().id()).orElseThrow());
        assertEquals(opened.customer().id(), opened.account().customerId());
    }

    @Test
    public void anAddressIsALoginWhateverLettersItHas() {
        for (String email : List.of("o'brien@example.com", "zoë@example.com", "_x@example.com")) {
            openings.open(paula, wanted("Of " + email, AccountType.CUSTOMER, customer(email)));
            assertEquals(email, signedIn(email).actor().name());
        }
    }

    @Test
    public void exactlyTheChosenOnesEnter() {
        Account theirs = openings.open(paula, wanted("A", AccountType.CUSTOMER, customer("mia@example.com")))
                .account();
        Account mine = openings.open(paula, wanted("B", AccountType.CUSTOMER, FirstAdministrators.ME))
                .account();
        Account both = openings.open(
                        paula,
                        wanted(
                                "C",
                                AccountType.ENTERPRISE,
                                new FirstAdministrators(Who.BOTH, "Max", "max@example.com", null, true, false)))
                .account();
        Map<String, Set<UUID>> enter = Map.of(
                "paula@example.com", Set.of(mine.id(), both.id()),
                "mia@example.com", Set.of(theirs.id()),
                "max@example.com", Set.of(both.id()));
        for (Map.Entry<String, Set<UUID>> one : enter.entrySet()) {
            for (Account account : List.of(theirs, mine, both)) {
                assertEquals(
                        one.getKey() + " in " + account.name(),
                        one.getValue().contains(account.id()),
                        enters(one.getKey(), account.id()));
            }
        }
        assertEquals(List.of("max@example.com", "paula@example.com"), members(accounts.within(paula, both.id())));
        // what is not entered is managed all the same
        CallContext above = accounts.within(paula, theirs.id());
        assertEquals("A", accounts.get(above, theirs.id()).name());
        refused(ErrorCode.NOT_FOUND, () -> members(above));
        choices.choose(above, theirs.id(), new PlanChoice(PlanChoice.Kind.PURCHASED, null));
        // me sends the customer nothing
        assertEquals(
                Role.ACCOUNT_ADMIN,
                accounts.within(paula, mine.id())
                        .actor()
                        .memberRoles()
                        .iterator()
                        .next());
    }

    private boolean enters(String login, UUID account) {
        try {
            return accounts.within(signedIn(login), account).actor().enters();
        } catch (KontorException e) {
            assertEquals(ErrorCode.NOT_FOUND, e.code());
            return false;
        }
    }

    @Test
    public void aKnownEmailBecomesAMemberAndKeepsItsPassword() throws Exception {
        openings.open(paula, wanted("A", AccountType.CUSTOMER, customer("mia@example.com")));
        long links = database.count("SELECT count(*) FROM password_link");
        Opening second = openings.open(paula, wanted("B", AccountType.CUSTOMER, customer("MIA@example.com")));
        assertEquals(
                List.of("membership"),
                second.mails().stream().map(Opening.NewMail::kind).toList());
        assertFalse(second.members().get(0).isNew());
        assertEquals(links + 1, database.count("SELECT count(*) FROM password_link"));
        assertEquals(
                List.of("A", "B"),
                signIn.memberships(signedIn("mia@example.com")).stream()
                        .map(Membership::name)
                        .toList());
    }

    @Test
    public void theCustomersAdministratorMayBecomeOneOfThePartnerToo() {
        FirstAdministrators too = new FirstAdministrators(Who.CUSTOMER, "Mia", "mia@example.com", null, false, true);
        Opening opened = openings.open(paula, wanted("A", AccountType.CUSTOMER, too));
        assertEquals(
                Set.of(Role.PARTNER_ADMIN),
                opened.members().stream()
                        .filter(one -> one.account().equals(paula.scope()))
                        .findFirst()
                        .orElseThrow()
                        .roles());
        assertEquals(List.of("mia@example.com", "paula@example.com"), members(paula));
        desk.create(paula, new NewPerson("carl", "Carl", Set.of(Role.CUSTOMER_SUCCESS)), null, PASSWORD);
        refused(ErrorCode.ACCESS_DENIED, () -> openings.open(signedIn("carl"), wanted("B", AccountType.CUSTOMER, too)));
    }

    @Test
    public void aCustomerWhoIsThereIsTaken() {
        Opening first = openings.open(paula, wanted("A", AccountType.CUSTOMER, FirstAdministrators.ME));
        NewAccount again = new NewAccount(
                first.customer().id(),
                null,
                wanted("Second", AccountType.CUSTOMER, FirstAdministrators.ME).account(),
                null,
                FirstAdministrators.ME);
        Opening second = openings.open(paula, again);
        assertFalse(second.customerIsNew());
        assertEquals(first.customer().id(), second.account().customerId());
        Opening elsewhere = openings.open(admin, wanted("Other", AccountType.CUSTOMER, FirstAdministrators.ME));
        assertViolations(
                List.of("customerId unknown_reference"),
                () -> openings.open(
                        paula,
                        new NewAccount(
                                elsewhere.customer().id(), null, again.account(), null, FirstAdministrators.ME)));
    }

    @Test
    public void whatIsWrongIsToldWithItsPlaceAndNothingStays() throws Exception {
        List<Long> before = rows();
        NewAccount proper = wanted("A", AccountType.CUSTOMER, customer("mia@example.com"));
        assertViolations(
                List.of("customer one_of_two"),
                () -> openings.open(
                        paula, new NewAccount(null, null, proper.account(), null, proper.administrators())));
        assertViolations(
                List.of("customer.name required"),
                () -> openings.open(
                        paula,
                        new NewAccount(null, FieldValues.EMPTY, proper.account(), null, proper.administrators())));
        assertViolations(
                List.of("account.managingAccount not_held"),
                () -> openings.open(paula, wanted("U", AccountType.UNIT, FirstAdministrators.ME)));
        assertViolations(
                List.of("plan.quantity out_of_range"),
                () -> openings.open(paula, with(proper, new PlanChoice(PlanChoice.Kind.PURCHASED, 0))));
        NewAccount lead = new NewAccount(
                null,
                proper.customer(),
                proper.account()
                        .with(FieldValues.builder()
                                .set(AccountField.STAGE, "LEAD")
                                .build()),
                new PlanChoice(PlanChoice.Kind.TRIAL, 5),
                FirstAdministrators.ME);
        assertViolations(List.of("plan.kind follows_partner"), () -> openings.open(paula, lead));
        for (String email : List.of("", "no", "a@b\r\nBcc: x@example.com", "x".repeat(300) + "@example.com")) {
            FirstAdministrators wrong = new FirstAdministrators(Who.CUSTOMER, "Mia", email, null, false, false);
            KontorException refusal = assertThrows(
                    KontorException.class, () -> openings.open(paula, wanted("A", AccountType.CUSTOMER, wrong)));
            assertEquals("administrators.email", refusal.violations().get(0).field());
            assertEquals(1, refusal.violations().size());
        }
        FirstAdministrators nameless = new FirstAdministrators(Who.BOTH, null, "mia@example.com", null, false, false);
        assertViolations(
                List.of("administrators.name required"),
                () -> openings.open(paula, wanted("A", AccountType.CUSTOMER, nameless)));
        FirstAdministrators meWithMail = new FirstAdministrators(Who.ME, null, "mia@example.com", null, false, false);
        assertViolations(
                List.of("administrators.email not_with_me"),
                () -> openings.open(paula, wanted("A", AccountType.CUSTOMER, meWithMail)));
        assertEquals(before, rows());
    }

    @Test
    public void sentAgainUnderItsKeyItIsDoneOnce() throws Exception {
        AtomicInteger repeated = new AtomicInteger();
        CallContext keyed = paula.withRequest(
                RequestKey.of("Idempotency-Key", "one", "digest").whenRepeated(repeated::incrementAndGet));
        NewAccount wanted = with(
                wanted("A", AccountType.CUSTOMER, customer("mia@example.com")),
                new PlanChoice(PlanChoice.Kind.PURCHASED, 7));
        Opening first = openings.open(keyed, wanted);
        List<Long> after = rows();
        Opening second = openings.open(keyed, wanted);
        assertEquals(1, repeated.get());
        assertEquals(after, rows());
        assertEquals(first.account().id(), second.account().id());
        assertEquals(first.account().values(), second.account().values());
        assertEquals(first.members(), second.members());
        assertEquals(first.mails(), second.mails());
        assertEquals(first.plan(), second.plan());
    }

    @Test
    public void aPlanIsChosenByThoseWhoManageTheAccount() {
        Account account = openings.open(paula, wanted("A", AccountType.CUSTOMER, customer("mia@example.com")))
                .account();
        assertTrue(choices.get(paula, account.id()).isEmpty());
        assertEquals(
                new PlanChoice(PlanChoice.Kind.TRIAL, 5),
                choices.choose(paula, account.id(), new PlanChoice(PlanChoice.Kind.TRIAL, null)));
        PlanChoice use = choices.choose(paula, account.id(), new PlanChoice(PlanChoice.Kind.PURCHASED, null));
        assertNull(use.quantity());
        assertEquals(use, choices.get(signedIn("mia@example.com"), account.id()).orElseThrow());
        refused(ErrorCode.ACCESS_DENIED, () -> choices.choose(signedIn("mia@example.com"), account.id(), use));
        Account other = openings.open(admin, wanted("B", AccountType.CUSTOMER, FirstAdministrators.ME))
                .account();
        refused(ErrorCode.NOT_FOUND, () -> choices.choose(paula, other.id(), use));
        refused(ErrorCode.NOT_FOUND, () -> choices.get(paula, other.id()));
    }
}
