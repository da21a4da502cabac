/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.account.FirstAdministrators;
import org.kontor.api.account.FirstAdministrators.Who;
import org.kontor.api.account.NewAccount;
import org.kontor.api.account.Opening;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.custom.CustomType;
import org.kontor.api.custom.NewDeclaration;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.Group;
import org.kontor.api.people.GroupEdit;
import org.kontor.api.people.GroupName;
import org.kontor.api.people.Groups;
import org.kontor.api.people.LabAccess;
import org.kontor.api.people.Membership;
import org.kontor.api.people.NewGroup;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.PeopleDesk;
import org.kontor.api.people.PeopleQuery;
import org.kontor.api.people.PersonDetails;
import org.kontor.api.people.PersonEdit;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;
import org.kontor.core.opening.OpeningService;
import org.kontor.core.people.FirstAdministrator;
import org.kontor.core.people.GroupDesk;
import org.kontor.core.people.InvitationDesk;
import org.kontor.core.people.LabDesk;
import org.kontor.core.people.PeopleDeskService;
import org.kontor.core.people.SignInService;
import org.kontor.core.record.Cursors;
import org.kontor.core.record.RuledRecordWriter;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** Labs of partners, who reaches them, and groups, which give roles in both. */
@Shows({"A8", "P6", "P7"})
public class LabsTest extends OnBothDatabases {
    private static final char[] PASSWORD = "correct horse battery".toCharArray();

    private SignInService signIn;
    private PeopleDesk desk;
    private Groups groups;
    private LabAccess labs;
    private CallContext admin;
    private Account north;
    private Account lab;
    /** Administrator of the partner "North". */
    private CallContext nora;

    @Before
    public void partner() throws Exception {
        new FirstAdministrator(unitOfWork, new String(PASSWORD));
        SetClock clock = new SetClock();
        signIn = signIn(clock);
        Cursors cursors = new Cursors(new JpaServerSecrets(database.factory()));
        desk = new PeopleDeskService(unitOfWork, cursors, lockOut(clock));
        groups = new GroupDesk(unitOfWork);
        labs = new LabDesk(unitOfWork);
        admin = signedIn("admin");
        north = made(admin, AccountType.PARTNER, "North");
        lab = labsOf(north).get(0);
        new InvitationDesk(unitOfWork, cursors)
                .invite(
                        in(admin, north),
                        new org.kontor.api.people.NewInvitation(
                                null, "Nora", "nora@example.com", Set.of(Role.PARTNER_ADMIN), null, false));
        nora = signedIn("nora@example.com");
    }

    private CallContext signedIn(String login) {
        return CallContext.of(signIn.byLogin(login).orElseThrow(), Source.REST);
    }

    private CallContext in(CallContext context, Account account) {
        return accounts.within(context, account.id());
    }

    private FieldValues values(CallContext context, AccountType type, String name) {
        return FieldValues.builder()
                .set(AccountField.NAME, name)
                .set(AccountField.TYPE, type.name())
                .set(
                        AccountField.CUSTOMER,
                        customers.create(context, named(name)).id())
                .build();
    }

    private Account made(CallContext context, AccountType type, String name) {
        return accounts.create(context, values(context, type, name));
    }

    private List<Account> labsOf(Account partner) {
        return accounts.find(
                        in(admin, partner),
                        new RecordQuery(
                                null,
                                RecordQuery.ALL.match(),
                                Map.of(AccountField.LAB, true),
                                RecordQuery.ALL.archived(),
                                RecordQuery.ALL.sort(),
                                50,
                                null))
                .items();
    }

    private CallContext added(String login, Role... roles) {
        desk.create(nora, new NewPerson(login, login, Set.of(roles)), null, PASSWORD);
        return signedIn(login);
    }

    private PersonDetails person(String login) {
        return desk.byLogin(nora, login);
    }

    private void labsOf(String login, boolean reached) {
        PersonDetails now = person(login);
        desk.change(nora, now.id(), now.version(), new PersonEdit(null, null, null, reached));
    }

    private Set<Role> roles(CallContext context, Account account) {
        return in(context, account).actor().memberRoles();
    }

    private static List<String> rules(Runnable call) {
        return assertThrows(KontorException.class, call::run).violations().stream()
                .map(one -> one.field() + " " + one.rule())
                .toList();
    }

    private static FieldValues set(AccountField field, Object value) {
        return FieldValues.builder().set(field, value).build();
    }

