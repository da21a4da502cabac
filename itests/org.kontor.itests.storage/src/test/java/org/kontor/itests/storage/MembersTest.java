/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.Before;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.Invitation;
import org.kontor.api.people.InvitationQuery;
import org.kontor.api.people.InvitationState;
import org.kontor.api.people.Invitations;
import org.kontor.api.people.Membership;
import org.kontor.api.people.NewInvitation;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.NewToken;
import org.kontor.api.people.PeopleDesk;
import org.kontor.api.people.PeopleQuery;
import org.kontor.api.people.PersonDetails;
import org.kontor.api.people.PersonEdit;
import org.kontor.api.people.TokenScope;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordQuery;
import org.kontor.core.people.FirstAdministrator;
import org.kontor.core.people.InvitationDesk;
import org.kontor.core.people.PeopleDeskService;
import org.kontor.core.people.SignInService;
import org.kontor.core.people.TokenDesk;
import org.kontor.core.people.TokenSignInService;
import org.kontor.core.record.Cursors;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** Who is a member of which account, and what that allows: to manage comes from the tree, to enter from membership. */
@Shows({"P6", "P7", "P9", "A16"})
public class MembersTest extends OnBothDatabases {
    private static final char[] PASSWORD = "correct horse battery".toCharArray();
    private static final PeopleQuery ALL = new PeopleQuery(null, null, null, 50, null);

    private SignInService signIn;
    private PeopleDesk desk;
    private Invitations invitations;
    private CallContext admin;
    private Account north;
    private Account miller;
    /** Administrator of the partner "North". */
    private CallContext nora;

    @Before
    public void partnerWithACustomer() throws Exception {
        new FirstAdministrator(unitOfWork, new String(PASSWORD));
        SetClock clock = new SetClock();
        signIn = signIn(clock);
        Cursors cursors = new Cursors(new JpaServerSecrets(database.factory()));
        desk = new PeopleDeskService(unitOfWork, cursors, lockOut(clock));
        invitations = new InvitationDesk(unitOfWork, cursors);
        admin = signedIn("admin");
        north = made(admin, AccountType.PARTNER, "North");
        invitations.invite(in(admin, north), invitation("nora", Role.PARTNER_ADMIN));
        nora = signedIn("nora@example.com");
        setOwnPassword(nora);
        setByMail();
        miller = made(nora, AccountType.CUSTOMER, "Miller");
    }

    private CallContext signedIn(String login) {
        return CallContext.of(signIn.byLogin(login).orElseThrow(), Source.REST);
    }

    private void setOwnPassword(CallContext person) {
        desk.setPassword(
                CallContext.of(person.actor(), Source.SHELL), person.actor().id(), PASSWORD);
    }

    private CallContext in(CallContext context, Account account) {
        return accounts.within(context, account.id());
    }

    private Account made(CallContext context, AccountType type, String name) {
        UUID customer = customers.create(context, named(name)).id();
        return accounts.create(
                context,
                FieldValues.builder()
                        .set(AccountField.NAME, name)
                        .set(AccountField.TYPE, type.name())
                        .set(AccountField.CUSTOMER, customer)
                        .build());
    }

    private static NewInvitation invitation(String name, Role... roles) {
        return new NewInvitation(null, name, name + "@example.com", Set.of(roles), null, false);
    }

    private PersonDetails added(CallContext context, String login, Role... roles) {
        return desk.create(context, new NewPerson(login, login, Set.of(roles)), login + "@example.com", PASSWORD)
                .person();
    }

    /** As if all who are there had set their passwords by the links of mails. */
    private void setByMail() throws Exception {
        database.run("UPDATE person SET proven = TRUE");
    }

    private void suspend(boolean suspended) {
        Account now = accounts.get(admin, north.id());
        accounts.update(
                admin,
                north.id(),
                now.version(),
                FieldValues.builder().set(AccountField.SUSPENDED, suspended).build());
    }

    private static void refused(ErrorCode code, ThrowingRunnable call) {
        assertEquals(code, assertThrows(KontorException.class, call).code());
    }

    private static void invalid(String rule, ThrowingRunnable call) {
        KontorException refusal = assertThrows(KontorException.class, call);
        assertEquals(
                refusal.getMessage(),
                List.of(rule),
                refusal.violations().stream().map(one -> one.rule()).toList());
    }

    private static List<String> logins(List<PersonDetails> people) {
        return people.stream().map(PersonDetails::login).toList();
    }

