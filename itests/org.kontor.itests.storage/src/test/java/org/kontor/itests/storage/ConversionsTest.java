/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.junit.Before;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.account.Conversion;
import org.kontor.api.account.Conversion.Invitee;
import org.kontor.api.account.Conversions;
import org.kontor.api.account.Converted;
import org.kontor.api.account.FirstAdministrators;
import org.kontor.api.account.FirstAdministrators.Who;
import org.kontor.api.account.NewAccount;
import org.kontor.api.account.Opening.NewMember;
import org.kontor.api.account.Openings;
import org.kontor.api.account.Stage;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.content.ContentItem;
import org.kontor.api.content.ContentQuery;
import org.kontor.api.content.Contents;
import org.kontor.api.content.NewContent;
import org.kontor.api.custom.CustomType;
import org.kontor.api.custom.NewDeclaration;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.PeopleDesk;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.core.content.ContentDesk;
import org.kontor.core.content.ContentSettings;
import org.kontor.core.opening.ConversionService;
import org.kontor.core.opening.OpeningService;
import org.kontor.core.people.FirstAdministrator;
import org.kontor.core.people.PeopleDeskService;
import org.kontor.core.people.SignInService;
import org.kontor.core.record.Cursors;
import org.kontor.core.record.RuledRecordWriter;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** A lead becomes an account of its own. */
@Shows({"A4", "A5"})
public class ConversionsTest extends OnBothDatabases {
    private static final char[] PASSWORD = "correct horse battery".toCharArray();
    private static final long SEED = 20261123;

    private Openings openings;
    private Conversions conversions;
    private Contents contents;
    private PeopleDesk desk;
    private SignInService signIn;
    /** Administrator of a partner. */
    private CallContext paula;

    @Before
    public void partner() {
        new FirstAdministrator(unitOfWork, new String(PASSWORD));
        SetClock clock = new SetClock();
        signIn = signIn(clock);
        Cursors cursors = new Cursors(new JpaServerSecrets(database.factory()));
        ContentSettings settings = new ContentSettings(List.of(), 1 << 20, 1000);
        desk = new PeopleDeskService(unitOfWork, cursors, lockOut(clock));
        contents = new ContentDesk(unitOfWork, cursors, settings);
        openings = new OpeningService(unitOfWork, new RuledRecordWriter());
        conversions = new ConversionService(unitOfWork, new RuledRecordWriter(), settings);
        openings.open(
                signedIn("admin"),
                new NewAccount(
                        null,
                        FieldValues.builder()
                                .set(CustomerField.NAME, "North Ltd")
                                .build(),
                        account("North", AccountType.PARTNER, Stage.CUSTOMER),
                        null,
                        new FirstAdministrators(Who.CUSTOMER, "Paula", "paula@example.com", null, false, false)));
        paula = signedIn("paula@example.com");
        desk.create(paula, new NewPerson("carl", "Carl", Set.of(Role.CUSTOMER_SUCCESS)), null, PASSWORD);
    }

    private CallContext signedIn(String login) {
        return CallContext.of(signIn.byLogin(login).orElseThrow(), Source.REST);
    }

    private static FieldValues account(String name, AccountType type, Stage stage) {
        return FieldValues.builder()
                .set(AccountField.NAME, name)
                .set(AccountField.TYPE, type.name())
                .set(AccountField.STAGE, stage.name())
                .set(AccountField.TAGS, List.of("alpine"))
                .set(AccountField.SANDBOX, true)
                .build();
    }

    private Account lead() {
        return openings.open(
                        paula,
                        new NewAccount(
                                null,
                                FieldValues.builder()
                                        .set(CustomerField.NAME, "Miller Ltd")
                                        .build(),
                                account("Miller", AccountType.CUSTOMER, Stage.LEAD),
                                null,
                                FirstAdministrators.ME))
                .account();
    }

    private static Conversion by(String colleague, String... kinds) {
        return new Conversion(Set.of(colleague), List.of(), Set.of(kinds));
    }