    @Test
    public void aPartnerComesWithItsLab() {
        assertEquals("North Lab", lab.name());
        assertEquals(AccountType.CUSTOMER, lab.accountType());
        assertTrue(lab.lab());
        assertEquals(north.id(), lab.header().managingAccount());
        assertEquals("the partner itself is the customer", north.customerId(), lab.customerId());
        assertEquals(north.responsible(), lab.responsible());
        assertTrue(accounts.get(admin, north.id()).labsForNewMembers());
        assertFalse(lab.labsForNewMembers());
        // a partner of a partner has its own; others have none
        Account south = made(in(admin, north), AccountType.PARTNER, "x".repeat(200));
        assertEquals("x".repeat(196) + " Lab", labsOf(south).get(0).name());
        made(in(admin, north), AccountType.ENTERPRISE, "Acme");
        assertEquals(2, labsOf(north).size());
    }

    @Test
    public void aPartnerThatIsRefusedLeavesNoLab() {
        FieldValues twice = values(admin, AccountType.PARTNER, "Twice").with(set(AccountField.CODE, north.code()));
        assertRefused(ErrorCode.CODE_TAKEN, () -> accounts.create(admin, twice));
        assertEquals(List.of("North", "North Lab", "Operator"), names());
    }

    private List<String> names() {
        return accounts.find(admin, RecordQuery.ALL).items().stream()
                .map(Account::name)
                .toList();
    }

    @Test
    public void onlyTheOperatorMakesMoreLabs() {
        FieldValues more = set(AccountField.LAB, true)
                .with(FieldValues.builder()
                        .set(AccountField.NAME, "Second lab")
                        .set(AccountField.TYPE, "CUSTOMER")
                        .set(AccountField.CUSTOMER, north.customerId())
                        .build());
        assertRefused(ErrorCode.ACCESS_DENIED, () -> accounts.create(nora, more));
        Account second = accounts.create(in(admin, north), more);
        assertTrue(second.lab());
        assertEquals(Set.of(Role.ACCOUNT_ADMIN), roles(nora, second));
        assertEquals(
                List.of("lab not_a_lab"),
                rules(() -> accounts.create(
                        admin, values(admin, AccountType.CUSTOMER, "A").with(set(AccountField.LAB, true)))));
        assertEquals(
                List.of("lab not_a_lab"),
                rules(() -> accounts.create(
                        in(admin, north),
                        values(in(admin, north), AccountType.ENTERPRISE, "B").with(set(AccountField.LAB, true)))));
        assertEquals(
                List.of("lab immutable"),
                rules(() -> accounts.update(admin, second.id(), second.version(), set(AccountField.LAB, false))));
        Account south = made(admin, AccountType.PARTNER, "South");
        assertEquals(
                List.of("managingAccount lab"),
                rules(() -> accounts.move(admin, second.id(), second.version(), south.id())));
        // what a PUT does not tell stays what it is
        Account renamed = accounts.replace(admin, second.id(), second.version(), set(AccountField.NAME, "Playground"));
        assertTrue(renamed.lab());
    }

    @Test
    public void aLabGoesWithItsPartnerWhenNothingHangsOnIt() {
        Account south = made(admin, AccountType.PARTNER, "South");
        Account empty = labsOf(south).get(0);
        assertRefused(ErrorCode.ACCESS_DENIED, () -> accounts.delete(nora, lab.id(), lab.version()));
        accounts.delete(admin, south.id(), south.version());
        assertRefused(ErrorCode.NOT_FOUND, () -> accounts.get(admin, empty.id()));
        assertRefused(ErrorCode.IN_USE, () -> accounts.delete(admin, north.id(), north.version()));
        assertEquals("North Lab", accounts.get(admin, lab.id()).name());
    }

    @Test
    @Shows("A2")
    public void anOpeningShowsTheLab() {
        OpeningService openings = new OpeningService(unitOfWork, new RuledRecordWriter());
        NewAccount wanted = new NewAccount(
                null,
                named("West"),
                FieldValues.builder()
                        .set(AccountField.NAME, "West")
                        .set(AccountField.TYPE, "PARTNER")
                        .build(),
                null,
                new FirstAdministrators(Who.CUSTOMER, "Wim", "wim@example.com", null, true, false));
        Opening review = openings.review(admin, wanted);
        assertEquals("West Lab", review.lab().name());
        assertFalse(names().contains("West Lab"));
        Opening opened = openings.open(admin, wanted);
        assertEquals(opened.account().id(), opened.lab().header().managingAccount());
        assertNotNull(accounts.get(admin, opened.lab().id()));
        assertEquals(
                "its people reach the lab",
                Set.of(Role.ACCOUNT_ADMIN),
                roles(signedIn("wim@example.com"), opened.lab()));
        NewAccount customer = new NewAccount(
                null,
                named("East"),
                FieldValues.builder()
                        .set(AccountField.NAME, "East")
                        .set(AccountField.TYPE, "CUSTOMER")
                        .build(),
                null,
                new FirstAdministrators(Who.ME, null, null, null, false, false));
        assertNull(openings.review(admin, customer).lab());
        assertEquals(
                List.of("account.lab not_here"),
                rules(() -> openings.open(
                        in(admin, north),
                        new NewAccount(
                                north.customerId() == null
                                        ? null
                                        : customers
                                                .create(in(admin, north), named("Q"))
                                                .id(),
                                null,
                                FieldValues.builder()
                                        .set(AccountField.NAME, "Lab by wizard")
                                        .set(AccountField.TYPE, "CUSTOMER")
                                        .set(AccountField.LAB, true)
                                        .build(),
                                null,
                                customer.administrators()))));
    }