    @Test
    public void thePeopleOfAnAccountExistForItsMembersAlone() {
        assertEquals(List.of("nora@example.com"), logins(desk.find(nora, ALL).items()));
        UUID id = nora.actor().id();
        CallContext above = in(admin, north);
        refused(ErrorCode.NOT_FOUND, () -> desk.find(above, ALL));
        refused(ErrorCode.NOT_FOUND, () -> desk.get(above, id));
        refused(ErrorCode.NOT_FOUND, () -> desk.get(admin, id));
        refused(ErrorCode.NOT_FOUND, () -> desk.byLogin(admin, "nora@example.com"));
        refused(ErrorCode.NOT_FOUND, () -> desk.setDisabled(above, id, null, true));
        refused(ErrorCode.NOT_FOUND, () -> desk.remove(above, id, null));
        refused(ErrorCode.NOT_FOUND, () -> invitations.find(above, new InvitationQuery(null, 50, null)));
        // what it manages it manages
        assertEquals("Miller", accounts.get(above, miller.id()).name());
    }

    @Test
    @Shows("P2")
    public void whoManagesAnAccountInvitesItsFirstAdministratorUntilOneCame() {
        CallContext above = in(nora, miller);
        InvitationQuery all = new InvitationQuery(null, 50, null);
        invalid("first_administers", () -> invitations.invite(above, invitation("mia", Role.READ_ONLY)));
        Invitation mistyped = invitations.invite(above, invitation("mai", Role.ACCOUNT_ADMIN));
        assertEquals(InvitationState.QUEUED, mistyped.state());
        // nobody came: it is sent again, ended, and another one made
        assertEquals(
                InvitationState.QUEUED, invitations.resend(above, mistyped.id()).state());
        assertEquals(
                InvitationState.REVOKED,
                invitations.revoke(above, mistyped.id()).state());
        Invitation right = invitations.invite(above, invitation("mia", Role.ACCOUNT_ADMIN));
        assertEquals(2, invitations.find(above, all).items().size());
        refused(ErrorCode.NOT_FOUND, () -> desk.find(above, ALL));
        CallContext mia = signedIn("mia@example.com");
        assertEquals(miller.id(), mia.scope());
        setOwnPassword(mia);
        assertEquals(
                InvitationState.ACCEPTED,
                invitations.find(mia, all).items().get(0).state());
        // from now on the account's own people do
        refused(ErrorCode.NOT_FOUND, () -> invitations.find(above, all));
        refused(ErrorCode.NOT_FOUND, () -> invitations.invite(above, invitation("max", Role.ACCOUNT_ADMIN)));
        refused(ErrorCode.NOT_FOUND, () -> invitations.resend(above, right.id()));
        refused(ErrorCode.NOT_FOUND, () -> invitations.revoke(above, right.id()));
        invitations.invite(mia, invitation("max", Role.READ_ONLY));
        assertEquals(
                List.of("mai@example.com", "max@example.com", "mia@example.com"),
                logins(desk.find(mia, ALL).items()));
    }

    @Test
    public void anAccountOfSomebodyWhoEntersItIsNotAwaited() {
        invitations.invite(in(nora, miller), invitation("nora", Role.ACCOUNT_ADMIN));
        refused(
                ErrorCode.NOT_FOUND,
                () -> invitations.invite(in(admin, miller), invitation("max", Role.ACCOUNT_ADMIN)));
    }

    @Test
    public void onePersonIsAMemberOfManyAccounts() throws Exception {
        Account south = made(admin, AccountType.PARTNER, "South");
        Invitation joined = invitations.invite(in(admin, south), invitation("NORA", Role.PARTNER_ADMIN));
        assertEquals(InvitationState.ACCEPTED, joined.state());
        assertEquals(nora.actor().id(), joined.person());
        assertEquals(1, database.count("SELECT count(*) FROM mail WHERE template = 'membership'"));
        List<Membership> mine = signIn.memberships(nora);
        assertEquals(
                List.of("North", "South", "North Lab", "South Lab"),
                mine.stream().map(Membership::name).toList());
        assertTrue(mine.get(0).home());
        CallContext there = in(nora, south);
        assertTrue(there.actor().enters());
        assertFalse(desk.get(there, nora.actor().id()).home());
        // South looks after the roles alone
        UUID id = nora.actor().id();
        long version = desk.get(there, id).version();
        refused(ErrorCode.ACCESS_DENIED, () -> desk.change(there, id, version, new PersonEdit("Other", null, null)));
        refused(ErrorCode.ACCESS_DENIED, () -> desk.setPassword(there, id, PASSWORD));
        refused(ErrorCode.ACCESS_DENIED, () -> desk.setDisabled(there, id, null, true));
        invalid("taken", () -> invitations.invite(there, invitation("nora", Role.BILLING)));
        // what one account sees the other does not
        customers.create(there, named("Southern"));
        assertEquals(1, customers.find(there, RecordQuery.ALL).items().size());
        assertEquals(
                List.of("Miller"),
                customers.find(nora, RecordQuery.ALL).items().stream()
                        .map(one -> one.name())
                        .toList());
        refused(ErrorCode.NOT_FOUND, () -> accounts.get(nora, south.id()));
    }

