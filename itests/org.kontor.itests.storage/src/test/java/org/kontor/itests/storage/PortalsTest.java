/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import org.kontor.api.people.NewInvitation;
import org.kontor.api.people.PeopleDesk;
import org.kontor.api.people.TokenScope;
import org.kontor.api.portal.Portal;
import org.kontor.api.portal.PortalVisit;
import org.kontor.api.portal.PortalVisitor;
import org.kontor.api.portal.PortalVisits;
import org.kontor.api.portal.PortalWithSecret;
import org.kontor.api.portal.Portals;
import org.kontor.api.record.FieldValues;
import org.kontor.core.people.FirstAdministrator;
import org.kontor.core.people.InvitationDesk;
import org.kontor.core.people.PeopleDeskService;
import org.kontor.core.people.SignInService;
import org.kontor.core.portal.PortalDesk;
import org.kontor.core.portal.PortalVisitDesk;
import org.kontor.core.portal.VisitSettings;
import org.kontor.core.record.Cursors;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

@Shows("A11")
public class PortalsTest extends OnBothDatabases {
    private static final String URL = "https://portal.example.com/enter";

    private SetClock clock;
    private SignInService people;
    private PeopleDesk desk;
    private Portals portals;
    private PortalVisits visits;
    private CallContext admin;
    private Account north;
    private Account miller;
    private CallContext nora;
    private CallContext mia;

    @Before
    public void aPartnerWithACustomer() {
        new FirstAdministrator(unitOfWork, "correct horse battery");
        clock = new SetClock();
        people = signIn(clock);
        JpaServerSecrets secrets = new JpaServerSecrets(database.factory());
        desk = new PeopleDeskService(unitOfWork, new Cursors(secrets), lockOut(clock));
        portals = new PortalDesk(unitOfWork);
        visits = new PortalVisitDesk(unitOfWork, secrets, new VisitSettings(60), clock);
        admin = as("admin");
        north = account(admin, AccountType.PARTNER, "North");
        nora = invited(accounts.within(admin, north.id()), "nora", Role.PARTNER_ADMIN);
        miller = account(nora, AccountType.CUSTOMER, "Miller");
        mia = invited(accounts.within(nora, miller.id()), "mia", Role.ACCOUNT_ADMIN);
    }

    private CallContext as(String login) {
        return CallContext.of(people.byLogin(login).orElseThrow(), Source.REST);
    }

    private Account account(CallContext by, AccountType type, String name) {
        return accounts.create(
                by,
                FieldValues.builder()
                        .set(AccountField.NAME, name)
                        .set(AccountField.TYPE, type.name())
                        .set(
                                AccountField.CUSTOMER,
                                customers.create(by, named(name)).id())
                        .build());
    }

    private CallContext invited(CallContext by, String name, Role role) {
        new InvitationDesk(unitOfWork, new Cursors(new JpaServerSecrets(database.factory())))
                .invite(by, new NewInvitation(null, name, name + "@example.com", Set.of(role), null, false));
        return as(name + "@example.com");
    }

    private PortalWithSecret setUp() {
        return portals.set(nora, miller.id(), null, URL);
    }

    private static String code(PortalVisit visit) {
        return visit.url().substring(visit.url().indexOf("kontor-visit=") + 13);
    }

    private PortalVisitor redeem(PortalWithSecret portal, String code) {
        return visits.redeem(portal.secret(), code, "test");
    }

    private void refused(String rule, PortalWithSecret portal, String code) {
        assertViolations(List.of("code " + rule), () -> redeem(portal, code));
    }

    @Test
    public void thePortalLearnsWhoComes() {
        PortalWithSecret portal = setUp();
        PortalVisit visit = visits.visit(mia, miller.id());
        assertTrue(
                visit.url(),
                visit.url().matches("https://portal\\.example\\.com/enter\\?kontor-visit=[A-Za-z0-9_-]{86}"));
        assertEquals(clock.instant().plusSeconds(60), visit.expires());
        assertEquals(
                new PortalVisitor(
                        mia.actor().id(),
                        "mia@example.com",
                        "mia",
                        "mia@example.com",
                        miller.id(),
                        miller.code(),
                        "Miller",
                        Set.of(Role.ACCOUNT_ADMIN)),
                redeem(portal, code(visit)));
        assertFalse(visit.toString(), visit.toString().contains(code(visit)));
        assertFalse(portal.toString(), portal.toString().contains(portal.secret()));
        Portal moved = portals.set(nora, miller.id(), 1L, URL + "?a=b").portal();
        assertEquals(2, moved.version());
        String url = visits.visit(mia, miller.id()).url();
        assertTrue(url, url.startsWith(URL + "?a=b&kontor-visit="));
    }