    @Test
    public void peopleReachALabThroughTheirPartnerAlone() {
        CallContext sam = added("sam", Role.SUPPORT);
        CallContext cleo = added("cleo", Role.CUSTOMER_SUCCESS);
        assertEquals(Set.of(Role.ACCOUNT_ADMIN), roles(nora, lab));
        assertEquals(Set.of(Role.SITE_ADMIN), roles(cleo, lab));
        assertEquals(Set.of(Role.SUPPORT), roles(sam, lab));
        // who manages it from above does not enter it
        assertFalse(in(admin, lab).actor().enters());
        assertEquals(
                List.of("account lab"),
                rules(() -> desk.create(
                        in(nora, lab), new NewPerson("max", "Max", Set.of(Role.SITE_ADMIN)), null, PASSWORD)));
        assertEquals(
                List.of(),
                desk.find(in(nora, lab), new PeopleQuery(null, null, null, 50, null))
                        .items());
        assertEquals(
                List.of("North home", "North Lab lab"),
                signIn.memberships(sam).stream().map(LabsTest::told).toList());
        // the partner's own people are members of one account: it looks after their passwords
        desk.setPassword(nora, sam.actor().id(), PASSWORD);
        labsOf("sam", false);
        CallContext out = in(sam, lab);
        assertFalse("seen from above, not entered", out.actor().enters());
        assertEquals(1, signIn.memberships(sam).size());
        labsOf("sam", true);
        assertTrue(in(sam, lab).actor().enters());
    }

    private static String told(Membership one) {
        return one.name() + (one.lab() ? " lab" : "") + (one.home() ? " home" : "");
    }

    @Test
    public void theSwitchSaysWhetherNewMembersReachTheLabs() {
        Account now = accounts.get(admin, north.id());
        CallContext cleo = added("cleo", Role.CUSTOMER_SUCCESS);
        assertRefused(
                ErrorCode.ACCESS_DENIED,
                () -> accounts.update(cleo, north.id(), now.version(), set(AccountField.LABS_FOR_NEW_MEMBERS, false)));
        accounts.update(nora, north.id(), now.version(), set(AccountField.LABS_FOR_NEW_MEMBERS, false));
        CallContext sam = added("sam", Role.SUPPORT);
        assertFalse(person("sam").labs());
        assertFalse(in(sam, lab).actor().enters());
        assertTrue("who was there before keeps it", person("cleo").labs());
        assertEquals(
                List.of("labsForNewMembers partners_only"),
                rules(() ->
                        accounts.update(admin, lab.id(), lab.version(), set(AccountField.LABS_FOR_NEW_MEMBERS, true))));
    }

    @Test
    public void oneActionGivesAllOfThemAllLabs() {
        Account now = accounts.get(admin, north.id());
        accounts.update(nora, north.id(), now.version(), set(AccountField.LABS_FOR_NEW_MEMBERS, false));
        for (int i = 0; i < 5; i++) {
            added("p" + i, Role.READ_ONLY);
        }
        CallContext p0 = signedIn("p0");
        assertRefused(ErrorCode.ACCESS_DENIED, () -> labs.openToAll(p0));
        assertRefused(ErrorCode.NOT_FOUND, () -> labs.openToAll(in(admin, north)));
        assertEquals(5, labs.openToAll(nora));
        assertEquals(0, labs.openToAll(nora));
        assertTrue(in(p0, lab).actor().enters());
        UUID id = p0.actor().id();
        assertEquals(
                List.of("labs=false>true"),
                journal.find(nora, new AuditQuery(null, id, null, null, null, null, 50, null)).items().stream()
                        .flatMap(entry -> entry.changes().stream())
                        .filter(change -> change.field().equals("labs"))
                        .map(change -> change.field() + "=" + change.before() + ">" + change.after())
                        .toList());
        assertEquals(List.of("labs partners_only"), rules(() -> labs.openToAll(admin)));
    }

