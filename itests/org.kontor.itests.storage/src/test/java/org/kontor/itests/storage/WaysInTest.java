/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.people.Invitation;
import org.kontor.api.people.InvitationState;
import org.kontor.api.people.Invitations;
import org.kontor.api.people.NewInvitation;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.NewToken;
import org.kontor.api.people.PasswordLinks;
import org.kontor.api.people.TokenScope;
import org.kontor.api.people.TokenSignIn;
import org.kontor.api.record.FieldValues;
import org.kontor.core.people.FirstAdministrator;
import org.kontor.core.people.InvitationDesk;
import org.kontor.core.people.PasswordLinkService;
import org.kontor.core.people.PeopleDeskService;
import org.kontor.core.people.SignInService;
import org.kontor.core.people.TokenDesk;
import org.kontor.core.people.TokenSignInService;
import org.kontor.core.record.Cursors;
import org.kontor.persistence.migration.Migration;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** Who was invited and did not come yet: what is known of them, and what brings them in. */
@Shows({"P2", "P6", "P7", "X2"})
public class WaysInTest extends OnBothDatabases {
    private static final char[] PASSWORD = "correct horse battery".toCharArray();

    private static final char[] OTHER = "another long password".toCharArray();

    private SignInService signIn;
    private PeopleDeskService people;
    private Invitations invitations;
    private PasswordLinks links;
    private LetterBox letters;
    private CallContext admin;
    private Account north;
    private Account south;

    @Before
    public void twoPartners() {
        new FirstAdministrator(unitOfWork, new String(PASSWORD));
        signIn = signIn(Clock.systemUTC());
        Cursors cursors = new Cursors(new JpaServerSecrets(database.factory()));
        people = new PeopleDeskService(unitOfWork, cursors, lockOut(Clock.systemUTC()));
        invitations = new InvitationDesk(unitOfWork, cursors);
        links = new PasswordLinkService(unitOfWork, Runnable::run, Clock.systemUTC());
        letters = new LetterBox(unitOfWork, ME);
        admin = CallContext.of(signIn.byLogin("admin").orElseThrow(), Source.REST);
        north = partner("North");
        south = partner("South");
    }

    private Account partner(String name) {
        UUID customer = customers.create(admin, named(name)).id();
        return accounts.create(
                admin,
                FieldValues.builder()
                        .set(AccountField.NAME, name)
                        .set(AccountField.TYPE, AccountType.PARTNER.name())
                        .set(AccountField.CUSTOMER, customer)
                        .build());
    }

    private static NewInvitation invitation(String name, Role role) {
        return new NewInvitation(null, name, name + "@example.com", Set.of(role), null, false);
    }

    private Invitation invite(CallContext context, String name) {
        return invitations.invite(context, invitation(name, Role.PARTNER_ADMIN));
    }

    private CallContext above(Account account) {
        return accounts.within(admin, account.id());
    }

    /** Somebody who came by the link of the only mail that is there. */
    private CallContext came(String name) {
        assertEquals(PasswordLinks.State.OPEN, links.setPassword(letters.secret(), PASSWORD));
        return CallContext.of(signIn.byLogin(name + "@example.com").orElseThrow(), Source.REST);
    }

    private boolean comesIn(String name) {
        return signIn.byPassword(name + "@example.com", PASSWORD).isPresent();
    }

    @Test
    public void whoWasInvitedByAnotherProcessHasNoPasswordEither() throws Exception {
        Invitation invited = invite(above(north), "rita");
        // as a process before had it, which stored a hash of its own
        database.run(
                "UPDATE person SET password_hash = 'pbkdf2-sha512:1:AAAA:AAAA' WHERE id = '" + invited.person() + "'");
        database.run("DELETE FROM databasechangelog WHERE id = '0028-no-password'");
        new Migration().prepare(database.dataSource());
        assertEquals(InvitationState.ACCEPTED, invite(above(south), "rita").state());
        assertEquals(
                "and admin has one still",
                1,
                database.count("SELECT count(*) FROM person WHERE password_hash LIKE 'pbkdf2%'"));
    }

    @Test
    public void noPasswordFitsWhoHasNone() throws Exception {
        invite(above(north), "rita");
        assertEquals(1, database.count("SELECT count(*) FROM person WHERE password_hash = 'none'"));
        for (String guess : List.of("none", "", "nobody has this one")) {
            assertFalse(
                    guess,
                    signIn.byPassword("rita@example.com", guess.toCharArray()).isPresent());
        }
    }

