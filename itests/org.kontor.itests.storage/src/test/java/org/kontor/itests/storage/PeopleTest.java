/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.Before;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.PeopleDesk;
import org.kontor.api.people.PeopleQuery;
import org.kontor.api.people.PersonDetails;
import org.kontor.api.people.PersonEdit;
import org.kontor.api.people.PersonWithPassword;
import org.kontor.api.people.TokenScope;
import org.kontor.api.record.Page;
import org.kontor.core.people.FirstAdministrator;
import org.kontor.core.people.PeopleDeskService;
import org.kontor.core.people.SignInService;
import org.kontor.core.record.Cursors;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

/** People, and who may do what with them. */
@Shows({"P4", "P7", "P9", "U1"})
public class PeopleTest extends OnBothDatabases {
    private static final char[] PASSWORD = "correct horse battery".toCharArray();

    private final SetClock clock = new SetClock();
    private PeopleDesk desk;
    private SignInService signIn;
    private CallContext admin;

    @Before
    public void administrator() {
        new FirstAdministrator(unitOfWork, new String(PASSWORD));
        signIn = signIn(clock);
        desk = new PeopleDeskService(unitOfWork, new Cursors(new JpaServerSecrets(database.factory())), lockOut(clock));
        admin = signedIn("admin");
    }

    private CallContext signedIn(String login) {
        return CallContext.of(signIn.byLogin(login).orElseThrow(), Source.REST);
    }

    private PersonDetails made(String login, Role... roles) {
        return desk.create(admin, new NewPerson(login, "Name of " + login, Set.of(roles)), null, PASSWORD)
                .person();
    }

    private List<String> logins(PeopleQuery query) {
        return desk.find(admin, query).items().stream()
                .map(PersonDetails::login)
                .toList();
    }

    private static PeopleQuery text(String text) {
        return new PeopleQuery(text, null, null, 50, null);
    }

    @Test
    public void somebodyIsMadeAndThePasswordIsShownOnce() throws Exception {
        PersonWithPassword made = desk.create(
                admin, new NewPerson("Rita", " Rita Müller ", Set.of(Role.BILLING)), "Rita@Example.com", null);
        PersonDetails rita = made.person();
        assertEquals("rita", rita.login());
        assertEquals("Rita Müller", rita.name());
        assertEquals("Rita@Example.com", rita.email());
        assertEquals(1, rita.version());
        assertFalse(rita.disabled());
        assertTrue(signIn.byPassword("rita", made.password()).isPresent());
        assertNull(desk.create(admin, new NewPerson("b", "B", Set.of(Role.BILLING)), " ", PASSWORD)
                .password());
        assertEquals(
                0,
                database.count("SELECT count(*) FROM audit_value WHERE changes LIKE '%" + new String(made.password())
                        + "%' OR changes LIKE '%pbkdf2%'"));
        assertFalse(made.toString(), made.toString().contains(new String(made.password())));
        assertEquals(1, database.count("SELECT count(*) FROM audit_value WHERE changes LIKE '%Rita@Example.com%'"));
    }

    @Test
    public void oneEmailIsOnePerson() {
        desk.create(admin, new NewPerson("a", "A", Set.of(Role.BILLING)), "one@example.com", PASSWORD);
        NewPerson other = new NewPerson("b", "B", Set.of(Role.BILLING));
        assertViolations(List.of("email taken"), () -> desk.create(admin, other, "ONE@Example.Com", PASSWORD));
        PersonDetails b = desk.create(admin, other, null, PASSWORD).person();
        assertViolations(
                List.of("email taken"),
                () -> desk.change(admin, b.id(), 1, new PersonEdit(null, "One@example.com", null)));
        PersonDetails own = desk.byLogin(admin, "A");
        assertEquals(
                "ONE@example.com",
                desk.change(admin, own.id(), 1, new PersonEdit(null, "ONE@example.com", null))
                        .email());
        assertNull(
                desk.change(admin, own.id(), 2, new PersonEdit(null, "", null)).email());
        assertEquals(
                "one@example.com",
                desk.change(admin, b.id(), 1, new PersonEdit(null, "one@example.com", null))
                        .email());
    }