    @Test
    @Shows("A16")
    public void aSuspendedPartnerShutsItsPeopleOutOfTheLabs() {
        CallContext sam = added("sam", Role.SUPPORT);
        Account now = accounts.get(admin, north.id());
        setMember(sam.actor().id(), made(admin, AccountType.PARTNER, "South"));
        accounts.update(admin, north.id(), now.version(), set(AccountField.SUSPENDED, true));
        CallContext elsewhere = signedIn("sam");
        assertRefused(ErrorCode.ACCOUNT_SUSPENDED, () -> in(elsewhere, lab));
        assertRefused(ErrorCode.ACCOUNT_SUSPENDED, () -> signIn.byLogin("nora@example.com"));
    }

    @Test
    public void aGroupHasOneRoleAtThePartnerAndOneInLabs() {
        CallContext sam = added("sam", Role.READ_ONLY);
        Group service = groups.create(nora, new NewGroup(" Field  service ", Role.CUSTOMER_SUCCESS, Role.BILLING));
        assertEquals("Field  service", service.name());
        groups.add(nora, service.id(), sam.actor().id());
        groups.add(nora, service.id(), sam.actor().id());
        assertEquals(1, groups.get(nora, service.id()).members());
        assertEquals(
                Set.of(Role.READ_ONLY, Role.CUSTOMER_SUCCESS),
                signedIn("sam").actor().memberRoles());
        assertEquals(Set.of(Role.READ_ONLY, Role.BILLING), roles(sam, lab));
        assertEquals(
                List.of("Field  service"),
                person("sam").groups().stream().map(GroupName::name).toList());
        assertEquals(Set.of(Role.READ_ONLY), person("sam").roles());
        assertEquals(List.of("sam"), logins(new PeopleQuery(null, null, service.id(), null, 50, null)));
        assertEquals(List.of("sam"), logins(new PeopleQuery(null, Role.CUSTOMER_SUCCESS, null, 50, null)));
        // what it gives changes and ends with the next request
        Group changed = groups.change(nora, service.id(), 1, new GroupEdit(null, Role.BILLING, null, true));
        assertEquals(2, changed.version());
        assertNull(changed.labRole());
        assertEquals(
                Set.of(Role.READ_ONLY, Role.BILLING), signedIn("sam").actor().memberRoles());
        assertEquals(Set.of(Role.READ_ONLY), roles(sam, lab));
        assertRefused(
                ErrorCode.STALE_VERSION,
                () -> groups.change(nora, service.id(), 1, new GroupEdit("X", null, null, false)));
        assertEquals(changed, groups.change(nora, service.id(), 2, new GroupEdit(null, Role.BILLING, null, true)));
        groups.remove(nora, service.id(), sam.actor().id());
        assertEquals(Set.of(Role.READ_ONLY), signedIn("sam").actor().memberRoles());
        groups.add(nora, service.id(), sam.actor().id());
        groups.delete(nora, service.id(), 2);
        assertEquals(Set.of(Role.READ_ONLY), signedIn("sam").actor().memberRoles());
        assertEquals(List.of(), groups.list(nora));
        assertEquals(
                List.of("group=null>Field  service", "group=Field  service>null", "group=null>Field  service"),
                journal
                        .find(nora, new AuditQuery(null, sam.actor().id(), null, null, null, null, 50, null))
                        .items()
                        .stream()
                        .flatMap(entry -> entry.changes().stream())
                        .filter(change -> change.field().equals("group"))
                        .map(change -> change.field() + "=" + change.before() + ">" + change.after())
                        .collect(Collectors.toList()));
    }

    private List<String> logins(PeopleQuery query) {
        return desk.find(nora, query).items().stream().map(PersonDetails::login).toList();
    }

