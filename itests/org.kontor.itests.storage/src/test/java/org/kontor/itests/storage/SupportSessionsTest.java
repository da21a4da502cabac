/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.content.ContentQuery;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.NewInvitation;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.PeopleQuery;
import org.kontor.api.people.PersonEdit;
import org.kontor.api.people.TokenScope;
import org.kontor.api.provider.MspLink;
import org.kontor.api.provider.MspLinkQuery;
import org.kontor.api.support.NewSupportSession;
import org.kontor.api.support.SupportSession;
import org.kontor.api.support.SupportSessionQuery;
import org.kontor.api.support.SupportSessionState;
import org.kontor.api.support.SupportSessions;
import org.kontor.core.people.InvitationDesk;
import org.kontor.core.support.SupportDesk;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** Partner staff enter a customer's account for some time, because it lets them. */
@Shows({"A10", "P6", "U1"})
public class SupportSessionsTest extends TwoPartners {
    private static final SupportSessionQuery ALL = new SupportSessionQuery(null, 50, null);

    private SupportSessions sessions;

    /** Sessions count by the clock of the computer for who enters, so the clock that is set begins there. */
    @Before
    public void service() {
        clock.advance(Duration.between(clock.instant(), Instant.now()));
        sessions = new SupportDesk(unitOfWork, cursors, clock);
    }

    private NewSupportSession wanted(Role role) {
        return new NewSupportSession(miller.id(), " The pump does not start. ", null, role);
    }

    private SupportSession granted(Role role) {
        SupportSession asked = sessions.request(at("carl"), wanted(role));
        return sessions.grant(at("mia"), asked.id());
    }

    /** As if that much time had gone by. */
    private void later(Duration time) throws Exception {
        database.run("UPDATE support_session SET ends_at = ends_at - INTERVAL '" + time.toMinutes() + "' MINUTE");
        database.run("UPDATE support_session SET answer_by = answer_by - INTERVAL '" + time.toMinutes() + "' MINUTE");
    }

    private SupportSessionState state(UUID id) {
        return sessions.get(at("mia"), id).state();
    }

    private static void refusedInside(CallContext context) {
        assertFalse(context.actor().enters());
    }

    @Test
    public void oneAsksAnotherGrantsAndThatPersonAloneEnters() throws Exception {
        UUID program = note(at("mia"), "program");
        refusedInside(in("carl", miller));
        SupportSession asked = sessions.request(at("carl"), wanted(null));
        assertEquals(SupportSessionState.REQUESTED, asked.state());
        assertEquals("The pump does not start.", asked.reason());
        assertEquals(60, asked.minutes());
        assertEquals(Role.SUPPORT, asked.role());
        assertNull(asked.ends());
        refusedInside(in("carl", miller));

        SupportSession session = sessions.grant(at("mia"), asked.id());
        assertEquals(SupportSessionState.ACTIVE, session.state());
        assertEquals(session.answered().plus(Duration.ofMinutes(60)), session.ends());
        assertEquals("mia@example.com", session.answeredBy());
        CallContext carl = in("carl", miller);
        assertEquals(Set.of(Role.SUPPORT), carl.actor().memberRoles());
        assertEquals("mia@example.com", carl.onBehalfOf().name());
        assertEquals(program, contents.get(carl, program).id());
        assertRefused(ErrorCode.ACCESS_DENIED, () -> note(carl, "x"));
        refusedInside(in("paula", miller));
        refusedInside(in("carl", baker));
        assertNull("elsewhere it is carl alone", at("carl").onBehalfOf());

        later(Duration.ofMinutes(59));
        in("carl", miller).requireContentReader();
        later(Duration.ofMinutes(1));
        CallContext over = in("carl", miller);
        refusedInside(over);
        assertNull(over.onBehalfOf());
        assertRefused(ErrorCode.NOT_FOUND, () -> contents.get(over, program));
        assertEquals(SupportSessionState.EXPIRED, state(asked.id()));
        assertRefused(ErrorCode.ALREADY_DECIDED, () -> sessions.end(at("carl"), asked.id()));
    }

