/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.domain.DomainProblem;
import org.kontor.api.domain.DomainState;
import org.kontor.api.domain.EmailDomain;
import org.kontor.api.domain.EmailDomains;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.record.FieldValues;
import org.kontor.core.domain.DomainDesk;
import org.kontor.spi.dns.TextRecords;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;

@Shows("P8")
public class EmailDomainsTest extends OnBothDatabases {
    /** What stands in the DNS; a name that is not in it has no record. */
    private final Map<String, List<String>> records = new HashMap<>();

    private boolean away;
    private final List<String> asked = new ArrayList<>();
    private EmailDomains domains;
    private Account north;
    private CallContext nora;
    private CallContext otto;

    @Before
    public void twoAccounts() {
        domains = new DomainDesk(unitOfWork, this::look);
        north = account("North");
        nora = member(north, "nora", Role.PARTNER_ADMIN);
        otto = member(account("South"), "otto", Role.PARTNER_ADMIN);
    }

    private TextRecords.Answer look(String name) {
        asked.add(name);
        return new TextRecords.Answer(!away, away ? List.of() : records.getOrDefault(name, List.of()));
    }

    private Account account(String name) {
        return accounts.create(
                ME,
                FieldValues.builder()
                        .set(AccountField.NAME, name)
                        .set(AccountField.TYPE, AccountType.PARTNER.name())
                        .set(
                                AccountField.CUSTOMER,
                                customers.create(ME, named(name)).id())
                        .build());
    }

    private static CallContext member(Account account, String name, Role role) {
        return CallContext.of(new Actor(UUID.randomUUID(), name, account.id(), java.util.Set.of(role)), Source.REST);
    }

    private void set(EmailDomain... shown) {
        for (EmailDomain domain : shown) {
            records.computeIfAbsent(domain.recordName(), name -> new ArrayList<>())
                    .add(domain.recordText());
        }
    }

    private EmailDomain now(CallContext caller) {
        return domains.list(caller).get(0);
    }

    @Test
    public void aDomainIsAddedSetInTheDnsAndProven() {
        EmailDomain added = domains.add(nora, " Example.COM ");
        assertEquals("example.com", added.name());
        assertEquals("_kontor.example.com", added.recordName());
        assertEquals(added.recordText(), 14 + 43, added.recordText().length());
        assertEquals(DomainState.PENDING, added.state());
        assertEquals(List.of(added), domains.list(nora));
        assertEquals(List.of(), asked);

        EmailDomain none = domains.prove(nora, added.id());
        assertEquals(DomainState.PENDING, none.state());
        assertEquals(DomainProblem.NO_RECORD, none.problem());
        assertNotNull(none.checked());
        records.put(added.recordName(), List.of("v=spf1 -all", added.recordText() + "x"));
        assertEquals(DomainProblem.OTHER_TEXT, domains.prove(nora, added.id()).problem());
        away = true;
        assertEquals(DomainProblem.UNREACHABLE, domains.prove(nora, added.id()).problem());
        away = false;
        records.put(added.recordName(), List.of("v=spf1 -all", added.recordText()));
        EmailDomain proven = domains.prove(nora, added.id());
        assertEquals(DomainState.PROVEN, proven.state());
        assertNull(proven.problem());
        assertEquals(proven, now(nora));
        assertEquals(List.of(added.recordName()), asked.stream().distinct().toList());
        assertNotEquals(
                "each account has a text of its own",
                added.recordText(),
                domains.add(otto, "example.com").recordText());
    }

    @Test
    public void aProvenOneStaysSoWhenItsRecordGoesOrTheDnsIsAway() {
        EmailDomain added = domains.add(nora, "example.com");
        set(added);
        EmailDomain proven = domains.prove(nora, added.id());
        assertEquals(proven.proven(), domains.prove(nora, added.id()).proven());
        records.clear();
        EmailDomain later = domains.prove(nora, added.id());
        assertEquals(proven.proven(), later.proven());
        assertEquals(DomainProblem.NO_RECORD, later.problem());
        domains.remove(nora, added.id());
        assertEquals(List.of(), domains.list(nora));
    }

    @Test
    public void oneAccountAtATimeHasProvenIt() {
        EmailDomain norths = domains.add(nora, "example.com");
        EmailDomain souths = domains.add(otto, "example.com");
        set(norths, souths);
        domains.prove(nora, norths.id());
        assertRefused(ErrorCode.DOMAIN_TAKEN, () -> domains.prove(otto, souths.id()));
        assertEquals(DomainState.PROVEN, now(nora).state());
        assertEquals(DomainState.PENDING, now(otto).state());

        // names below and above are others
        EmailDomain below = domains.add(otto, "mail.example.com");
        set(below);
        assertEquals(DomainState.PROVEN, domains.prove(otto, below.id()).state());

        // who looks after the domain takes the first record away
        records.put(souths.recordName(), new ArrayList<>(List.of(souths.recordText())));
        assertEquals(DomainState.PROVEN, domains.prove(otto, souths.id()).state());
        assertEquals(DomainState.PENDING, now(nora).state());
        assertEquals(DomainProblem.REPLACED, now(nora).problem());
        domains.remove(otto, souths.id());
        set(norths);
        assertEquals(DomainState.PROVEN, domains.prove(nora, norths.id()).state());
    }

