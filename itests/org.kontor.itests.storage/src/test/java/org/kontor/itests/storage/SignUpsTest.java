/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.account.PlanChoice;
import org.kontor.api.account.PlanChoices;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.custom.CustomType;
import org.kontor.api.custom.NewDeclaration;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.people.Invitations;
import org.kontor.api.people.NewInvitation;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.PasswordLinks;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.signup.NewSignUpPage;
import org.kontor.api.signup.SignUpLink.State;
import org.kontor.api.signup.SignUpPage;
import org.kontor.api.signup.SignUpPages;
import org.kontor.api.signup.SignUpWish;
import org.kontor.api.signup.SignUps;
import org.kontor.api.signup.SignedUp;
import org.kontor.core.opening.PlanChoicesService;
import org.kontor.core.people.FirstAdministrator;
import org.kontor.core.people.InvitationDesk;
import org.kontor.core.people.PasswordLinkService;
import org.kontor.core.people.PeopleDeskService;
import org.kontor.core.people.SignInService;
import org.kontor.core.record.Cursors;
import org.kontor.core.record.RuledRecordWriter;
import org.kontor.core.signup.SignUpDesk;
import org.kontor.core.signup.SignUpPageDesk;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.spi.store.Ids;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

/** People who open an account at a partner themselves. */
@Shows({"A13", "P7", "U1"})
public class SignUpsTest extends OnBothDatabases {
    private static final char[] PASSWORD = "correct horse battery".toCharArray();
    private static final char[] OTHER = "another long password".toCharArray();
    private static final List<String> MADE =
            List.of("customer", "account", "person", "membership", "plan_choice", "audit_entry", "change_feed");

    private SignUps signUps;
    private SignUpPages pages;
    private SignInService signIn;
    private PeopleDeskService people;
    private Invitations invitations;
    private PlanChoices plans;
    private LetterBox letters;
    private Account north;
    private CallContext paula;

    @Before
    public void partner() {
        new FirstAdministrator(unitOfWork, new String(PASSWORD));
        Clock clock = Clock.systemUTC();
        signIn = signIn(clock);
        Cursors cursors = new Cursors(new JpaServerSecrets(database.factory()));
        people = new PeopleDeskService(unitOfWork, cursors, lockOut(clock));
        invitations = new InvitationDesk(unitOfWork, cursors);
        plans = new PlanChoicesService(unitOfWork);
        signUps = new SignUpDesk(unitOfWork, new RuledRecordWriter(), clock);
        pages = new SignUpPageDesk(unitOfWork);
        letters = new LetterBox(unitOfWork, ME);
        north = partner("North");
        paula = added(north, "paula");
        page("north", true);
    }

    private Account partner(String name) {
        Customer customer = customers.create(
                ME, FieldValues.builder().set(CustomerField.NAME, name).build());
        return accounts.create(
                ME,
                FieldValues.builder()
                        .set(AccountField.NAME, name)
                        .set(AccountField.TYPE, AccountType.PARTNER.name())
                        .set(AccountField.CUSTOMER, customer.id())
                        .build());
    }

    /** Somebody whose password others know. */
    private CallContext added(Account account, String name) {
        CallContext admin = CallContext.of(signIn.byLogin("admin").orElseThrow(), Source.REST);
        run("INSERT INTO membership (account_id, person_id, roles) VALUES ('" + account.id() + "', '"
                + admin.actor().id() + "', 'PARTNER_ADMIN')");
        people.create(
                accounts.within(admin, account.id()),
                new NewPerson(name, "Name of " + name, Set.of(Role.PARTNER_ADMIN)),
                email(name),
                PASSWORD);
        run("DELETE FROM membership WHERE account_id = '" + account.id() + "' AND person_id = '"
                + admin.actor().id() + "'");
        return CallContext.of(signIn.byLogin(name).orElseThrow(), Source.REST);
    }