    @Test
    public void twoWhoTakeTheSameEmailAtOnceAreNotBoth() throws Exception {
        List<String> outcomes = atOnce(
                () -> desk.create(admin, new NewPerson("a", "A", Set.of(Role.BILLING)), "one@example.com", PASSWORD),
                () -> desk.create(admin, new NewPerson("b", "B", Set.of(Role.BILLING)), "One@example.com", PASSWORD));
        assertEquals(List.of("INVALID_INPUT", "done"), outcomes);
        assertEquals(2, database.count("SELECT count(*) FROM person"));
    }

    @Test
    public void whatIsWrongIsNamed() {
        Set<Role> reader = Set.of(Role.READ_ONLY);
        for (String name : new String[] {"x".repeat(10_000), "x".repeat(201)}) {
            wrong("name too_long", new NewPerson("a", name, reader), null);
        }
        wrong("name control_character", new NewPerson("a", "a\u0007b", reader), null);
        wrong("name control_character", new NewPerson("a", "a\0b", reader), null);
        wrong("name control_character", new NewPerson("a", "a\uD800b", reader), null);
        wrong("name required", new NewPerson("a", "\u00A0 ", reader), null);
        wrong("email control_character", new NewPerson("a", "A", reader), "a@example.com\r\nBcc: b@example.com");
        wrong("email malformed_email", new NewPerson("a", "A", reader), "a at example.com");
        wrong("email too_long", new NewPerson("a", "A", reader), "a@" + "x".repeat(10_000) + ".com");
        wrong("login format", new NewPerson("a\nb", "A", reader), null);
        wrong("login format", new NewPerson("x".repeat(255), "A", reader), null);
        wrong("roles required", new NewPerson("a", "A", Set.of()), null);
        PersonDetails rita = made("rita", Role.READ_ONLY);
        assertViolations(
                List.of("name required", "email malformed_email", "roles required"),
                () -> desk.change(admin, rita.id(), 1, new PersonEdit(" ", "x", Set.of())));
        assertViolations(List.of("password out_of_range"), () -> desk.setPassword(admin, rita.id(), new char[11]));
        assertViolations(List.of("limit out_of_range"), () -> desk.find(admin, query(0, null)));
        assertViolations(List.of("q malformed"), () -> desk.find(admin, text("a\0")));
        assertRefused(ErrorCode.INVALID_CURSOR, () -> desk.find(admin, query(1, "abc")));
        assertEquals(1, desk.get(admin, rita.id()).version());
    }

    private void wrong(String expected, NewPerson person, String email) {
        assertViolations(List.of(expected), () -> desk.create(admin, person, email, PASSWORD));
    }

    private static PeopleQuery query(int limit, String cursor) {
        return new PeopleQuery(null, null, null, limit, cursor);
    }

    @Test
    public void theLongestNameAndEmailFit() {
        String name = "\uD83D\uDE00".repeat(200);
        String email = "\uD83D\uDE00".repeat(60) + "@" + ("x".repeat(60) + ".").repeat(3) + "example";
        PersonDetails made = desk.create(admin, new NewPerson("a", name, Set.of(Role.BILLING)), email, PASSWORD)
                .person();
        assertEquals(name, desk.get(admin, made.id()).name());
        assertEquals(email, desk.get(admin, made.id()).email());
    }

    @Test
    public void theListFiltersAndPages() {
        made("carl", Role.BILLING);
        made("anna", Role.READ_ONLY, Role.BILLING);
        PersonDetails bert = made("bert", Role.SUPER_ADMIN);
        desk.change(admin, bert.id(), 1, new PersonEdit("Bert Müller_1", "b.x@example.com", null));
        desk.setDisabled(admin, bert.id(), null, true);

        assertEquals(List.of("admin", "anna", "bert", "carl"), logins(text(null)));
        assertEquals(List.of("bert"), logins(text("MULLER")));
        assertEquals(List.of("bert"), logins(text("r_1")));
        assertEquals(List.of("bert"), logins(text("B.X@")));
        assertEquals(List.of("anna"), logins(text("nN")));
        assertEquals(List.of(), logins(text("%")));
        assertEquals(List.of("anna", "carl"), logins(new PeopleQuery(null, Role.BILLING, null, 50, null)));
        assertEquals(List.of("bert"), logins(new PeopleQuery(null, null, true, 50, null)));
        assertEquals(List.of("admin", "anna", "carl"), logins(new PeopleQuery(null, null, false, 50, null)));

        Page<PersonDetails> first = desk.find(admin, query(3, null));
        assertEquals("bert", first.items().get(2).login());
        assertEquals(List.of("carl"), logins(query(3, first.next())));
        assertRefused(
                ErrorCode.INVALID_CURSOR, () -> desk.find(admin, new PeopleQuery("x", null, null, 3, first.next())));
    }