    @Test
    public void ofTwoAtOnceOneProvesIt() throws Exception {
        EmailDomain norths = domains.add(nora, "example.com");
        EmailDomain souths = domains.add(otto, "example.com");
        set(norths, souths);
        assertEquals(
                List.of("DOMAIN_TAKEN", "done"),
                atOnce(() -> domains.prove(nora, norths.id()), () -> domains.prove(otto, souths.id())));
        assertEquals(1, database.count("SELECT count(*) FROM email_domain WHERE proven_at IS NOT NULL"));
    }

    @Test
    @Shows("P6")
    public void onlyWhoLooksAfterItsPeopleSeesThem() {
        EmailDomain added = domains.add(nora, "example.com");
        CallContext reader = member(north, "rita", Role.READ_ONLY);
        assertRefused(ErrorCode.ACCESS_DENIED, () -> domains.list(reader));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> domains.add(reader, "example.org"));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> domains.prove(reader, added.id()));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> domains.remove(reader, added.id()));
        for (CallContext other : List.of(otto, ME)) {
            assertRefused(ErrorCode.NOT_FOUND, () -> domains.prove(other, added.id()));
            assertRefused(ErrorCode.NOT_FOUND, () -> domains.remove(other, added.id()));
        }
        CallContext manager = accounts.within(ME, north.id());
        assertRefused(ErrorCode.NOT_FOUND, () -> domains.list(manager));
        assertRefused(ErrorCode.NOT_FOUND, () -> domains.add(manager, "example.org"));
        assertEquals(List.of(), asked);
    }

    @Test
    @Shows({"V1", "X3"})
    public void onlyARealNameIsTaken() {
        assertEquals(
                "xn--mller-kva.example", domains.add(nora, "Müller.example").name());
        assertEquals("a-1.b2.example", domains.add(nora, "a-1.b2.example").name());
        String label = "a".repeat(63);
        String longest = String.join(".", label, label, label, "b".repeat(53));
        assertEquals(longest, domains.add(nora, longest).name());
        for (String no : new String[] {
            "localhost",
            "192.0.2.1",
            "1.2.3",
            "[2001:db8::1]",
            "2001:db8::1",
            "a b.example",
            "a@b.example",
            "a..example",
            ".example.com",
            "-a.example",
            "a-.example",
            "_kontor.example.com",
            "*.example.com",
            "a\0.example",
            "a\n.example",
            "http://example.com",
            "example.com/x",
            "example.com:25",
            "a".repeat(64) + ".example",
            "xn--\u0000.example"
        }) {
            assertViolations(List.of("name malformed_domain"), () -> domains.add(nora, no));
        }
        for (String no : new String[] {null, "", " "}) {
            assertViolations(List.of("name required"), () -> domains.add(nora, no));
        }
        for (String no : new String[] {longest + "b", "x.".repeat(200_000), "ü".repeat(60) + "." + longest}) {
            assertViolations(List.of("name too_long"), () -> domains.add(nora, no));
        }
        assertViolations(List.of("name taken"), () -> domains.add(nora, "MÜLLER.example"));
        for (int i = 3; i < EmailDomains.MAX_OF_ACCOUNT; i++) {
            domains.add(nora, "d" + i + ".example");
        }
        assertViolations(List.of("domains too_many"), () -> domains.add(nora, "last.example"));
    }

    @Test
    @Shows("U1")
    public void everyChangeStandsInTheAuditOfItsAccount() throws Exception {
        EmailDomain norths = domains.add(nora, "example.com");
        domains.prove(nora, norths.id());
        set(norths);
        domains.prove(nora, norths.id());
        domains.prove(nora, norths.id());
        EmailDomain souths = domains.add(otto, "example.com");
        records.put(souths.recordName(), List.of(souths.recordText()));
        domains.prove(otto, souths.id());
        domains.remove(nora, norths.id());
        String ofNorth = "SELECT count(*) FROM audit_entry WHERE record_type = 'email_domain' AND record_id = '"
                + norths.id() + "' AND account_id = '" + north.id() + "'";
        assertEquals(4, database.count(ofNorth));
        assertEquals(3, database.count(ofNorth + " AND actor = 'nora'"));
        // who of another account proved it is not told here
        assertEquals(1, database.count(ofNorth + " AND actor = 'kontor'"));
    }

    @Test
    @Shows("X3")
    public void fewAskTheDnsAtATime() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(4);
        EmailDomains slow = new DomainDesk(unitOfWork, name -> {
            waiting.countDown();
            try {
                answered.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new TextRecords.Answer(false, List.of());
        });
        EmailDomain added = slow.add(nora, "example.com");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<EmailDomain>> looks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                looks.add(threads.submit(() -> slow.prove(nora, added.id())));
            }
            waiting.await();
            assertRefused(ErrorCode.TOO_MANY_REQUESTS, () -> slow.prove(nora, added.id()));
            // nothing is held meanwhile
            slow.add(nora, "example.org");
            answered.countDown();
            for (Future<EmailDomain> look : looks) {
                assertEquals(DomainProblem.UNREACHABLE, look.get().problem());
            }
        } finally {
            threads.shutdownNow();
        }
        assertRefused(ErrorCode.UNAVAILABLE, () -> new DomainDesk(unitOfWork).prove(nora, added.id()));
    }
}