    private void run(String sql) {
        try {
            database.run(sql);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private SignUpPage page(String name, boolean on) {
        Long version = unitOfWork
                .read(transaction -> transaction.signUps().page(north.id()))
                .map(SignUpPage::version)
                .orElse(null);
        return pages.put(paula, version, new NewSignUpPage(name, on, null));
    }

    private static String email(String name) {
        return name + "@example.com";
    }

    private static SignUpWish wish(String name) {
        return new SignUpWish(name + " Ltd", "Name of " + name, email(name), "fr");
    }

    private String asked(String name) {
        signUps.ask("north", wish(name));
        return letters.secret();
    }

    private SignedUp confirm(String secret, char[] password) {
        return signUps.confirm(Source.REST, secret, password);
    }

    private List<Long> made() throws Exception {
        List<Long> rows = new ArrayList<>();
        for (String table : MADE) {
            rows.add(database.count("SELECT count(*) FROM " + table));
        }
        return rows;
    }

    private CallContext signedIn(String login) {
        return CallContext.of(signIn.byLogin(login).orElseThrow(), Source.REST);
    }

    @Test
    public void nothingIsMadeBeforeItIsConfirmedAndAllAfterwards() throws Exception {
        List<Long> before = made();
        String secret = asked("mia");
        assertEquals(State.PASSWORD, signUps.look(secret).state());
        assertEquals("mia Ltd", signUps.look(secret).company());
        assertEquals(north.id(), signUps.look(secret).page());
        assertEquals(
                "to open it does not use it up",
                State.PASSWORD,
                signUps.look(secret).state());
        assertViolations(List.of("password out_of_range"), () -> confirm(secret, "short".toCharArray()));
        assertViolations(List.of("password out_of_range"), () -> confirm(secret, null));
        assertEquals(before, made());

        SignedUp done = confirm(secret, PASSWORD);
        assertEquals(email("mia"), done.login());
        assertTrue(done.passwordSet());
        assertTrue(signIn.byPassword(email("mia"), PASSWORD).isPresent());
        CallContext mia = signedIn(email("mia"));
        assertEquals(done.account(), mia.scope());
        assertEquals(Set.of(Role.ACCOUNT_ADMIN), mia.actor().memberRoles());
        Account account = accounts.get(paula, done.account());
        assertEquals("mia Ltd", account.name());
        assertEquals(AccountType.CUSTOMER, account.accountType());
        assertEquals("who set the page up", "paula", account.responsible());
        assertEquals(north.id(), account.header().managingAccount());
        assertEquals("mia Ltd", customers.get(paula, account.customerId()).name());
        assertEquals(
                new PlanChoice(PlanChoice.Kind.TRIAL, 5),
                plans.get(paula, done.account()).orElseThrow());
        for (String type : List.of("customer", "account", "person", "plan_choice")) {
            assertEquals(
                    type,
                    1,
                    database.count("SELECT count(*) FROM audit_entry WHERE record_type = '" + type
                            + "' AND action = 'CREATE' AND actor = 'mia@example.com' AND source = 'REST'"));
        }

        List<Long> after = made();
        assertEquals("once", State.OVER, confirm(secret, OTHER).link().state());
        assertEquals(State.OVER, signUps.look(secret).state());
        assertNull("nothing is told of it any more", signUps.look(secret).company());
        assertEquals(after, made());
        assertTrue(signIn.byPassword(email("mia"), PASSWORD).isPresent());
        letters.turn();
        assertEquals("no invitation beside it", List.of(), letters.secrets());
    }

    @Test
    @Shows("X2")
    public void noSecretStandsAnywhere() throws Exception {
        String secret = asked("mia");
        for (String column : List.of(
                "SELECT count(*) FROM sign_up_secret WHERE hash LIKE '%S%'",
                "SELECT count(*) FROM mail WHERE details LIKE '%S%' OR error LIKE '%S%'")) {
            assertEquals(column, 0, database.count(column.replace("S%", secret + "%")));
        }
        String other = secret.substring(0, 42) + (secret.endsWith("A") ? "Q" : "A");
        for (String wrong : new String[] {"", other, secret + "A", secret + "\0", "' OR 1=1 --"}) {
            assertEquals(State.UNKNOWN, signUps.look(wrong).state());
            assertEquals(State.UNKNOWN, confirm(wrong, PASSWORD).link().state());
        }
        assertEquals("a link for a password is another one", PasswordLinks.State.UNKNOWN, links().look(secret));
    }

    private PasswordLinkService links() {
        return new PasswordLinkService(unitOfWork, Runnable::run, Clock.systemUTC());
    }

    @Test
    public void whoConfirmsAtOnceOpensItOnce() throws Exception {
        String secret = asked("mia");
        long accountsBefore = database.count("SELECT count(*) FROM account");
        List<SignedUp> done = new ArrayList<>();
        atOnce(() -> note(done, confirm(secret, PASSWORD)), () -> note(done, confirm(secret, PASSWORD)));
        assertEquals(2, done.size());
        assertEquals(1, done.stream().filter(one -> one.account() != null).count());
        assertEquals(accountsBefore + 1, database.count("SELECT count(*) FROM account"));
    }

    private static boolean note(List<SignedUp> done, SignedUp one) {
        synchronized (done) {
            return done.add(one);
        }
    }

    @Test
    public void twoWishesOfOneEmailMakeOnePersonAlsoAtOnce() throws Exception {
        String first = asked("mia");
        String second = asked("mia");
        long peopleBefore = database.count("SELECT count(*) FROM person");
        List<SignedUp> done = new ArrayList<>();
        assertEquals(
                List.of("done", "done"),
                atOnce(() -> note(done, confirm(first, PASSWORD)), () -> note(done, confirm(second, PASSWORD))));
        assertEquals(2, done.stream().filter(one -> one.account() != null).count());
        assertEquals(1, done.stream().filter(SignedUp::passwordSet).count());
        assertEquals(peopleBefore + 1, database.count("SELECT count(*) FROM person"));
        assertTrue(signIn.byPassword(email("mia"), PASSWORD).isPresent());
    }

    @Test
    public void anExpiredOneIsOverAndForgottenSoon() throws Exception {
        String secret = asked("mia");
        assertEquals(
                "72 hours",
                1,
                database.count("SELECT count(*) FROM sign_up WHERE expires_at > created_at + INTERVAL '71' HOUR"
                        + " AND expires_at < created_at + INTERVAL '73' HOUR"));
        database.run("UPDATE sign_up SET expires_at = CURRENT_TIMESTAMP");
        assertEquals(State.OVER, confirm(secret, PASSWORD).link().state());
        forget(Duration.ofDays(1));
        assertEquals(State.OVER, signUps.look(secret).state());
        forget(Duration.ofSeconds(-1));
        assertEquals(State.UNKNOWN, signUps.look(secret).state());
        for (String table : List.of("sign_up", "sign_up_secret", "mail")) {
            assertEquals(table, 0, database.count("SELECT count(*) FROM " + table));
        }
        assertFalse(signIn.byLogin(email("mia")).isPresent());
    }

    private void forget(Duration after) {
        unitOfWork.write(ME, transaction -> {
            transaction.signUps().forget(Ids.now().minus(after), Ids.now().minus(Duration.ofDays(31)));
            return null;
        });
    }

    @Test
    public void aPageThatIsOffOrWhosePartnerIsShutDoesNotExist() {
        String secret = asked("mia");
        for (Runnable shut : List.<Runnable>of(
                () -> page("north", false), () -> flag(AccountField.SUSPENDED), () -> flag(AccountField.CLOSED))) {
            shut.run();
            assertRefused(ErrorCode.NOT_FOUND, () -> signUps.page("north"));
            assertRefused(ErrorCode.NOT_FOUND, () -> signUps.ask("north", wish("max")));
            assertEquals(State.UNKNOWN, signUps.look(secret).state());
            assertEquals(State.UNKNOWN, confirm(secret, PASSWORD).link().state());
            openAgain();
            assertEquals(State.PASSWORD, signUps.look(secret).state());
        }
        accounts.setArchived(ME, north.id(), null, true);
        assertRefused(ErrorCode.NOT_FOUND, () -> signUps.page("north"));
        accounts.setArchived(ME, north.id(), null, false);
        for (String nothing : new String[] {"", "south", "North", "north/", "a\0b", "x".repeat(10_000)}) {
            assertRefused(ErrorCode.NOT_FOUND, () -> signUps.ask(nothing, wish("max")));
        }
        pages.delete(paula, pages.get(paula).version());
        assertEquals(State.UNKNOWN, confirm(secret, PASSWORD).link().state());
        assertFalse(signIn.byLogin(email("mia")).isPresent());
    }

    private void flag(AccountField flag) {
        change(FieldValues.builder().set(flag, true).build());
    }

    private void openAgain() {
        change(FieldValues.builder()
                .set(AccountField.SUSPENDED, false)
                .set(AccountField.CLOSED, false)
                .build());
        page("north", true);
    }

    private void change(FieldValues values) {
        accounts.update(ME, north.id(), accounts.get(ME, north.id()).version(), values);
    }

    @Test
    public void aMailThatWaitsIsNotSentForAPageThatIsOff() {
        letters.down = true;
        signUps.ask("north", wish("mia"));
        letters.turn();
        page("north", false);
        letters.down = false;
        letters.advance(Duration.ofMinutes(5));
        letters.turn();
        assertEquals(List.of(), letters.secrets());
    }

    @Test
    public void whoIsKnownKeepsTheirPasswordAndGetsOneMoreAccount() throws Exception {
        confirm(asked("mia"), PASSWORD);
        signUps.ask("north", new SignUpWish("Second Ltd", "Somebody else", "MIA@example.com", null));
        letters.turn();
        assertEquals("signup-known", letters.taken.get(0).subject());
        String secret = letters.secrets().get(0);
        long peopleBefore = database.count("SELECT count(*) FROM person");
        assertEquals(State.KNOWN, signUps.look(secret).state());
        SignedUp done = confirm(secret, OTHER);
        assertFalse(done.passwordSet());
        assertEquals(email("mia"), done.login());
        assertEquals(peopleBefore, database.count("SELECT count(*) FROM person"));
        assertTrue(signIn.byPassword(email("mia"), PASSWORD).isPresent());
        assertFalse(signIn.byPassword(email("mia"), OTHER).isPresent());
        CallContext there = accounts.within(signedIn(email("mia")), done.account());
        assertEquals(Set.of(Role.ACCOUNT_ADMIN), there.actor().memberRoles());
        assertEquals("Name of mia", people.get(there, there.actor().id()).name());
    }

    /** Whoever gave somebody a password would get into the new account by it. */
    @Test
    @Shows("X2")
    public void aPasswordThatOthersMayKnowIsSetAnewFirst() {
        String secret = asked("paula");
        assertEquals(State.NOT_PROVEN, signUps.look(secret).state());
        assertEquals(State.NOT_PROVEN, confirm(secret, null).link().state());
        assertNull(confirm(secret, OTHER).account());
        links().forgotten(email("paula"), null);
        links().setPassword(letters.secret(), OTHER);
        assertEquals(State.KNOWN, signUps.look(secret).state());
        assertFalse(confirm(secret, null).passwordSet());
    }

    @Test
    public void whoIsInvitedAndNeverCameSetsThePasswordSo() {
        NewInvitation invitation = new NewInvitation(null, "Ivo", email("ivo"), Set.of(Role.READ_ONLY), null, false);
        invitations.invite(paula, invitation);
        String invited = letters.secret();
        String secret = asked("ivo");
        assertEquals(State.PASSWORD, signUps.look(secret).state());
        assertTrue(confirm(secret, PASSWORD).passwordSet());
        assertTrue(signIn.byPassword(email("ivo"), PASSWORD).isPresent());
        assertEquals(PasswordLinks.State.OVER, links().look(invited));
    }

    @Test
    public void whoIsShutOutStaysOut() {
        CallContext rita = added(north, "rita");
        people.setDisabled(paula, rita.actor().id(), null, true);
        String secret = asked("rita");
        assertEquals(State.OVER, signUps.look(secret).state());
        assertNull(confirm(secret, PASSWORD).account());
    }

    @Test
    public void aLoginThatIsTakenGetsANumber() {
        people.create(paula, new NewPerson("mia@example.com", "Old Mia", Set.of(Role.READ_ONLY)), null, PASSWORD);
        assertEquals("mia@example.com-2", confirm(asked("mia"), OTHER).login());
        assertTrue(signIn.byPassword("mia@example.com-2", OTHER).isPresent());
    }

    @Test
    @Shows("X3")
    public void fewMailsGoToAnAddressAndNotTooManyFromAPage() throws Exception {
        for (int i = 0; i < 10; i++) {
            signUps.ask("north", wish("mia"));
        }
        letters.turn();
        assertEquals(3, letters.secrets().size());
        database.run("UPDATE sign_up SET created_at = TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00'");
        signUps.ask("north", wish("mia"));
        letters.secret();
        for (int i = 1; i < 100; i++) {
            signUps.ask("north", wish("many" + i));
        }
        assertRefused(ErrorCode.TOO_MANY_REQUESTS, () -> signUps.ask("north", wish("one-more")));
        assertRefused(ErrorCode.TOO_MANY_REQUESTS, () -> signUps.ask("north", wish("mia")));
    }

    @Test
    @Shows("X3")
    public void whatIsTypedInHasTheRulesOfInvitations() {
        for (String[] wrong : new String[][] {
            {"", "N", "a@example.com", "company required"},
            {"C", " \u00a0", "a@example.com", "name required"},
            {"C", "N", "", "email required"},
            {"C", "N", null, "email required"},
            {"C", "N", "not an address", "email malformed_email"},
            {"C", "N", "a@example.com\r\nBcc: b@example.com", "email control_character"},
            {"C\r\nBcc: b@example.com", "N", "a@example.com", "company control_character"},
            {"C", "N\0", "a@example.com", "name control_character"},
            {"C", "N\ud800", "a@example.com", "name control_character"},
            {"C", "x".repeat(10_000), "a@example.com", "name too_long"},
            {"x".repeat(10_000), "N", "a@example.com", "company too_long"},
            {"C", "N", "x".repeat(10_000) + "@example.com", "email too_long"}
        }) {
            assertViolations(
                    List.of(wrong[3]), () -> signUps.ask("north", new SignUpWish(wrong[0], wrong[1], wrong[2], null)));
        }
        assertViolations(
                List.of("language unknown_choice"),
                () -> signUps.ask("north", new SignUpWish("C", "N", "a@example.com", "de")));
        String odd = "\u202e\u05d0\u05d1\u05d2 e\u0301 \ud83c\udf32 <b>";
        signUps.ask("north", new SignUpWish(odd, odd, "odd@example.com", null));
        SignedUp done = confirm(letters.secret(), PASSWORD);
        assertEquals(
                "\u202e\u05d0\u05d1\u05d2 \u00e9 \ud83c\udf32 <b>",
                accounts.get(paula, done.account()).name());
    }

    @Test
    public void whatAPageMustBe() {
        for (String[] wrong : new String[][] {
            {null, "name required"},
            {"ab", "name format"},
            {"-ab", "name format"},
            {"a--b", "name format"},
            {"North", "name format"},
            {"a b", "name format"},
            {"n\u00f6rd", "name format"},
            {"x".repeat(41), "name format"},
            {"admin", "name reserved"},
            {"sign-up", "name reserved"}
        }) {
            assertViolations(List.of(wrong[1]), () -> page(wrong[0], true));
        }
        assertViolations(
                List.of("plan.quantity out_of_range"),
                () -> pages.put(paula, 1L, new NewSignUpPage("north", true, new PlanChoice(PlanChoice.Kind.TRIAL, 0))));
        CallContext sven = added(partner("South"), "sven");
        assertViolations(List.of("name taken"), () -> pages.put(sven, null, new NewSignUpPage("north", true, null)));
        assertRefused(ErrorCode.STALE_VERSION, () -> pages.put(sven, 1L, new NewSignUpPage("south", true, null)));
        assertRefused(ErrorCode.VERSION_REQUIRED, () -> pages.put(paula, null, new NewSignUpPage("north", true, null)));
        assertViolations(
                List.of("account not_a_partner"), () -> pages.put(ME, null, new NewSignUpPage("kk1", true, null)));
        assertRefused(ErrorCode.NOT_FOUND, () -> pages.get(sven));
        CallContext reader = CallContext.of(
                new Actor(UUID.randomUUID(), "r", north.id(), Set.of(Role.CUSTOMER_SUCCESS)), Source.REST);
        assertRefused(ErrorCode.ACCESS_DENIED, () -> pages.delete(reader, 1));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> pages.put(reader, 1L, new NewSignUpPage("x", true, null)));
        assertEquals("north", pages.get(reader).name());
    }

    @Test
    public void twoWhoTakeANameAtOnce() throws Exception {
        CallContext sven = added(partner("South"), "sven");
        CallContext wera = added(partner("West"), "wera");
        assertEquals(
                List.of("INVALID_INPUT", "done"),
                atOnce(
                        () -> pages.put(sven, null, new NewSignUpPage("alike", true, null)),
                        () -> pages.put(wera, null, new NewSignUpPage("alike", true, null))));
    }

    /** Who signs up has nothing more to say than the names; who looks after the account completes it. */
    @Test
    @Shows("C1")
    public void aCreationProfileAsksNothingOfWhoSignsUpAndARequiredFieldKeepsThePageOff() {
        creationProfiles.put(paula, RecordType.CUSTOMER, List.of("address.city"), false);
        assertEquals(email("mia"), confirm(asked("mia"), PASSWORD).login());
        String late = asked("max");
        customFields.declare(
                paula,
                NewDeclaration.optional(RecordType.CUSTOMER, "segment", "Segment", CustomType.TEXT)
                        .mandatory());
        page("north", false);
        assertViolations(List.of("on required_field"), () -> page("north", true));
        assertFalse(signIn.byLogin(email("max")).isPresent());
        assertEquals(State.UNKNOWN, confirm(late, PASSWORD).link().state());
    }
}