    @Test
    public void aChangeIsBasedOnAVersionAndAudited() throws Exception {
        PersonDetails rita = made("rita", Role.READ_ONLY);
        PersonDetails after = desk.change(admin, rita.id(), 1, new PersonEdit("Rita R.", null, Set.of(Role.BILLING)));
        assertEquals(2, after.version());
        assertEquals(Set.of(Role.BILLING), after.roles());
        assertEquals(Set.of(Role.BILLING), signIn.byLogin("rita").orElseThrow().roles());
        assertRefused(
                ErrorCode.STALE_VERSION, () -> desk.change(admin, rita.id(), 1, new PersonEdit("Old", null, null)));
        assertRefused(ErrorCode.STALE_VERSION, () -> desk.setDisabled(admin, rita.id(), 1L, true));
        long entries = database.count("SELECT count(*) FROM audit_entry");
        assertEquals(
                2,
                desk.change(admin, rita.id(), 2, new PersonEdit("Rita R.", null, Set.of(Role.BILLING)))
                        .version());
        assertEquals(2, desk.setDisabled(admin, rita.id(), null, false).version());
        assertEquals(entries, database.count("SELECT count(*) FROM audit_entry"));
        assertEquals(
                1,
                database.count("SELECT count(*) FROM audit_entry WHERE record_type = 'person' AND actor = 'admin'"
                        + " AND action = 'UPDATE' AND record_version = 2"));
        assertEquals(1, database.count("SELECT count(*) FROM audit_value WHERE changes LIKE '%READ_ONLY%BILLING%'"));
    }

    @Test
    public void oneOfTwoChangesAtOnceIsRefused() throws Exception {
        PersonDetails rita = made("rita", Role.READ_ONLY);
        assertEquals(
                List.of("STALE_VERSION", "done"),
                atOnce(
                        () -> desk.change(admin, rita.id(), 1, new PersonEdit("One", null, null)),
                        () -> desk.change(admin, rita.id(), 1, new PersonEdit("Two", null, null))));
        assertEquals(2, desk.get(admin, rita.id()).version());
    }

    @Test
    @Shows({"P9", "X2"})
    public void whoIsDisabledIsOutWithTheNextRequest() {
        PersonDetails rita = made("rita", Role.READ_ONLY);
        SignInService otherNode = signIn(clock);
        assertTrue(signIn.byPassword("rita", PASSWORD).isPresent());
        assertTrue(otherNode.byPassword("rita", PASSWORD).isPresent());
        assertTrue(desk.setDisabled(admin, rita.id(), 1L, true).disabled());
        assertFalse(signIn.byPassword("rita", PASSWORD).isPresent());
        assertFalse(otherNode.byPassword("rita", PASSWORD).isPresent());
        assertFalse(signIn.byLogin("rita").isPresent());
        desk.setDisabled(admin, rita.id(), 2L, false);
        assertTrue(signIn.byPassword("rita", PASSWORD).isPresent());
    }

    @Test
    public void aNewPasswordReplacesTheOld() throws Exception {
        PersonDetails rita = made("rita", Role.READ_ONLY);
        assertTrue(signIn.byPassword("rita", PASSWORD).isPresent());
        char[] replacement = desk.setPassword(admin, rita.id(), null).password();
        assertFalse(signIn.byPassword("rita", PASSWORD).isPresent());
        assertTrue(signIn.byPassword("rita", replacement).isPresent());
        assertNull(desk.setPassword(admin, rita.id(), PASSWORD).password());
        assertTrue(signIn.byPassword("rita", PASSWORD).isPresent());
        assertEquals(
                2,
                database.count("SELECT count(*) FROM audit_value WHERE changes LIKE '%password%(changed)%' AND changes"
                        + " NOT LIKE '%" + new String(replacement) + "%'"));
    }