    @Test
    public void whoCameByAnotherLinkThanTheInvitationHasCome() throws Exception {
        CallContext above = above(north);
        invite(above, "nora");
        letters.secret();
        links.forgotten("nora@example.com", null);
        // as versions before left it, which ended the invitation alone
        database.run("UPDATE password_link SET outcome = 'REVOKED' WHERE kind = 'INVITATION'");
        came("nora");
        assertTrue(comesIn("nora"));
        assertRefused(ErrorCode.NOT_FOUND, () -> invite(above, "nils"));
    }

    @Test
    public void theWrongAddressDoesNotComeInByAForgottenPassword() {
        CallContext above = above(north);
        Invitation wrong = invite(above, "nroa");
        letters.secret();
        links.forgotten("nroa@example.com", null);
        String asked = letters.secret();
        assertEquals(
                InvitationState.REVOKED, invitations.revoke(above, wrong.id()).state());
        assertEquals(PasswordLinks.State.OVER, links.setPassword(asked, PASSWORD));
        nothingIsMailedTo("nroa");
    }

    private void nothingIsMailedTo(String name) {
        links.forgotten(name + "@example.com", null);
        letters.turn();
        assertEquals(List.of(), letters.secrets());
    }

    @Test
    public void whoIsInvitedForLaterIsNotMailedBefore() {
        CallContext above = above(north);
        Invitation later = invitations.invite(
                above, new NewInvitation(null, "Rita", "rita@example.com", Set.of(Role.PARTNER_ADMIN), null, true));
        nothingIsMailedTo("rita");
        invitations.resend(above, later.id());
        letters.secret();
        links.forgotten("rita@example.com", null);
        assertEquals("by now", PasswordLinks.State.OPEN, links.look(letters.secret()));
    }

    @Test
    public void whoWasSentInstructionsOrMissedTheTimeAsksAgain() throws Exception {
        Invitation later = invitations.invite(
                admin, new NewInvitation(null, "Rita", "rita@example.com", Set.of(Role.READ_ONLY), null, true));
        invitations.sendPasswordInstructions(admin, later.person(), null);
        letters.secret();
        links.forgotten("rita@example.com", null);
        letters.secret();
        invite(above(north), "nora");
        letters.secret();
        database.run("UPDATE password_link SET expires_at = CURRENT_TIMESTAMP");
        links.forgotten("nora@example.com", null);
        came("nora");
    }

    @Test
    @Shows("U1")
    public void aRevokedInvitationShutsOutUntilTheSameAccountInvitesAgain() throws Exception {
        CallContext above = above(north);
        Invitation first = invite(above, "nora");
        String old = letters.secret();
        invitations.revoke(above, first.id());
        assertEquals(1, database.count("SELECT count(*) FROM person WHERE disabled = TRUE"));
        for (String told : List.of("\"disabled\"%true", "\"invitation\"%REVOKED")) {
            assertEquals(
                    told, 1, database.count("SELECT count(*) FROM audit_value WHERE changes LIKE '%" + told + "%'"));
        }
        assertViolations(List.of("email disabled"), () -> invite(above(south), "nora"));
        Invitation again = invite(above, "nora");
        assertEquals(first.person(), again.person());
        assertEquals(InvitationState.QUEUED, again.state());
        assertEquals(PasswordLinks.State.OVER, links.look(old));
        CallContext nora = came("nora");
        assertEquals(north.id(), nora.scope());
        assertEquals(Set.of(Role.PARTNER_ADMIN), nora.actor().memberRoles());
        assertViolations(List.of("email taken"), () -> invite(nora, "nora"));
    }

    @Test
    public void whoIsInvitedAgainHasTheNewRoles() {
        Invitation first = invitations.invite(admin, invitation("rita", Role.BILLING));
        invitations.revoke(admin, first.id());
        letters.turn();
        letters.secrets();
        invitations.invite(admin, invitation("rita", Role.READ_ONLY));
        came("rita");
        assertEquals(
                Set.of(Role.READ_ONLY),
                people.byLogin(admin, "rita@example.com").roles());
    }

