/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.Test;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.account.PlanChoice;
import org.kontor.api.account.PlanChoices;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.content.ContentQuery;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.people.Invitation;
import org.kontor.api.people.InvitationQuery;
import org.kontor.api.people.NewInvitation;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.NewToken;
import org.kontor.api.people.PeopleQuery;
import org.kontor.api.people.PersonEdit;
import org.kontor.api.people.TokenScope;
import org.kontor.api.provider.MspLink;
import org.kontor.api.provider.MspLinkQuery;
import org.kontor.api.provider.MspLinkSide;
import org.kontor.api.provider.MspLinkState;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.support.NewSupportSession;
import org.kontor.api.support.SupportSession;
import org.kontor.core.opening.PlanChoicesService;
import org.kontor.core.people.InvitationDesk;
import org.kontor.core.people.TokenDesk;
import org.kontor.core.support.SupportDesk;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

/** A provider looks after one customer's account that it does not stand above, as long as both sides want. */
@Shows({"A9", "P6"})
public class MspLinksTest extends TwoPartners {
    private static final MspLinkQuery ALL = new MspLinkQuery(null, null, 50, null);

    private MspLink linked() {
        MspLink link = links.request(at("mia"), null, south.id());
        return links.accept(at("sara"), link.id());
    }

    private static List<String> names(Page<? extends Account> page) {
        return page.items().stream().map(Account::name).toList();
    }