    @Test
    public void aCodeCountsOnceForAMinuteAndForItsPortal() {
        PortalWithSecret portal = setUp();
        String code = code(visits.visit(mia, miller.id()));
        redeem(portal, code);
        refused("used", portal, code);

        String late = code(visits.visit(mia, miller.id()));
        clock.advance(Duration.ofSeconds(60));
        refused("expired", portal, late);

        String mine = code(visits.visit(mia, miller.id()));
        for (int at : new int[] {0, 42, 43, 84}) {
            char other = mine.charAt(at) == 'A' ? 'B' : 'A';
            refused("unknown_code", portal, mine.substring(0, at) + other + mine.substring(at + 1));
        }
        for (String no : List.of("", "x", mine + "x", mine.substring(1), "a\0b", "A".repeat(86))) {
            refused("unknown_code", portal, no);
        }
        PortalWithSecret other = portals.set(admin, north.id(), null, URL);
        refused("unknown_code", other, mine);
        assertEquals("mia", redeem(portal, mine).name());

        clock.advance(Duration.ofHours(2));
        visits.visit(mia, miller.id());
        refused("unknown_code", portal, mine);
    }

    @Test
    @Shows("X3")
    public void ofTwoWhoRedeemAtOnceOneDoes() throws Exception {
        PortalWithSecret portal = setUp();
        String code = code(visits.visit(mia, miller.id()));
        assertEquals(List.of("INVALID_INPUT", "done"), atOnce(() -> redeem(portal, code), () -> redeem(portal, code)));
    }

    @Test
    @Shows("X2")
    public void onlyThePortalItselfMayAsk() throws Exception {
        PortalWithSecret portal = setUp();
        String code = code(visits.visit(mia, miller.id()));
        for (String no :
                new String[] {null, "", "kontorportal_", portal.secret() + "x", "kontorportal_" + "A".repeat(43), "a\0b"
                }) {
            assertRefused(ErrorCode.UNAUTHENTICATED, () -> visits.redeem(no, code, "test"));
        }
        PortalWithSecret renewed = portals.renewSecret(nora, miller.id(), null);
        assertNotEquals(portal.secret(), renewed.secret());
        assertRefused(ErrorCode.UNAUTHENTICATED, () -> redeem(portal, code));
        assertEquals("mia", redeem(renewed, code).name());
        for (String kept : List.of(portal.secret(), renewed.secret(), code)) {
            assertEquals(0, database.count("SELECT count(*) FROM portal WHERE secret_hash = '" + kept + "'"));
            assertEquals(0, database.count("SELECT count(*) FROM audit_value WHERE changes LIKE '%" + kept + "%'"));
        }
    }

    @Test
    @Shows("P6")
    public void onlyWhoEntersMayVisit() throws Exception {
        setUp();
        for (CallContext manager : List.of(admin, nora, accounts.within(nora, miller.id()))) {
            assertRefused(ErrorCode.NOT_FOUND, () -> visits.visit(manager, miller.id()));
        }
        assertRefused(ErrorCode.NOT_FOUND, () -> visits.visit(mia, north.id()));
        assertRefused(ErrorCode.NOT_FOUND, () -> visits.visit(mia, UUID.randomUUID()));
        Actor self = mia.actor();
        Actor program =
                new Actor(self.id(), self.name(), self.account(), Set.of(), self.memberRoles(), TokenScope.FULL);
        assertRefused(ErrorCode.ACCESS_DENIED, () -> visits.visit(CallContext.of(program, Source.REST), miller.id()));
        assertEquals(0, database.count("SELECT count(*) FROM portal_visit"));
        assertRefused(ErrorCode.NO_PORTAL, () -> visits.visit(nora, north.id()));
    }

    @Test
    @Shows("P9")
    public void whoMayNotEnterAnyMoreDoesNotComeIn() {
        PortalWithSecret portal = setUp();
        invited(mia, "max", Role.ACCOUNT_ADMIN);
        CallContext max = as("max@example.com");
        String first = code(visits.visit(mia, miller.id()));
        desk.setDisabled(max, mia.actor().id(), null, true);
        refused("no_entry", portal, first);
        String second = code(visits.visit(max, miller.id()));
        desk.setDisabled(max, mia.actor().id(), null, false);
        Account now = accounts.get(nora, miller.id());
        accounts.update(
                nora,
                miller.id(),
                now.version(),
                FieldValues.builder().set(AccountField.SUSPENDED, true).build());
        refused("no_entry", portal, second);
    }