    /** A token that leaked would lock its owner out. */
    @Test
    @Shows("X2")
    public void aTokenSetsNoPasswordAndNotItsOwnersAddress() {
        PersonDetails rita = made("rita", Role.READ_ONLY);
        Actor self = admin.actor();
        CallContext byToken = CallContext.of(
                new Actor(self.id(), self.name(), self.account(), Set.of(), self.memberRoles(), TokenScope.FULL),
                Source.REST);
        denied(() -> desk.setPassword(byToken, self.id(), PASSWORD));
        denied(() -> desk.setPassword(byToken, rita.id(), null));
        denied(() -> desk.change(byToken, self.id(), 1, new PersonEdit(null, "thief@example.com", null)));
        assertEquals(
                "Admin",
                desk.change(byToken, self.id(), 1, new PersonEdit("Admin", null, null))
                        .name());
        assertEquals(
                "rita@example.com",
                desk.change(byToken, rita.id(), 1, new PersonEdit(null, "rita@example.com", null))
                        .email());
        assertTrue(signIn.byPassword("rita", PASSWORD).isPresent());
    }

    @Test
    @Shows("X2")
    public void onesOwnPasswordIsChangedWithTheOldOneOrAtTheShell() {
        UUID self = admin.actor().id();
        denied(() -> desk.setPassword(admin, self, PASSWORD));
        denied(() -> desk.setPassword(CallContext.of(admin.actor(), Source.SOAP), self, null));
        char[] made = desk.setPassword(CallContext.of(admin.actor(), Source.SHELL), self, null)
                .password();
        assertTrue(signIn.byPassword("admin", made).isPresent());
    }

    @Test
    @Shows("P6")
    public void onlyAdministratorsAndOperatorsMayDoIt() {
        PersonDetails rita = made("rita", Role.READ_ONLY);
        PersonDetails operator = made("op", Role.PLATFORM_OPERATOR);
        made("super", Role.SUPER_ADMIN);
        made("partner", Role.PARTNER_ADMIN);
        PersonEdit edit = new PersonEdit("X", null, null);
        CallContext partner = signedIn("partner");
        NewPerson other = new NewPerson("other", "Other", Set.of(Role.READ_ONLY));
        denied(() -> desk.find(partner, text(null)));
        denied(() -> desk.get(partner, rita.id()));
        denied(() -> desk.byLogin(partner, "rita"));
        denied(() -> desk.create(partner, other, null, PASSWORD));
        denied(() -> desk.change(partner, rita.id(), 1, edit));
        denied(() -> desk.setDisabled(partner, rita.id(), null, true));
        denied(() -> desk.setPassword(partner, rita.id(), PASSWORD));
        denied(() -> desk.unlock(partner, rita.id()));

        CallContext superAdmin = signedIn("super");
        NewPerson operator2 = new NewPerson("op2", "Op", Set.of(Role.PLATFORM_OPERATOR));
        denied(() -> desk.create(superAdmin, operator2, null, PASSWORD));
        denied(() -> desk.change(superAdmin, operator.id(), 1, edit));
        denied(() -> desk.change(superAdmin, rita.id(), 1, new PersonEdit(null, null, Set.of(Role.PLATFORM_OPERATOR))));
        denied(() -> desk.setDisabled(superAdmin, operator.id(), null, true));
        denied(() -> desk.setPassword(superAdmin, operator.id(), null));
        denied(() -> desk.unlock(superAdmin, operator.id()));
        assertEquals("X", desk.change(superAdmin, rita.id(), 1, edit).name());
        desk.setDisabled(admin, operator.id(), null, true);
        denied(() -> desk.setDisabled(superAdmin, operator.id(), null, false));
    }

    private static void denied(ThrowingRunnable call) {
        assertRefused(ErrorCode.ACCESS_DENIED, call);
    }

    @Test
    public void whoIsNotThereIsNotFound() {
        PersonEdit edit = new PersonEdit("", null, null);
        UUID id = UUID.randomUUID();
        assertRefused(ErrorCode.NOT_FOUND, () -> desk.get(admin, id));
        assertRefused(ErrorCode.NOT_FOUND, () -> desk.change(admin, id, 1, edit));
        assertRefused(ErrorCode.NOT_FOUND, () -> desk.setDisabled(admin, id, null, true));
        assertRefused(ErrorCode.NOT_FOUND, () -> desk.setPassword(admin, id, PASSWORD));
        assertRefused(ErrorCode.NOT_FOUND, () -> desk.unlock(admin, id));
        assertRefused(ErrorCode.NOT_FOUND, () -> desk.byLogin(admin, "nobody"));
    }