    @Test
    public void theAdministratorsAreToldByMailOnceAnHour() throws Exception {
        add("mia", "max", Role.SITE_ADMIN);
        String mails = "SELECT count(*) FROM mail WHERE template = 'support_session'";
        for (int mailed : List.of(1, 1, 2)) {
            if (mailed == 2) {
                clock.advance(Duration.ofHours(1));
            }
            SupportSession asked = sessions.request(at("carl"), wanted(null));
            assertEquals(mailed, database.count(mails));
            sessions.end(at("carl"), asked.id());
        }
        assertEquals(2, database.count(mails + " AND recipient = 'mia@example.com'"));
        assertEquals(2, database.count(mails + " AND details LIKE '%The pump does not start.%'"));
    }

    @Test
    public void everyChangeInItIsAuditedWithBothNames() {
        granted(Role.SITE_ADMIN);
        CallContext carl = in("carl", miller);
        UUID program = note(carl, "mended");
        UUID customer = customers.create(carl, named("Client")).id();
        note(at("mia"), "by herself");
        for (UUID changed : List.of(program, customer)) {
            AuditEntry entry = audit(at("mia"), changed).get(0);
            assertEquals("carl", entry.actor());
            assertEquals("mia@example.com", entry.onBehalfOf());
        }
        // what carl does from above is not done in the session
        UUID ofNorth = customers.create(at("carl"), named("Other")).id();
        assertNull(audit(at("carl"), ofNorth).get(0).onBehalfOf());
    }

    @Test
    public void eitherSideEndsItWithTheNextRequest() {
        for (String who : List.of("carl", "mia", "paula")) {
            SupportSession session = granted(null);
            in("carl", miller).requireContentReader();
            assertEquals(
                    who,
                    SupportSessionState.ENDED,
                    sessions.end(at(who), session.id()).state());
            refusedInside(in("carl", miller));
            assertRefused(ErrorCode.ALREADY_DECIDED, () -> sessions.end(at(who), session.id()));
        }
        // also from inside
        SupportSession session = granted(null);
        assertEquals(
                SupportSessionState.ENDED,
                sessions.end(in("carl", miller), session.id()).state());
        SupportSession asked = sessions.request(at("carl"), wanted(null));
        assertEquals(
                SupportSessionState.ENDED, sessions.end(at("carl"), asked.id()).state());
        assertRefused(ErrorCode.ALREADY_DECIDED, () -> sessions.grant(at("mia"), asked.id()));
    }