    @Test
    @Shows("P6")
    public void whoManagesTheAccountSetsItUp() {
        assertEquals(Optional.empty(), portals.get(mia, miller.id()));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> portals.set(mia, miller.id(), null, URL));
        setUp();
        assertEquals(URL, portals.get(mia, miller.id()).orElseThrow().url());
        assertRefused(ErrorCode.ACCESS_DENIED, () -> portals.renewSecret(mia, miller.id(), null));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> portals.remove(mia, miller.id(), null));
        CallContext stranger = invited(
                accounts.within(
                        admin, account(admin, AccountType.PARTNER, "South").id()),
                "otto",
                Role.PARTNER_ADMIN);
        assertRefused(ErrorCode.NOT_FOUND, () -> portals.get(stranger, miller.id()));
        assertRefused(ErrorCode.NOT_FOUND, () -> portals.set(stranger, miller.id(), null, URL));

        assertRefused(ErrorCode.STALE_VERSION, () -> portals.set(nora, miller.id(), null, URL + "/2"));
        assertRefused(ErrorCode.STALE_VERSION, () -> portals.set(nora, miller.id(), 2L, URL + "/2"));
        PortalWithSecret same = portals.set(nora, miller.id(), 1L, " " + URL);
        assertEquals(1, same.portal().version());
        assertNull(same.secret());
        visits.visit(mia, miller.id());
        assertRefused(ErrorCode.STALE_VERSION, () -> portals.remove(nora, miller.id(), 7L));
        portals.remove(nora, miller.id(), 1L);
        assertRefused(ErrorCode.NOT_FOUND, () -> portals.remove(nora, miller.id(), null));
        assertRefused(ErrorCode.NO_PORTAL, () -> visits.visit(mia, miller.id()));
    }

    @Test
    @Shows("V1")
    public void aPortalIsReachedByHttps() {
        for (String no :
                List.of("http://portal.example.com", "ftp://portal.example.com", "http://127.0.0.1.example.com")) {
            assertViolations(List.of("url not_https"), () -> portals.set(nora, miller.id(), null, no));
        }
        for (String no : List.of(
                "portal.example.com",
                "https://",
                "https:///enter",
                "https://user@portal.example.com",
                "https://portal.example.com/#x",
                "https://a b.example",
                "https://a\0b.example",
                "https://portal.example.com/\n",
                "javascript:alert(1)",
                "mailto:a@example.com")) {
            assertViolations(
                    List.of("url malformed_web_address"),
                    () -> portals.set(nora, miller.id(), null, no.replace("\n", "\nx")));
        }
        assertViolations(List.of("url required"), () -> portals.set(nora, miller.id(), null, " "));
        assertViolations(
                List.of("url too_long"), () -> portals.set(nora, miller.id(), null, URL + "x".repeat(Portals.MAX_URL)));
        long version = 0;
        for (String url : List.of(
                "HTTPS://Portal.Example.com:8443/é", "http://localhost:8080", "http://127.0.0.1/x", "http://[::1]/x")) {
            version = portals.set(nora, miller.id(), version == 0 ? null : version, url)
                    .portal()
                    .version();
        }
        assertEquals(4, version);
    }

    @Test
    @Shows("X3")
    public void aPersonHasTwentyCodesAtATime() {
        setUp();
        for (int i = 0; i < PortalVisits.MAX_OPEN; i++) {
            visits.visit(mia, miller.id());
        }
        assertRefused(ErrorCode.TOO_MANY_REQUESTS, () -> visits.visit(mia, miller.id()));
        clock.advance(Duration.ofSeconds(60));
        visits.visit(mia, miller.id());
    }

    @Test
    @Shows("U1")
    public void setUpVisitAndRedemptionStandInTheAudit() throws Exception {
        PortalWithSecret portal = setUp();
        redeem(portal, code(visits.visit(mia, miller.id())));
        portals.remove(nora, miller.id(), null);
        String ofMiller = "SELECT count(*) FROM audit_entry WHERE account_id = '" + miller.id() + "' AND ";
        assertEquals(2, database.count(ofMiller + "record_type = 'portal' AND actor = 'nora@example.com'"));
        assertEquals(1, database.count(ofMiller + "record_type = 'portal_visit' AND actor = 'mia@example.com'"));
        assertEquals(1, database.count(ofMiller + "record_type = 'portal_visit' AND actor = 'portal'"));
    }
}