    @Test
    @Shows("P9")
    public void aGroupGivesNobodyMoreThanItsMakerHas() {
        CallContext sam = added("sam", Role.READ_ONLY);
        assertRefused(ErrorCode.ACCESS_DENIED, () -> groups.list(sam));
        assertRefused(ErrorCode.NOT_FOUND, () -> groups.list(in(admin, north)));
        assertEquals(
                List.of("name required", "role required"),
                rules(() -> groups.create(nora, new NewGroup(" ", null, null))));
        assertEquals(
                List.of("role not_held_here", "labRole not_held_here"),
                rules(() -> groups.create(nora, new NewGroup("A", Role.SUPER_ADMIN, Role.PARTNER_ADMIN))));
        assertEquals(
                List.of("name too_long"),
                rules(() -> groups.create(nora, new NewGroup("n".repeat(101), Role.SUPPORT, null))));
        groups.create(nora, new NewGroup("Été", Role.SUPPORT, null));
        assertEquals(List.of("name taken"), rules(() -> groups.create(nora, new NewGroup("ETE", Role.SUPPORT, null))));
        // the operator's
        assertEquals(
                List.of("role not_by_group", "labRole partners_only"),
                rules(() -> groups.create(admin, new NewGroup("Root", Role.PLATFORM_OPERATOR, Role.SUPPORT))));
        desk.create(admin, new NewPerson("super", "Super", Set.of(Role.SUPER_ADMIN)), null, PASSWORD);
        desk.create(admin, new NewPerson("rita", "Rita", Set.of(Role.READ_ONLY)), null, PASSWORD);
        Group supers = groups.create(admin, new NewGroup("Supers", Role.SUPER_ADMIN, null));
        UUID rita = signedIn("rita").actor().id();
        groups.add(admin, supers.id(), rita);
        assertTrue(signedIn("rita").looksAfterPeople());
        // the last one with a role of their own stays, whatever groups give
        CallContext root = signedIn("rita");
        assertRefused(
                ErrorCode.ACCESS_DENIED,
                () -> desk.setDisabled(root, admin.actor().id(), null, true));
        // people of other accounts and unknown groups do not exist
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> groups.add(admin, supers.id(), sam.actor().id()));
        assertRefused(ErrorCode.NOT_FOUND, () -> groups.get(nora, supers.id()));
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> groups.add(nora, supers.id(), sam.actor().id()));
    }

    @Test
    @Shows("P9")
    public void whoLeavesTheAccountLeavesItsGroups() {
        Account south = made(admin, AccountType.PARTNER, "South");
        CallContext sam = added("sam", Role.READ_ONLY);
        desk.create(nora, new NewPerson("max", "Max", Set.of(Role.READ_ONLY)), "max@example.com", PASSWORD);
        Group service = groups.create(nora, new NewGroup("Service", Role.SUPPORT, null));
        groups.add(nora, service.id(), sam.actor().id());
        // a member of two accounts, so that one can end
        setMember(sam.actor().id(), south);
        desk.remove(nora, sam.actor().id(), null);
        assertEquals(0, groups.get(nora, service.id()).members());
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> groups.add(nora, service.id(), sam.actor().id()));
    }

    private void setMember(UUID person, Account account) {
        try {
            database.run("INSERT INTO membership (account_id, person_id, roles) VALUES ('" + account.id() + "', '"
                    + person + "', 'READ_ONLY')");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    public void twoWhoMakeTheSameGroupMakeOne() throws Exception {
        assertEquals(
                List.of("INVALID_INPUT", "done"),
                atOnce(
                        () -> groups.create(nora, new NewGroup("Same", Role.SUPPORT, null)),
                        () -> groups.create(nora, new NewGroup("same", Role.BILLING, null))));
        assertEquals(1, groups.list(nora).size());
    }

    /** Nobody could fill it in: Kontor makes the lab. */
    @Test
    @Shows("C9")
    public void aFieldThatAccountsMustHaveIsNotAskedOfLabs() {
        customFields.declare(
                admin,
                NewDeclaration.optional(RecordType.ACCOUNT, "segment", "Segment", CustomType.TEXT)
                        .mandatory());
        FieldValues told = FieldValues.builder()
                .set(CustomField.named(RecordType.ACCOUNT, "segment"), "alpine")
                .build();
        assertEquals(
                List.of("custom.segment required"),
                rules(() -> accounts.create(admin, values(admin, AccountType.PARTNER, "Untold"))));
        Account south = accounts.create(
                admin, values(admin, AccountType.PARTNER, "South").with(told));
        Account made = labsOf(south).get(0);
        assertEquals(Map.of(), made.values().custom());
        assertEquals(
                "Renamed",
                accounts.update(admin, made.id(), made.version(), set(AccountField.NAME, "Renamed"))
                        .name());
        FieldValues more = set(AccountField.LAB, true)
                .with(FieldValues.builder()
                        .set(AccountField.NAME, "Second lab")
                        .set(AccountField.TYPE, "CUSTOMER")
                        .set(AccountField.CUSTOMER, south.customerId())
                        .build());
        assertEquals(
                "who makes one by hand can tell",
                List.of("custom.segment required"),
                rules(() -> accounts.create(in(admin, south), more)));
    }
}