    @Test
    public void theLastAdministratorStaysOne() {
        UUID self = admin.actor().id();
        PersonEdit demotion = new PersonEdit(null, null, Set.of(Role.READ_ONLY));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> desk.setDisabled(admin, self, null, true));
        assertRefused(ErrorCode.LAST_ADMINISTRATOR, () -> desk.change(admin, self, 1, demotion));
        // a super administrator cannot make an operator
        made("super", Role.SUPER_ADMIN);
        assertRefused(ErrorCode.LAST_ADMINISTRATOR, () -> desk.change(admin, self, 1, demotion));

        PersonDetails operator = made("op", Role.PLATFORM_OPERATOR);
        assertRefused(ErrorCode.ACCESS_DENIED, () -> desk.setDisabled(admin, self, null, true));
        assertEquals(2, desk.change(admin, self, 1, demotion).version());
        CallContext other = signedIn("op");
        assertRefused(ErrorCode.ACCESS_DENIED, () -> desk.setDisabled(other, operator.id(), null, true));
        // a disabled one does not count
        PersonDetails third = made("third", Role.PLATFORM_OPERATOR);
        desk.setDisabled(other, third.id(), null, true);
        assertRefused(ErrorCode.LAST_ADMINISTRATOR, () -> desk.change(other, operator.id(), 1, demotion));
    }

    @Test
    public void twoAdministratorsWhoDisableEachOtherAtOnceAreNotBothGone() throws Exception {
        UUID self = admin.actor().id();
        for (int round = 0; round < 5; round++) {
            PersonDetails operator = made("op" + round, Role.PLATFORM_OPERATOR);
            CallContext other = signedIn("op" + round);
            List<String> outcomes = atOnce(
                    () -> desk.setDisabled(admin, operator.id(), null, true),
                    () -> desk.setDisabled(other, self, null, true));
            assertEquals(List.of("LAST_ADMINISTRATOR", "done"), outcomes);
            assertEquals(1, database.count("SELECT count(*) FROM person WHERE disabled = false"));
            database.run("UPDATE person SET disabled = (login <> 'admin')");
        }
    }

    @Test
    public void twoOperatorsWhoStepBackAtOnceDoNotBoth() throws Exception {
        PersonDetails operator = made("op", Role.PLATFORM_OPERATOR);
        CallContext other = signedIn("op");
        PersonEdit demotion = new PersonEdit(null, null, Set.of(Role.READ_ONLY));
        assertEquals(
                List.of("LAST_ADMINISTRATOR", "done"),
                atOnce(
                        () -> desk.change(admin, admin.actor().id(), 1, demotion),
                        () -> desk.change(other, operator.id(), 1, demotion)));
    }

    @Test
    @Shows("P7")
    public void theLastSignInIsShownToTheMinute() throws Exception {
        PersonDetails rita = made("rita", Role.READ_ONLY);
        assertNull(desk.get(admin, rita.id()).lastSignIn());
        assertFalse(signIn.byPassword("rita", "wrong wrong wrong".toCharArray()).isPresent());
        assertNull(desk.get(admin, rita.id()).lastSignIn());
        signIn.byPassword("rita", PASSWORD);
        assertEquals(clock.instant(), desk.get(admin, rita.id()).lastSignIn());
        Instant first = clock.instant();
        clock.advance(Duration.ofSeconds(59));
        signIn.byPassword("rita", PASSWORD);
        assertEquals(first, desk.get(admin, rita.id()).lastSignIn());
        clock.advance(Duration.ofSeconds(1));
        signIn.byPassword("rita", PASSWORD);
        PersonDetails after = desk.get(admin, rita.id());
        assertEquals(clock.instant(), after.lastSignIn());
        assertEquals(1, after.version());
        assertNotNull(desk.find(admin, text("rita")).items().get(0).lastSignIn());
    }

    @Test
    @Shows("P7")
    public void whatCannotBeNotedFailsNoSignIn() throws Exception {
        made("rita", Role.READ_ONLY);
        assertTrue(signIn.byPassword("rita", PASSWORD).isPresent());
        clock.advance(Duration.ofMinutes(2));
        // a row that cannot be written any more
        database.run("ALTER TABLE person ADD CONSTRAINT broken CHECK (last_sign_in IS NULL OR last_sign_in < TIMESTAMP"
                + " WITH TIME ZONE '2026-11-22 10:01:00+00')");
        assertTrue(signIn.byPassword("rita", PASSWORD).isPresent());
        assertTrue(signIn.byPassword("rita", PASSWORD).isPresent());
    }
}