    @Test
    public void onlyTheAccountsOwnAdministratorsGrantAndNobodyTheirOwn() throws Exception {
        add("mia", "max", Role.SITE_ADMIN);
        SupportSession asked = sessions.request(at("carl"), wanted(null));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> sessions.grant(at("max"), asked.id()));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> sessions.grant(at("paula"), asked.id()));
        assertRefused(ErrorCode.NOT_FOUND, () -> sessions.grant(in("paula", miller), asked.id()));
        assertRefused(ErrorCode.NOT_FOUND, () -> sessions.grant(at("ben"), asked.id()));
        assertRefused(ErrorCode.NOT_FOUND, () -> sessions.get(at("sara"), asked.id()));
        // a provider's people are not the account's own
        MspLink link = links.request(at("mia"), null, south.id());
        links.accept(at("sara"), link.id());
        assertRefused(ErrorCode.NOT_FOUND, () -> sessions.grant(in("sara", miller), asked.id()));
        assertRefused(ErrorCode.NOT_FOUND, () -> sessions.find(in("sara", miller), ALL));
        // who became a member meanwhile does not answer their own request
        database.run("INSERT INTO membership (person_id, account_id, roles) VALUES ('"
                + at("carl").actor().id() + "', '" + miller.id() + "', 'ACCOUNT_ADMIN')");
        assertRefused(ErrorCode.ACCESS_DENIED, () -> sessions.grant(in("carl", miller), asked.id()));
        sessions.grant(at("mia"), asked.id());
        assertNull("a member is there anyway", in("carl", miller).onBehalfOf());
        assertEquals(Set.of(Role.ACCOUNT_ADMIN), in("carl", miller).actor().memberRoles());
        assertViolations(List.of("account member"), () -> sessions.request(at("carl"), wanted(null)));
    }

    @Test
    public void aRefusedOneAndOneThatNobodyAnswersGiveNothing() throws Exception {
        SupportSession refused = sessions.request(at("carl"), wanted(null));
        assertEquals(
                SupportSessionState.REFUSED,
                sessions.refuse(at("mia"), refused.id()).state());
        assertRefused(ErrorCode.ALREADY_DECIDED, () -> sessions.grant(at("mia"), refused.id()));
        refusedInside(in("carl", miller));
        SupportSession asked = sessions.request(at("carl"), wanted(null));
        assertViolations(List.of("account taken"), () -> sessions.request(at("carl"), wanted(null)));
        clock.advance(Duration.ofHours(72).minusMinutes(1));
        assertEquals(SupportSessionState.REQUESTED, state(asked.id()));
        clock.advance(Duration.ofMinutes(1));
        assertEquals(SupportSessionState.EXPIRED, state(asked.id()));
        assertRefused(ErrorCode.ALREADY_DECIDED, () -> sessions.grant(at("mia"), asked.id()));
        sessions.request(at("carl"), wanted(null));
    }

    @Test
    public void whatIsAskedForHasBounds() {
        CallContext carl = at("carl");
        assertViolations(
                List.of("account required", "reason required", "minutes out_of_range", "role not_held_here"),
                () -> sessions.request(carl, new NewSupportSession(null, " ", 14, Role.PARTNER_ADMIN)));
        assertViolations(
                List.of("reason too_long", "minutes out_of_range"),
                () -> sessions.request(carl, new NewSupportSession(miller.id(), "x".repeat(501), 1441, null)));
        for (String odd : List.of("a\0b", "a\ud800b", "a\u001bb")) {
            assertViolations(
                    List.of("reason malformed"),
                    () -> sessions.request(carl, new NewSupportSession(miller.id(), odd, null, null)));
        }
        assertViolations(
                List.of("account not_a_customer"),
                () -> sessions.request(at("admin"), new NewSupportSession(north.id(), "x", null, null)));
        for (UUID unseen : List.of(south.id(), UUID.randomUUID())) {
            assertRefused(
                    ErrorCode.NOT_FOUND, () -> sessions.request(carl, new NewSupportSession(unseen, "x", null, null)));
        }
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> sessions.request(at("ben"), new NewSupportSession(miller.id(), "x", null, null)));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> sessions.request(in("carl", miller), wanted(null)));
        String long500 = "\ud83d\ude00".repeat(500);
        assertEquals(
                long500,
                sessions.request(carl, new NewSupportSession(miller.id(), long500, 1440, Role.ACCOUNT_ADMIN))
                        .reason());
    }

    /** What was given would outlast it. */
    @Test
    public void inASessionNobodyGivesAccess() {
        MspLink link = links.request(at("sara"), miller.id(), null);
        granted(Role.ACCOUNT_ADMIN);
        SupportSession other =
                sessions.request(at("paula"), new NewSupportSession(miller.id(), "Me, too.", null, Role.ACCOUNT_ADMIN));
        CallContext carl = in("carl", miller);
        UUID mia = at("mia").actor().id();
        assertEquals(
                1,
                desk.find(carl, new PeopleQuery(null, null, null, 50, null))
                        .items()
                        .size());
        InvitationDesk invitations = new InvitationDesk(unitOfWork, cursors);
        assertRefused(
                ErrorCode.ACCESS_DENIED,
                () -> desk.create(carl, new NewPerson("back", "Back", Set.of(Role.READ_ONLY)), null, PASSWORD));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> desk.setPassword(carl, mia, PASSWORD));
        assertRefused(
                ErrorCode.ACCESS_DENIED,
                () -> desk.change(carl, mia, 1, new PersonEdit(null, "carl@example.com", null)));
        assertRefused(
                ErrorCode.ACCESS_DENIED,
                () -> invitations.invite(
                        carl, new NewInvitation(null, "B", "b@example.com", Set.of(Role.ACCOUNT_ADMIN), null, false)));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> invitations.sendPasswordInstructions(carl, mia, null));
        assertRefused(ErrorCode.NOT_FOUND, () -> sessions.grant(carl, other.id()));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> links.accept(carl, link.id()));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> links.request(carl, null, south.id()));
        assertEquals(
                1,
                links.find(at("mia"), new MspLinkQuery(null, null, 50, null))
                        .items()
                        .size());
    }

    /** Below the account of the session somebody acts as in it, audited with both names. */
    @Test
    public void aSessionInAnEnterpriseHoldsBelowIt() {
        Account acme = opened("paula", AccountType.ENTERPRISE, "Acme", "anna");
        Account bern = opened("anna", AccountType.UNIT, "Bern", "bea");
        SupportSession asked =
                sessions.request(at("carl"), new NewSupportSession(acme.id(), "x", null, Role.ACCOUNT_ADMIN));
        sessions.grant(at("anna"), asked.id());
        CallContext carl = in("carl", acme);
        CallContext below = accounts.within(carl, bern.id());
        refusedInside(below);
        assertEquals("anna@example.com", below.onBehalfOf().name());
        assertRefused(ErrorCode.ACCESS_DENIED, () -> openings.open(carl, wanted(AccountType.UNIT, "Basel", "bob")));
        assertRefused(
                ErrorCode.ACCESS_DENIED,
                () -> sessions.request(carl, new NewSupportSession(bern.id(), "x", null, null)));
        // a unit's people are supported by the enterprise's, too
        SupportSession inBern = sessions.request(at("anna"), new NewSupportSession(bern.id(), "x", null, null));
        assertEquals(
                List.of(inBern.id(), asked.id()),
                sessions.find(at("anna"), ALL).items().stream()
                        .map(SupportSession::id)
                        .toList());
    }

    @Test
    public void itGivesNothingWithoutTheStaffOrToASuspendedAccount() {
        granted(null);
        set(miller, AccountField.SUSPENDED, true);
        refusedInside(in("carl", miller));
        set(miller, AccountField.SUSPENDED, false);
        in("carl", miller).requireContentReader();
        set(north, AccountField.SUSPENDED, true);
        assertRefused(ErrorCode.ACCOUNT_SUSPENDED, () -> at("carl"));
        set(north, AccountField.SUSPENDED, false);
        // moved away from below the partner
        accounts.move(
                at("admin"), miller.id(), accounts.get(at("admin"), miller.id()).version(), south.id());
        assertRefused(ErrorCode.NOT_FOUND, () -> in("carl", miller));
    }

    @Test
    public void twoWhoRaceAnswerOnceAndAskOnce() throws Exception {
        CallContext carl = at("carl");
        CallContext mia = at("mia");
        List<String> asked =
                atOnce(() -> sessions.request(carl, wanted(null)), () -> sessions.request(carl, wanted(null)));
        assertEquals(List.of("INVALID_INPUT", "done"), asked);
        UUID id = sessions.find(mia, ALL).items().get(0).id();
        List<String> answered = atOnce(() -> sessions.grant(mia, id), () -> sessions.refuse(mia, id));
        assertEquals(List.of("ALREADY_DECIDED", "done"), answered);
    }

    @Test
    public void aTokenThatReadsReadsInASessionAndAsksForNone() {
        granted(Role.SITE_ADMIN);
        CallContext carl = at("carl");
        CallContext reading = carl.as(new org.kontor.api.call.Actor(
                carl.actor().id(), "carl", north.id(), Set.of(), Set.of(Role.READ_ONLY), TokenScope.READ));
        CallContext inside = accounts.within(reading, miller.id());
        inside.requireContentReader();
        assertRefused(ErrorCode.ACCESS_DENIED, () -> note(inside, "x"));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> sessions.request(reading, wanted(null)));
        UUID id = sessions.find(reading, ALL).items().get(0).id();
        assertRefused(ErrorCode.ACCESS_DENIED, () -> sessions.end(reading, id));
    }

    @Test
    public void bothSidesListThemByPageAndState() throws Exception {
        SupportSession first = granted(null);
        later(Duration.ofHours(1));
        SupportSession second = granted(null);
        SupportSession third = sessions.request(at("paula"), wanted(null));
        for (String who : List.of("carl", "mia")) {
            List<UUID> walked = new ArrayList<>();
            String cursor = null;
            do {
                var page = sessions.find(at(who), new SupportSessionQuery(null, 1, cursor));
                page.items().forEach(one -> walked.add(one.id()));
                cursor = page.next();
            } while (cursor != null);
            assertEquals(who, List.of(third.id(), second.id(), first.id()), walked);
            for (var expected : List.of(
                    java.util.Map.entry(SupportSessionState.EXPIRED, first),
                    java.util.Map.entry(SupportSessionState.ACTIVE, second),
                    java.util.Map.entry(SupportSessionState.REQUESTED, third))) {
                assertEquals(
                        List.of(expected.getValue().id()),
                        sessions.find(at(who), new SupportSessionQuery(expected.getKey(), 50, null)).items().stream()
                                .map(SupportSession::id)
                                .toList());
            }
        }
        assertEquals(List.of(), sessions.find(at("ben"), ALL).items());
        assertRefused(ErrorCode.NOT_FOUND, () -> sessions.find(in("admin", north), ALL));
        assertEquals(
                List.of("carl", "carl", "paula@example.com"),
                List.of(first.id(), second.id(), third.id()).stream()
                        .map(id -> {
                            List<AuditEntry> entries = audit(at("mia"), id);
                            return entries.get(entries.size() - 1).actor();
                        })
                        .toList());
    }

    /** Whatever is done in whatever order: who is inside has a session that is running, and nothing else lets in. */
    @Test
    public void nobodyIsInsideWithoutASessionThatRuns() throws Exception {
        Random random = new Random(20261123);
        List<UUID> known = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            UUID one = known.isEmpty() ? UUID.randomUUID() : known.get(random.nextInt(known.size()));
            try {
                switch (random.nextInt(6)) {
                    case 0, 1 -> known.add(
                            sessions.request(at("carl"), wanted(null)).id());
                    case 2 -> sessions.grant(at("mia"), one);
                    case 3 -> sessions.refuse(at("mia"), one);
                    case 4 -> sessions.end(at(random.nextBoolean() ? "carl" : "mia"), one);
                    default -> later(Duration.ofMinutes(random.nextInt(50)));
                }
            } catch (KontorException refused) {
                assertTrue(
                        refused.toString(),
                        Set.of(ErrorCode.ALREADY_DECIDED, ErrorCode.INVALID_INPUT, ErrorCode.NOT_FOUND)
                                .contains(refused.code()));
            }
            long active = known.stream()
                    .filter(id -> state(id) == SupportSessionState.ACTIVE)
                    .count();
            assertTrue("step " + i, active <= 1);
            assertEquals("step " + i, active == 1, in("carl", miller).actor().enters());
        }
        assertThrows(
                KontorException.class,
                () -> contents.find(in("paula", miller), new ContentQuery(null, null, null, false, 50, null)));
    }
}