    @Test
    @Shows({"P4", "X2"})
    public void nobodyGetsIntoAnAccountByAnother() throws Exception {
        // somebody whose password another account knows is taken nowhere else
        added(nora, "eve", Role.BILLING);
        Account south = made(admin, AccountType.PARTNER, "South");
        CallContext above = in(admin, south);
        invalid("not_proven", () -> invitations.invite(above, invitation("eve", Role.PARTNER_ADMIN)));
        setByMail();
        invitations.invite(above, invitation("eve", Role.PARTNER_ADMIN));
        // and of who is taken nobody sets the password or the address
        PersonDetails eve = desk.byLogin(nora, "eve");
        refused(ErrorCode.ACCESS_DENIED, () -> desk.setPassword(nora, eve.id(), PASSWORD));
        PersonEdit address = new PersonEdit(null, "mine@example.com", null);
        refused(ErrorCode.ACCESS_DENIED, () -> desk.change(nora, eve.id(), eve.version(), address));
        PersonEdit rest = new PersonEdit("Eve", "eve@example.com", Set.of(Role.READ_ONLY));
        assertEquals("Eve", desk.change(nora, eve.id(), eve.version(), rest).name());
        // a new address, or a password that somebody else sets, has to be proven anew
        CallContext west = in(admin, made(admin, AccountType.PARTNER, "West"));
        PersonDetails otto = added(nora, "otto", Role.BILLING);
        setByMail();
        desk.setPassword(nora, otto.id(), PASSWORD);
        invalid("not_proven", () -> invitations.invite(west, invitation("otto", Role.PARTNER_ADMIN)));
        setByMail();
        PersonDetails now = desk.get(nora, otto.id());
        desk.change(nora, otto.id(), now.version(), new PersonEdit(null, "o@example.com", null));
        invalid("not_proven", () -> invitations.invite(west, invitation("o", Role.PARTNER_ADMIN)));
    }

    @Test
    public void aMembershipEndsAndAnotherAccountBecomesTheHome() {
        UUID id = nora.actor().id();
        added(nora, "nils", Role.PARTNER_ADMIN);
        CallContext nils = signedIn("nils");
        invalid("last_membership", () -> desk.remove(nils, id, null));
        Account south = made(admin, AccountType.PARTNER, "South");
        invitations.invite(in(admin, south), invitation("nora", Role.PARTNER_ADMIN));
        long version = desk.get(nils, id).version();
        refused(ErrorCode.STALE_VERSION, () -> desk.remove(nils, id, version - 1));
        desk.remove(nils, id, version);
        refused(ErrorCode.NOT_FOUND, () -> desk.get(nils, id));
        refused(ErrorCode.NOT_FOUND, () -> accounts.within(signedIn("nora@example.com"), north.id()));
        assertEquals(south.id(), signedIn("nora@example.com").scope());
        assertTrue(desk.get(signedIn("nora@example.com"), id).home());
    }

    @Test
    public void aSuspensionShutsItsPeopleOutAndNobodyElse() {
        invitations.invite(in(nora, miller), invitation("mia", Role.ACCOUNT_ADMIN));
        suspend(true);
        refused(ErrorCode.ACCOUNT_SUSPENDED, () -> signIn.byLogin("nora@example.com"));
        refused(ErrorCode.ACCOUNT_SUSPENDED, () -> signIn.byPassword("nora@example.com", PASSWORD));
        assertTrue(signIn.byPassword("nora@example.com", "wrong horse battery".toCharArray())
                .isEmpty());
        assertEquals(miller.id(), signedIn("mia@example.com").scope());
        assertEquals("North", accounts.get(in(admin, north), north.id()).name());
        suspend(false);
        assertEquals(north.id(), signedIn("nora@example.com").scope());
    }

    @Test
    public void whoIsAMemberElsewhereGetsInThere() {
        Account south = made(admin, AccountType.PARTNER, "South");
        invitations.invite(in(admin, south), invitation("nora", Role.PARTNER_ADMIN));
        suspend(true);
        CallContext now = signedIn("nora@example.com");
        assertEquals(south.id(), now.scope());
        refused(ErrorCode.ACCOUNT_SUSPENDED, () -> in(now, north));
        // nor does the suspended membership reach what stands below
        refused(ErrorCode.NOT_FOUND, () -> in(now, miller));
    }