    @Test
    public void nothingElseLetsSomebodyInAgain() {
        Invitation first = invitations.invite(admin, invitation("rita", Role.BILLING));
        people.setDisabled(admin, first.person(), null, true);
        invitations.revoke(admin, first.id());
        assertViolations(List.of("email taken"), () -> invitations.invite(admin, invitation("rita", Role.BILLING)));
        assertViolations(List.of("login disabled"), () -> invitations.resend(admin, first.id()));
        // shut out by name after they were let in by name
        people.setDisabled(admin, first.person(), null, false);
        invitations.resend(admin, first.id());
        invitations.revoke(admin, first.id());
        people.setDisabled(admin, first.person(), null, false);
        people.setDisabled(admin, first.person(), null, true);
        assertViolations(List.of("email taken"), () -> invitations.invite(admin, invitation("rita", Role.BILLING)));
    }

    @Test
    public void aRevokedInvitationEndsTheMembershipOfWhoHasAnother() throws Exception {
        CallContext fromNorth = above(north);
        Invitation first = invite(fromNorth, "nora");
        letters.turn();
        invite(above(south), "nora");
        letters.turn();
        letters.secrets();
        invitations.revoke(fromNorth, first.id());
        assertEquals(0, database.count("SELECT count(*) FROM person WHERE disabled = TRUE"));
        assertEquals(0, database.count("SELECT count(*) FROM membership WHERE account_id = '" + north.id() + "'"));
        assertViolations(List.of("state over"), () -> invitations.resend(fromNorth, first.id()));
        links.forgotten("nora@example.com", null);
        assertEquals(south.id(), came("nora").scope());
    }

    /** Who gave somebody a password may have made a token with it. */
    @Test
    @Shows({"U1", "P9"})
    public void tokensFromBeforeThePasswordWasProvenEnd() throws Exception {
        people.create(admin, new NewPerson("eve", "Eve", Set.of(Role.BILLING)), "eve@example.com", PASSWORD);
        CallContext eve = CallContext.of(signIn.byLogin("eve").orElseThrow(), Source.REST);
        TokenDesk tokens = new TokenDesk(unitOfWork);
        TokenSignIn byToken = new TokenSignInService(unitOfWork);
        String theirs =
                tokens.create(eve, new NewToken("ERP", TokenScope.FULL, null)).secret();
        String revoked =
                tokens.create(eve, new NewToken("old", TokenScope.READ, null)).secret();
        tokens.revoke(eve, tokens.list(eve).get(0).id());
        // known to others still
        signIn.changeOwnPassword(eve, PASSWORD, OTHER);
        assertTrue(byToken.byToken(theirs).isPresent());
        links.forgotten("eve@example.com", null);
        assertEquals(PasswordLinks.State.OPEN, links.setPassword(letters.secret(), PASSWORD));
        assertFalse(byToken.byToken(theirs).isPresent());
        assertFalse(byToken.byToken(revoked).isPresent());
        assertEquals(
                "each once", 2, database.count("SELECT count(*) FROM audit_value WHERE changes LIKE '%(revoked)%'"));
        // from now on only the person has it
        String own =
                tokens.create(eve, new NewToken("ERP", TokenScope.FULL, null)).secret();
        links.forgotten("eve@example.com", null);
        assertEquals(PasswordLinks.State.OPEN, links.setPassword(letters.secret(), OTHER));
        assertTrue(byToken.byToken(own).isPresent());
    }

    @Test
    public void theLastAdministratorIsNotRevokedFromInside() throws Exception {
        Invitation first = invite(above(north), "nora");
        Invitation second = invite(above(north), "nils");
        letters.turn();
        letters.secrets();
        // who looks after people there comes from a group
        database.run("UPDATE membership SET roles = 'READ_ONLY' WHERE person_id = '" + second.person() + "'");
        CallContext nils = CallContext.of(
                new Actor(second.person(), "nils@example.com", north.id(), Set.of(Role.PARTNER_ADMIN)), Source.REST);
        database.run("UPDATE person SET last_sign_in = CURRENT_TIMESTAMP WHERE id = '" + second.person() + "'");
        database.run("INSERT INTO person_group (id, account_id, name, name_key, role, version) SELECT id, account_id,"
                + " 'G', 'g', 'PARTNER_ADMIN', 1 FROM person WHERE id = '" + second.person() + "'");
        database.run("INSERT INTO group_member (group_id, person_id, account_id) SELECT id, id, account_id FROM person"
                + " WHERE id = '" + second.person() + "'");
        assertRefused(ErrorCode.LAST_ADMINISTRATOR, () -> invitations.revoke(nils, first.id()));
    }
}