    @Test
    public void theOtherSideAcceptsAndEitherEnds() {
        assertRefused(ErrorCode.NOT_FOUND, () -> in("sara", miller));
        MspLink asked = links.request(at("mia"), null, south.id());
        assertEquals(MspLinkState.REQUESTED, asked.state());
        assertEquals(MspLinkSide.ACCOUNT, asked.askedBy());
        assertEquals(List.of(MspLinkSide.PROVIDER), asked.waitsFor());
        assertRefused(ErrorCode.NOT_FOUND, () -> in("sara", miller));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> links.accept(at("mia"), asked.id()));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> links.decline(at("mia"), asked.id()));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> links.accept(at("sam"), asked.id()));
        assertRefused(ErrorCode.NOT_FOUND, () -> links.accept(at("ben"), asked.id()));
        assertRefused(ErrorCode.NOT_FOUND, () -> links.get(at("ben"), asked.id()));

        MspLink active = links.accept(at("sara"), asked.id());
        assertEquals(MspLinkState.ACTIVE, active.state());
        assertEquals(List.of(), active.waitsFor());
        assertNotNull(active.answered());
        assertEquals(Set.of(Role.ACCOUNT_ADMIN), in("sara", miller).actor().memberRoles());
        assertEquals(Set.of(Role.SITE_ADMIN), in("sam", miller).actor().memberRoles());
        assertRefused(ErrorCode.ALREADY_DECIDED, () -> links.accept(at("sara"), asked.id()));
        assertRefused(ErrorCode.ALREADY_DECIDED, () -> links.decline(at("sara"), asked.id()));

        assertEquals(MspLinkState.REVOKED, links.revoke(at("mia"), asked.id()).state());
        assertRefused(ErrorCode.NOT_FOUND, () -> in("sara", miller));
        assertRefused(ErrorCode.ALREADY_DECIDED, () -> links.revoke(at("sara"), asked.id()));

        MspLink again = linked();
        assertEquals(MspLinkState.REVOKED, links.revoke(at("sara"), again.id()).state());
        assertRefused(ErrorCode.NOT_FOUND, () -> in("sara", miller));
    }

    @Test
    public void aProviderThatAsksLearnsNothingBeforeItIsAccepted() {
        MspLink asked = links.request(at("sara"), miller.id(), null);
        assertEquals(List.of(MspLinkSide.ACCOUNT), asked.waitsFor());
        assertNull(asked.account().name());
        assertNull(links.find(at("sara"), ALL).items().get(0).account().name());
        MspLink seen = links.find(at("mia"), ALL).items().get(0);
        assertEquals("South", seen.provider().name());
        assertEquals(MspLinkState.DECLINED, links.decline(at("mia"), seen.id()).state());
        assertNull(links.get(at("sara"), seen.id()).account().name());

        MspLink second = links.request(at("sara"), miller.id(), null);
        assertEquals(
                MspLinkState.WITHDRAWN, links.revoke(at("sara"), second.id()).state());
        MspLink third = links.request(at("sara"), miller.id(), null);
        links.accept(at("mia"), third.id());
        assertEquals("Miller", links.get(at("sara"), third.id()).account().name());
        assertEquals(Set.of(Role.ACCOUNT_ADMIN), in("sara", miller).actor().memberRoles());
    }

    /** To manage is not to enter: so it is not to let others in either. */
    @Test
    public void whoManagesAnAccountWithPeopleOfItsOwnDoesNotSpeakForThem() throws Exception {
        MspLink asked = links.request(at("paula"), miller.id(), south.id());
        assertEquals(List.of(MspLinkSide.ACCOUNT, MspLinkSide.PROVIDER), asked.waitsFor());
        assertEquals(
                MspLinkState.REQUESTED, links.accept(at("sara"), asked.id()).state());
        assertRefused(ErrorCode.NOT_FOUND, () -> in("sara", miller));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> links.accept(at("carl"), asked.id()));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> links.accept(in("admin", miller), asked.id()));
        assertEquals(MspLinkState.ACTIVE, links.accept(at("mia"), asked.id()).state());
        // and ends it for the account
        assertEquals(MspLinkState.REVOKED, links.revoke(at("paula"), asked.id()).state());

        Account fresh = opened("paula", AccountType.CUSTOMER, "Fresh", "fred");
        MspLink forFresh = links.request(at("carl"), fresh.id(), south.id());
        assertEquals(List.of(MspLinkSide.PROVIDER), forFresh.waitsFor());
        assertEquals(
                MspLinkState.ACTIVE, links.accept(at("sara"), forFresh.id()).state());
        assertEquals(
                MspLinkState.REVOKED, links.revoke(at("fred"), forFresh.id()).state());
        MspLink fromSouth = links.request(at("sara"), fresh.id(), null);
        assertEquals(
                "nobody came yet, so who manages it accepts",
                MspLinkState.ACTIVE,
                links.accept(at("paula"), fromSouth.id()).state());
    }

    @Test
    public void nobodyAcceptsWhatTheyAskedForOnTheOtherSide() throws Exception {
        database.run("UPDATE person SET proven = TRUE");
        database.run("INSERT INTO membership (person_id, account_id, roles) VALUES ('"
                + at("sara").actor().id() + "', '" + miller.id() + "', 'ACCOUNT_ADMIN')");
        MspLink asked = links.request(at("sara"), miller.id(), null);
        assertRefused(ErrorCode.ACCESS_DENIED, () -> links.accept(in("sara", miller), asked.id()));
        assertEquals(MspLinkState.ACTIVE, links.accept(at("mia"), asked.id()).state());
        // a member by the provider only does not decide for the account
        add("sara", "sue", Role.PARTNER_ADMIN);
        CallContext sue = in("sue", miller);
        assertTrue(sue.looksAfterPeople());
        assertRefused(ErrorCode.NOT_FOUND, () -> links.revoke(sue, asked.id()));
        assertRefused(ErrorCode.NOT_FOUND, () -> links.find(sue, ALL));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> links.request(sue, null, north.id()));
    }

    @Test
    public void theProviderSeesThatAccountAndNothingAroundIt() {
        note(at("ben"), "secret of Baker");
        UUID program = note(at("mia"), "program of Miller");
        customers.create(in("mia", miller), named("Client of Miller"));
        customers.create(at("paula"), named("Client of North"));
        linked();
        CallContext sara = in("sara", miller);

        assertEquals(List.of("Miller"), names(accounts.find(sara, RecordQuery.ALL)));
        assertEquals(
                List.of("Client of Miller"),
                customers.find(sara, RecordQuery.ALL).items().stream()
                        .map(one -> one.name())
                        .toList());
        assertEquals(
                List.of(program),
                contents
                        .find(sara, new ContentQuery(null, null, ContentQuery.Sort.NAME, false, 50, null))
                        .items()
                        .stream()
                        .map(one -> one.id())
                        .toList());
        assertEquals(
                List.of("mia@example.com"),
                desk.find(sara, new PeopleQuery(null, null, null, 50, null)).items().stream()
                        .map(one -> one.login())
                        .toList());
        for (Account other : List.of(north, baker)) {
            assertRefused(ErrorCode.NOT_FOUND, () -> accounts.get(sara, other.id()));
            assertRefused(ErrorCode.NOT_FOUND, () -> accounts.within(sara, other.id()));
            assertRefused(ErrorCode.NOT_FOUND, () -> in("sara", other));
        }
        assertRefused(ErrorCode.NOT_FOUND, () -> customers.get(sara, miller.customerId()));
        assertEquals(List.of(), customers.lookup(sara, "North", java.util.Map.of(), 10));
        for (AuditEntry entry : journal.find(sara, query()).items()) {
            assertFalse(
                    entry.toString(),
                    entry.toString().contains("Baker") || entry.toString().contains("North"));
        }
        // for its own account nothing of it is in the provider's lists
        assertEquals(List.of("South", "South Lab"), names(accounts.find(at("sara"), RecordQuery.ALL)));
        assertRefused(ErrorCode.NOT_FOUND, () -> accounts.get(at("sara"), miller.id()));
        assertRefused(ErrorCode.ACCESS_DENIED, sara::ofOperator);
    }

    private static AuditQuery query() {
        return new AuditQuery(null, null, null, null, null, null, 200, null);
    }

    @Test
    public void theProviderManagesButDoesNotDecideWhatIsDecidedAbove() {
        linked();
        CallContext sara = in("sara", miller);
        Account now = accounts.get(sara, miller.id());
        Account tagged = accounts.update(
                sara,
                miller.id(),
                now.version(),
                FieldValues.builder()
                        .set(AccountField.TAGS, List.of("looked-after"))
                        .build());
        PlanChoices plans = new PlanChoicesService(unitOfWork);
        plans.choose(sara, miller.id(), new PlanChoice(PlanChoice.Kind.TRIAL, 7));
        assertEquals(7, (int) plans.get(sara, miller.id()).orElseThrow().quantity());
        assertRefused(
                ErrorCode.ACCESS_DENIED,
                () -> plans.choose(at("mia"), miller.id(), new PlanChoice(PlanChoice.Kind.TRIAL, 8)));
        for (AccountField field : List.of(AccountField.SUSPENDED, AccountField.CLOSED, AccountField.SANDBOX)) {
            assertRefused(
                    ErrorCode.ACCESS_DENIED,
                    () -> accounts.update(
                            sara,
                            miller.id(),
                            tagged.version(),
                            FieldValues.builder().set(field, true).build()));
        }
        assertRefused(ErrorCode.ACCESS_DENIED, () -> accounts.setArchived(sara, miller.id(), tagged.version(), true));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> accounts.move(sara, miller.id(), tagged.version(), miller.id()));
        assertRefused(ErrorCode.IN_USE, () -> accounts.delete(sara, miller.id(), tagged.version()));
        // as their roles at the provider allow
        add("sara", "rolf", Role.READ_ONLY);
        assertRefused(ErrorCode.ACCESS_DENIED, () -> note(in("rolf", miller), "x"));
        assertRefused(
                ErrorCode.ACCESS_DENIED,
                () -> plans.choose(in("rolf", miller), miller.id(), new PlanChoice(PlanChoice.Kind.TRIAL, 9)));
        assertRefused(
                ErrorCode.ACCESS_DENIED,
                () -> desk.find(in("sam", miller), new PeopleQuery(null, null, null, 50, null)));
        note(in("sam", miller), "by sam");
    }

    /** Else they could stay in, and keep out those who may end the link. */
    @Test
    public void theProvidersPeopleNeitherMakeNorChangeAdministratorsOnceOneCame() {
        linked();
        CallContext sara = in("sara", miller);
        UUID mia = at("mia").actor().id();
        InvitationDesk invitations = new InvitationDesk(unitOfWork, cursors);
        NewInvitation colleague =
                new NewInvitation(null, "Sue", "sue@example.com", Set.of(Role.ACCOUNT_ADMIN), null, false);
        assertRefused(ErrorCode.ACCESS_DENIED, () -> invitations.invite(sara, colleague));
        assertRefused(
                ErrorCode.ACCESS_DENIED,
                () -> desk.create(sara, new NewPerson("sly", "Sly", Set.of(Role.ACCOUNT_ADMIN)), null, PASSWORD));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> desk.setPassword(sara, mia, PASSWORD));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> desk.setDisabled(sara, mia, null, true));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> desk.remove(sara, mia, null));
        desk.create(sara, new NewPerson("max", "Max", Set.of(Role.SITE_ADMIN)), null, PASSWORD);
        UUID max = at("max").actor().id();
        assertRefused(
                ErrorCode.ACCESS_DENIED,
                () -> desk.change(sara, max, 1, new PersonEdit(null, null, Set.of(Role.ACCOUNT_ADMIN))));
        desk.change(sara, max, 1, new PersonEdit("Maximilian", null, null));
        desk.setPassword(CallContext.of(at("mia").actor(), Source.SHELL), mia, PASSWORD);

        // nor are tokens theirs to end
        TokenDesk tokens = new TokenDesk(unitOfWork);
        UUID token = tokens.create(at("mia"), new NewToken("ERP", TokenScope.READ, null))
                .token()
                .id();
        assertRefused(ErrorCode.ACCESS_DENIED, () -> tokens.revoke(sara, token));
        assertRefused(
                ErrorCode.ACCESS_DENIED,
                () -> tokens.list(sara, at("mia").actor().name()));
        UUID ofMax = tokens.create(at("max"), new NewToken("ERP", TokenScope.READ, null))
                .token()
                .id();
        assertEquals(1, tokens.list(sara, "max").size());
        tokens.revoke(sara, ofMax);
        tokens.revoke(at("mia"), token);

        // the first invitation is theirs, too
        Account fresh = opened("paula", AccountType.CUSTOMER, "Fresh", "fred");
        MspLink link = links.request(at("paula"), fresh.id(), south.id());
        links.accept(at("sara"), link.id());
        CallContext inFresh = in("sara", fresh);
        Invitation first = invitations
                .find(inFresh, new InvitationQuery(null, 50, null))
                .items()
                .get(0);
        invitations.resend(inFresh, first.id());
        invitations.invite(inFresh, colleague);
        assertRefused(ErrorCode.ACCESS_DENIED, () -> desk.setPassword(inFresh, first.person(), PASSWORD));
    }

    @Test
    public void whileEitherIsSuspendedItGivesNothing() {
        linked();
        set(miller, AccountField.SUSPENDED, true);
        assertRefused(ErrorCode.NOT_FOUND, () -> in("sara", miller));
        set(miller, AccountField.SUSPENDED, false);
        in("sara", miller);
        add("admin", "sybil", Role.SUPPORT);
        set(south, AccountField.SUSPENDED, true);
        assertRefused(ErrorCode.ACCOUNT_SUSPENDED, () -> at("sara"));
        // also when one is elsewhere, too
        set(south, AccountField.SUSPENDED, false);
        in("sara", miller);
    }

    @Test
    public void onlyCustomersAccountsAndPartnersThatDoNotStandAboveAreLinked() {
        Account acme = opened("paula", AccountType.ENTERPRISE, "Acme", "anna");
        assertViolations(List.of("account not_linked"), () -> links.request(at("anna"), null, south.id()));
        assertViolations(List.of("account unknown_reference"), () -> links.request(at("sara"), acme.id(), null));
        Account lab = accounts.find(at("paula"), RecordQuery.ALL).items().stream()
                .filter(Account::lab)
                .findFirst()
                .orElseThrow();
        assertViolations(List.of("account unknown_reference"), () -> links.request(at("sara"), lab.id(), null));
        assertViolations(List.of("account not_linked"), () -> links.request(in("paula", lab), null, south.id()));
        assertViolations(
                List.of("account unknown_reference"), () -> links.request(at("sara"), UUID.randomUUID(), null));
        assertViolations(List.of("provider stands_above"), () -> links.request(at("mia"), null, north.id()));
        assertViolations(List.of("provider stands_above"), () -> links.request(at("paula"), miller.id(), null));
        assertViolations(List.of("provider unknown_reference"), () -> links.request(at("mia"), null, baker.id()));
        assertViolations(
                List.of("provider unknown_reference"), () -> links.request(at("mia"), null, UUID.randomUUID()));
        assertViolations(List.of("provider required"), () -> links.request(at("mia"), null, null));
        assertRefused(ErrorCode.NOT_FOUND, () -> links.request(at("mia"), baker.id(), south.id()));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> links.request(at("sam"), miller.id(), null));
        add("mia", "max", Role.SITE_ADMIN);
        assertRefused(ErrorCode.ACCESS_DENIED, () -> links.request(at("max"), null, south.id()));
        set(south, AccountField.CLOSED, true);
        assertViolations(List.of("provider unknown_reference"), () -> links.request(at("mia"), null, south.id()));
        set(south, AccountField.CLOSED, false);
        MspLink asked = links.request(at("mia"), null, south.id());
        assertViolations(List.of("provider taken"), () -> links.request(at("mia"), null, south.id()));
        set(miller, AccountField.CLOSED, true);
        assertRefused(ErrorCode.ACCOUNT_CLOSED, () -> links.accept(at("sara"), asked.id()));
    }

    @Test
    public void twoWhoRaceMakeOneLinkAndDecideOnce() throws Exception {
        CallContext mia = at("mia");
        CallContext sara = at("sara");
        List<String> asked =
                atOnce(() -> links.request(mia, null, south.id()), () -> links.request(sara, miller.id(), null));
        assertTrue(asked.toString(), asked.contains("done") && asked.contains("INVALID_INPUT"));
        assertEquals(1, links.find(mia, ALL).items().size());
        links.revoke(mia, links.find(mia, ALL).items().get(0).id());

        MspLink link = links.request(mia, null, south.id());
        List<String> answered = atOnce(() -> links.accept(sara, link.id()), () -> links.decline(sara, link.id()));
        assertTrue(answered.toString(), answered.contains("done") && answered.contains("ALREADY_DECIDED"));
    }

    @Test
    public void bothSidesListThemByPageAndState() {
        MspLink first = linked();
        links.revoke(at("mia"), first.id());
        MspLink second = linked();
        MspLink third = links.request(at("sara"), baker.id(), null);
        List<UUID> walked = new ArrayList<>();
        String cursor = null;
        do {
            Page<MspLink> page = links.find(at("sara"), new MspLinkQuery(null, null, 1, cursor));
            page.items().forEach(one -> walked.add(one.id()));
            cursor = page.next();
        } while (cursor != null);
        assertEquals(List.of(third.id(), second.id(), first.id()), walked);
        MspLinkQuery active = new MspLinkQuery(null, MspLinkState.ACTIVE, 50, null);
        assertEquals(1, links.find(at("sara"), active).items().size());
        assertEquals(1, links.find(at("mia"), active).items().size());
        assertEquals(2, links.find(at("mia"), ALL).items().size());
        MspLinkQuery ofMiller = new MspLinkQuery(miller.id(), null, 50, null);
        assertEquals("from above", 2, links.find(at("paula"), ofMiller).items().size());
        assertRefused(ErrorCode.NOT_FOUND, () -> links.find(at("ben"), ofMiller));
        assertRefused(ErrorCode.NOT_FOUND, () -> links.find(at("sara"), ofMiller));
        assertEquals(
                "who manages the provider does not see its customers",
                0,
                links.find(in("admin", south), ALL).items().size());
        assertRefused(ErrorCode.NOT_FOUND, () -> links.get(in("admin", south), third.id()));
    }

    @Test
    @Shows("U1")
    public void bothSidesReadItInTheAudit() {
        MspLink link = linked();
        links.revoke(at("sara"), link.id());
        for (String who : List.of("mia", "sara", "paula", "admin")) {
            List<AuditEntry> entries = audit(at(who), link.id());
            assertEquals(
                    who,
                    List.of("sara@example.com", "sara@example.com", "mia@example.com"),
                    entries.stream().map(AuditEntry::actor).toList());
            assertTrue(entries.get(0).toString(), entries.get(0).toString().contains("REVOKED"));
        }
        assertEquals(List.of(), audit(at("ben"), link.id()));
    }

    @Test
    public void anAccountWithALinkIsNotDeletedAndOneWithAnEndedOneIs() {
        Account lone = accounts.create(
                at("paula"),
                FieldValues.builder()
                        .set(AccountField.NAME, "Lone")
                        .set(AccountField.TYPE, AccountType.CUSTOMER.name())
                        .set(
                                AccountField.CUSTOMER,
                                customers.create(at("paula"), named("Lone Ltd")).id())
                        .build());
        MspLink link = links.request(at("paula"), lone.id(), south.id());
        assertRefused(ErrorCode.IN_USE, () -> accounts.delete(at("paula"), lone.id(), lone.version()));
        links.revoke(at("paula"), link.id());
        accounts.delete(at("paula"), lone.id(), lone.version());
        assertEquals(List.of(), links.find(at("sara"), ALL).items());
        assertEquals("its audit stays", 2, audit(at("sara"), link.id()).size());
    }

    @Test
    public void whoHasToAgreeIsToldByMailOnceAnHour() throws Exception {
        String mails = "SELECT count(*) FROM mail WHERE template = 'msp_link' AND recipient = '";
        MspLink asked = links.request(at("sara"), miller.id(), null);
        assertEquals(1, database.count(mails + "mia@example.com'"));
        links.revoke(at("sara"), asked.id());
        MspLink again = links.request(at("sara"), miller.id(), null);
        assertEquals(1, database.count(mails + "mia@example.com'"));
        links.revoke(at("sara"), again.id());
        assertEquals(0, database.count(mails + "sara@example.com'"));
        links.request(at("paula"), baker.id(), south.id());
        assertEquals(1, database.count(mails + "ben@example.com'"));
        assertEquals(1, database.count(mails + "sara@example.com'"));
        assertEquals(3, database.count("SELECT count(*) FROM mail WHERE template = 'msp_link'"));
    }

    /** Who came by a link learns by the audit neither of other providers nor of sessions. */
    @Test
    public void aProvidersPeopleReadNothingOfOthersWhoComeIn() {
        linked();
        MspLink other = links.request(
                at("mia"),
                null,
                opened("admin", AccountType.PARTNER, "West", "will").id());
        SupportSession session = new SupportDesk(unitOfWork, cursors, clock)
                .request(at("carl"), new NewSupportSession(miller.id(), "The pump does not start.", null, null));
        assertEquals(1, audit(at("mia"), other.id()).size());
        assertEquals(1, audit(at("mia"), session.id()).size());
        assertEquals(List.of(), audit(in("sara", miller), other.id()));
        assertEquals(List.of(), audit(in("sara", miller), session.id()));
        assertEquals(1, audit(in("paula", miller), other.id()).size());
        assertEquals(1, audit(in("sara", miller), note(at("mia"), "program")).size());
    }
}