    private List<ContentItem> content(CallContext context) {
        return contents.find(context, new ContentQuery(null, null, null, false, 200, null))
                .items();
    }

    private static void refused(ErrorCode code, ThrowingRunnable call) {
        assertEquals(code, assertThrows(KontorException.class, call).code());
    }

    @Test
    public void theCopyHasWhatIsCarriedAndTheLeadStays() {
        Account lead = lead();
        Conversion wanted = new Conversion(
                Set.of("carl", "PAULA@example.com"),
                List.of(new Invitee("Mia", "mia@example.com", "fr", false)),
                Set.of());
        Converted review = conversions.review(paula, lead.id(), wanted);
        assertFalse(review.stored());
        assertEquals(Stage.LEAD, accounts.get(paula, lead.id()).stage());

        Converted converted = conversions.convert(paula, lead.id(), wanted);
        assertTrue(converted.stored());
        Account account = converted.account();
        assertNotEquals(lead.id(), account.id());
        assertNotEquals(lead.code(), account.code());
        assertEquals(Stage.CUSTOMER, account.stage());
        assertEquals(lead.name(), account.name());
        assertEquals(lead.accountType(), account.accountType());
        assertEquals(lead.customerId(), account.customerId());
        assertEquals(lead.tags(), account.tags());
        assertEquals(lead.responsible(), account.responsible());
        assertFalse("a marker is not carried", account.sandbox());
        assertEquals(lead.header().managingAccount(), account.header().managingAccount());
        Account after = accounts.get(paula, lead.id());
        assertEquals(Stage.CONVERTED, after.stage());
        assertEquals(account.id(), after.convertedTo());
        assertTrue(after.sandbox());
        assertEquals(
                List.of("carl", "paula@example.com", "mia@example.com"),
                converted.members().stream().map(NewMember::login).toList());
        assertEquals(1, converted.mails().size());
        assertEquals(
                Set.of(Role.ACCOUNT_ADMIN),
                accounts.within(signedIn("carl"), account.id()).actor().memberRoles());
        assertFalse(
                "who was none of the lead is none",
                accounts.within(signedIn("carl"), lead.id()).actor().enters());
    }

    @Test
    @Shows("C9")
    public void customFieldsAreCarriedAlsoRequiredOnes() {
        Field segment = CustomField.named(RecordType.ACCOUNT, "segment");
        customFields.declare(
                paula,
                NewDeclaration.optional(RecordType.ACCOUNT, "segment", "Segment", CustomType.TEXT)
                        .mandatory());
        FieldValues values = account("Miller", AccountType.CUSTOMER, Stage.LEAD)
                .with(FieldValues.builder().set(segment, "alpine").build());
        Account lead = openings.open(
                        paula,
                        new NewAccount(
                                null,
                                FieldValues.builder()
                                        .set(CustomerField.NAME, "Miller Ltd")
                                        .build(),
                                values,
                                null,
                                FirstAdministrators.ME))
                .account();
        Account account = conversions.convert(paula, lead.id(), by("carl")).account();
        assertEquals("alpine", account.values().get(segment));
    }

    @Test
    public void theResponsibleAloneWillDoAndNobodyIsAMemberByTheLead() {
        Account lead = lead();
        Converted converted = conversions.convert(paula, lead.id(), by("carl"));
        assertTrue(accounts.within(paula, lead.id()).actor().enters());
        assertFalse(accounts.within(paula, converted.account().id()).actor().enters());
        assertEquals(
                "paula@example.com",
                conversions
                        .convert(paula, lead().id(), by(lead.responsible()))
                        .members()
                        .get(0)
                        .login());
    }

    @Test
    public void aLeadIsConvertedOnceAlsoWhenTwoRace() throws Exception {
        Account lead = lead();
        Callable<?> convert = () -> conversions.convert(paula, lead.id(), by("carl"));
        List<String> outcomes = atOnce(convert, convert);
        assertTrue(outcomes.toString(), outcomes.contains("done") && outcomes.contains("ALREADY_CONVERTED"));
        refused(ErrorCode.ALREADY_CONVERTED, () -> conversions.convert(paula, lead.id(), by("carl")));
        assertEquals(2, database.count("SELECT count(*) FROM account WHERE name = 'Miller'"));
    }