    @Test
    public void whatIsDecidedAboutAnAccountIsNotDecidedByItsOwnPeople() {
        long version = north.version();
        for (AccountField field : List.of(AccountField.SUSPENDED, AccountField.CLOSED, AccountField.SANDBOX)) {
            FieldValues on = FieldValues.builder().set(field, true).build();
            refused(ErrorCode.ACCESS_DENIED, () -> accounts.update(nora, north.id(), version, on));
        }
        refused(ErrorCode.ACCESS_DENIED, () -> accounts.setArchived(nora, north.id(), version, true));
        FieldValues name =
                FieldValues.builder().set(AccountField.NAME, "Northern").build();
        assertEquals(
                "Northern", accounts.update(nora, north.id(), version, name).name());
        // what stands below is theirs to decide, also when the call is made for it
        FieldValues sandbox =
                FieldValues.builder().set(AccountField.SANDBOX, true).build();
        assertTrue(accounts.update(in(nora, miller), miller.id(), miller.version(), sandbox)
                .sandbox());
    }

    @Test
    public void rolesAreThoseOfTheAccountAndNoMoreThanOnesOwn() {
        invalid("not_held_here", () -> added(nora, "otto", Role.ACCOUNT_ADMIN));
        invalid("not_held_here", () -> invitations.invite(nora, invitation("otto", Role.SITE_ADMIN)));
        refused(ErrorCode.ACCESS_DENIED, () -> added(nora, "otto", Role.SUPER_ADMIN));
        refused(ErrorCode.ACCESS_DENIED, () -> invitations.invite(nora, invitation("otto", Role.INTEGRATION)));
        PersonDetails bill = added(nora, "bill", Role.BILLING);
        invalid(
                "not_held_here",
                () -> desk.change(
                        nora, bill.id(), bill.version(), new PersonEdit(null, null, Set.of(Role.SUPER_ADMIN))));
        refused(ErrorCode.ACCESS_DENIED, () -> desk.find(signedIn("bill"), ALL));
        refused(ErrorCode.ACCESS_DENIED, () -> customers.create(signedIn("bill"), named("Not his")));
    }

    @Test
    public void theLastAdministratorOfAnAccountStays() throws Exception {
        UUID id = nora.actor().id();
        PersonDetails nils = added(nora, "nils", Role.PARTNER_ADMIN);
        PersonEdit billing = new PersonEdit(null, null, Set.of(Role.BILLING));
        CallContext other = signedIn("nils");
        long version = desk.get(nora, id).version();
        List<String> outcomes = atOnce(
                () -> desk.change(nora, nils.id(), nils.version(), billing),
                () -> desk.change(other, id, version, billing));
        assertEquals(
                outcomes.toString(), 1, outcomes.stream().filter("done"::equals).count());
        assertTrue(outcomes.toString(), outcomes.contains("LAST_ADMINISTRATOR"));
    }

    @Test
    public void whoIsTheLastOneSomewhereIsNotShutOutElsewhere() throws Exception {
        added(nora, "nils", Role.PARTNER_ADMIN);
        setByMail();
        invitations.invite(in(nora, miller), invitation("nils", Role.ACCOUNT_ADMIN));
        UUID nils = desk.byLogin(nora, "nils").id();
        refused(ErrorCode.LAST_ADMINISTRATOR, () -> desk.setDisabled(nora, nils, null, true));
        CallContext there = in(signedIn("nils"), miller);
        invitations.invite(there, invitation("mia", Role.ACCOUNT_ADMIN));
        assertTrue(desk.setDisabled(nora, nils, null, true).disabled());
    }

    @Test
    public void aTokenStaysNarrowInEveryAccount() {
        Account south = made(admin, AccountType.PARTNER, "South");
        invitations.invite(in(admin, south), invitation("nora", Role.PARTNER_ADMIN));
        String secret = new TokenDesk(unitOfWork)
                .create(nora, new NewToken("reads", TokenScope.READ, null))
                .secret();
        CallContext reader = CallContext.of(
                new TokenSignInService(unitOfWork).byToken(secret).orElseThrow(), Source.REST);
        assertEquals(Set.of(Role.READ_ONLY), reader.actor().roles());
        assertEquals(Set.of(Role.READ_ONLY), in(reader, south).actor().roles());
        assertEquals(Set.of(Role.READ_ONLY), in(reader, miller).actor().roles());
        refused(ErrorCode.ACCESS_DENIED, () -> customers.create(in(reader, south), named("No")));
    }

    @Test
    @Shows("U1")
    public void theAuditTellsMembersWhoBecameOne() {
        AuditQuery query = new AuditQuery(null, null, null, null, null, null, 50, null);
        List<AuditEntry> told = journal.find(nora, query).items();
        assertTrue(
                told.toString(),
                told.stream().anyMatch(one -> one.changes().toString().contains("PARTNER_ADMIN")));
        for (CallContext above : List.of(admin, in(admin, north))) {
            assertFalse(journal.find(above, query).items().stream()
                    .anyMatch(one -> one.recordId().equals(nora.actor().id())));
        }
        Account south = made(admin, AccountType.PARTNER, "South");
        invitations.invite(in(admin, south), invitation("sam", Role.PARTNER_ADMIN));
        assertFalse(journal.find(nora, query).toString().contains("sam@example.com"));
    }
}