    /** What was not chosen is not copied; what was is a copy: equal, another item, and neither follows the other. */
    @Test
    @Shows("A14")
    public void contentIsCopiedByItsKinds() {
        Random random = new Random(SEED);
        List<String> kinds = ContentSettings.OWN_KINDS;
        for (int round = 0; round < 8; round++) {
            Account lead = lead();
            CallContext inside = accounts.within(paula, lead.id());
            Map<String, ContentItem> originals = new TreeMap<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                String kind = kinds.get(random.nextInt(kinds.size()));
                ContentItem item =
                        contents.create(inside, new NewContent(kind, kind + " " + i, null, "{\"a\":" + i + "}", null));
                originals.put(item.name(), item);
            }
            Set<String> chosen = new HashSet<>();
            kinds.stream().filter(kind -> random.nextBoolean()).forEach(chosen::add);
            Converted converted = conversions.convert(
                    paula, lead.id(), new Conversion(Set.of("paula@example.com"), List.of(), chosen));
            CallContext there = accounts.within(paula, converted.account().id());
            List<ContentItem> copies = content(there);
            long expected = originals.values().stream()
                    .filter(item -> chosen.contains(item.kind()))
                    .count();
            String told = "seed " + SEED + ", round " + round + ", chosen " + chosen;
            assertEquals(told, expected, copies.size());
            assertEquals(told, expected, converted.copied());
            for (ContentItem copy : copies) {
                ContentItem original = originals.get(copy.name());
                assertTrue(told, chosen.contains(copy.kind()));
                assertNotEquals(told, original.id(), copy.id());
                assertEquals(told, original.kind(), copy.kind());
                assertEquals(
                        told,
                        contents.get(inside, original.id()).body(),
                        contents.get(there, copy.id()).body());
                contents.delete(inside, original.id(), original.version());
                assertEquals(told, copy.name(), contents.get(there, copy.id()).name());
            }
        }
    }

    @Test
    @Shows("P6")
    public void whoDoesNotEnterTheLeadCopiesNoneOfItsContent() {
        Account lead = lead();
        contents.create(accounts.within(paula, lead.id()), new NewContent("PROGRAM", "p", null, "{}", null));
        CallContext carl = signedIn("carl");
        refused(ErrorCode.NOT_FOUND, () -> conversions.convert(carl, lead.id(), by("carl", "PROGRAM")));
        assertEquals(0, conversions.convert(carl, lead.id(), by("carl")).copied());
    }

    @Test
    public void whatIsWrongIsToldAndNothingStays() throws Exception {
        Account lead = lead();
        long before = database.count("SELECT count(*) FROM audit_entry");
        assertViolations(
                List.of("colleagues required"),
                () -> conversions.convert(paula, lead.id(), new Conversion(Set.of(), List.of(), Set.of())));
        assertViolations(
                List.of("colleagues unknown_reference"), () -> conversions.convert(paula, lead.id(), by("admin")));
        assertViolations(
                List.of("contentKinds unknown_choice"),
                () -> conversions.convert(paula, lead.id(), by("carl", "NOTHING")));
        Conversion twice = new Conversion(
                Set.of(),
                List.of(
                        new Invitee("Mia", "mia@example.com", null, false),
                        new Invitee("Mia", "MIA@example.com", null, false)),
                Set.of());
        assertViolations(List.of("invited[1].email taken"), () -> conversions.convert(paula, lead.id(), twice));
        Conversion injected =
                new Conversion(Set.of(), List.of(new Invitee("Mia\r\nBcc: x", "a@b\r\n", null, false)), Set.of());
        refused(ErrorCode.INVALID_INPUT, () -> conversions.convert(paula, lead.id(), injected));
        refused(ErrorCode.NOT_FOUND, () -> conversions.convert(paula, UUID.randomUUID(), by("carl")));
        assertViolations(
                List.of("stage not_a_lead"), () -> conversions.convert(signedIn("admin"), paula.scope(), by("admin")));
        assertEquals(before, database.count("SELECT count(*) FROM audit_entry"));
        assertEquals(Stage.LEAD, accounts.get(paula, lead.id()).stage());
    }

    @Test
    public void nobodyTellsOfAConversionThatWasNone() {
        Account lead = lead();
        for (FieldValues told : List.of(
                FieldValues.builder().set(AccountField.STAGE, "CONVERTED").build(),
                FieldValues.builder().set(AccountField.STAGE, "CUSTOMER").build(),
                FieldValues.builder()
                        .set(AccountField.CONVERTED_TO, paula.scope().toString())
                        .build())) {
            refused(ErrorCode.INVALID_INPUT, () -> accounts.update(paula, lead.id(), lead.version(), told));
        }
        assertNull(accounts.get(paula, lead.id()).convertedTo());
    }

    /** Its customer stays with who had it, and is carried all the same. */
    @Test
    @Shows("A7")
    public void aLeadThatWasMovedIsConverted() {
        Account lead = lead();
        CallContext admin = signedIn("admin");
        Account south = openings.open(
                        admin,
                        new NewAccount(
                                null,
                                FieldValues.builder()
                                        .set(CustomerField.NAME, "South Ltd")
                                        .build(),
                                account("South", AccountType.PARTNER, Stage.CUSTOMER),
                                null,
                                new FirstAdministrators(Who.CUSTOMER, "Sara", "sara@example.com", null, false, false)))
                .account();
        accounts.move(admin, lead.id(), lead.version(), south.id());
        CallContext sara = signedIn("sara@example.com");
        Account account =
                conversions.convert(sara, lead.id(), by("sara@example.com")).account();
        assertEquals(lead.customerId(), account.customerId());
        assertEquals(south.id(), account.header().managingAccount());
    }

    @Test
    @Shows("C5")
    public void aLeadOfAnArchivedCustomerWaits() {
        Account lead = lead();
        customers.setArchived(paula, lead.customerId(), null, true);
        refused(ErrorCode.ARCHIVED, () -> conversions.convert(paula, lead.id(), by("carl")));
        customers.setArchived(paula, lead.customerId(), null, false);
        assertTrue(conversions.convert(paula, lead.id(), by("carl")).stored());
    }

    /** One transaction, with an audit entry for each. */
    @Test
    @Shows("A14")
    public void aConversionCopiesNotWithoutEnd() throws Exception {
        Account lead = lead();
        database.run("INSERT INTO content_item (id, account_id, kind, name, name_key, form, link, version, created_at,"
                + " created_by, created_through, changed_at, changed_by, changed_through) SELECT "
                + (kind == TestDatabase.H2 ? "RANDOM_UUID()" : "gen_random_uuid()") + ", '" + lead.id()
                + "', 'PROGRAM', 'p', 'p', 'LINK', 'https://example.com/', 1, CURRENT_TIMESTAMP, 'x', 'REST',"
                + " CURRENT_TIMESTAMP, 'x', 'REST' FROM "
                + (kind == TestDatabase.H2 ? "SYSTEM_RANGE(1, 10001)" : "generate_series(1, 10001)"));
        Conversion wanted = by("paula@example.com", "PROGRAM", "PATTERN");
        for (ThrowingRunnable call : List.<ThrowingRunnable>of(
                () -> conversions.review(paula, lead.id(), wanted),
                () -> conversions.convert(paula, lead.id(), wanted))) {
            assertViolations(List.of("contentKinds too_many"), call);
        }
        assertEquals(
                0,
                conversions
                        .review(paula, lead.id(), by("paula@example.com", "PATTERN"))
                        .copied());
        database.run("DELETE FROM content_item WHERE id = (SELECT id FROM content_item ORDER BY id LIMIT 1)");
        assertEquals(10_000, conversions.review(paula, lead.id(), wanted).copied());
        assertEquals(10_000, conversions.convert(paula, lead.id(), wanted).copied());
    }
}
