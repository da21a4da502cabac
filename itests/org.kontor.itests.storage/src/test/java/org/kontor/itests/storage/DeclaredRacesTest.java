/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.persistence.PersistenceException;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.custom.CustomFields;
import org.kontor.api.custom.CustomType;
import org.kontor.api.custom.NewDeclaration;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.customer.Customers;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.core.custom.CustomFieldDesk;
import org.kontor.core.profile.CreationProfileDesk;
import org.kontor.core.record.AccountsService;
import org.kontor.core.record.Cursors;
import org.kontor.core.record.CustomersService;
import org.kontor.core.record.RuledRecordWriter;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.persistence.store.JpaUnitOfWork;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

/** Two who change at once what accounts declare: whoever comes second sees what the first one did. */
@Shows({"C9", "C1"})
public class DeclaredRacesTest extends OnBothDatabases {
    private static final NewDeclaration SEGMENT =
            NewDeclaration.optional(RecordType.CUSTOMER, "segment", "Segment", CustomType.TEXT);
    private static final FieldValues TOLD = FieldValues.builder()
            .set(CustomerField.NAME, "Told")
            .set(CustomField.named(RecordType.CUSTOMER, "segment"), "a")
            .build();

    private final CommitHook hook = new CommitHook();
    private UnitOfWork hooked;
    private CustomFields fields;
    private Account partner;
    private CallContext below;

    @Before
    public void know() {
        hooked = new JpaUnitOfWork(hook.around(database.factory()));
        fields = new CustomFieldDesk(hooked);
        partner = partner(ME, "Partner");
        below = in(partner);
        fields.list(ME, null); // known to all from now on
        new CreationProfileDesk(hooked).list(ME);
    }

    private static CallContext in(Account account) {
        return CallContext.of(
                new Actor(UUID.randomUUID(), "in " + account.id(), account.id(), Set.of(Role.PARTNER_ADMIN)),
                Source.REST);
    }

    private Account partner(CallContext above, String name) {
        Customer customer = customers.create(above, named(name));
        return accounts.create(
                above,
                FieldValues.builder()
                        .set(AccountField.NAME, name)
                        .set(AccountField.TYPE, AccountType.PARTNER.name())
                        .set(AccountField.CUSTOMER, customer.id())
                        .build());
    }

    private Customers customersOf(UnitOfWork work) {
        return new CustomersService(
                work, new RuledRecordWriter(), new Cursors(new JpaServerSecrets(database.factory())));
    }

    @Test
    public void whoWaitedToDeclareSeesWhatWasDeclared() {
        hook.then(() -> assertViolations(List.of("key taken"), () -> fields.declare(below, SEGMENT)));
        fields.declare(ME, SEGMENT);
        assertEquals(1, fields.list(ME, null).size());
        customersOf(hooked).create(below, TOLD);
    }

    @Test
    public void whoWaitedToMoveSeesWhatWasDeclared() {
        Account beside = partner(ME, "Beside");
        fields.declare(below, SEGMENT);
        AccountsService tree = new AccountsService(
                hooked, new RuledRecordWriter(), new Cursors(new JpaServerSecrets(database.factory())));
        hook.then(() -> assertViolations(
                List.of("managingAccount field_taken"),
                () -> tree.move(ME, partner.id(), partner.version(), beside.id())));
        fields.declare(in(beside), SEGMENT);
    }

    @Test
    public void whoWaitedToChangeAProfileSeesWhatItIs() {
        CreationProfileDesk profiles = new CreationProfileDesk(hooked);
        hook.then(() -> assertEquals(
                2,
                profiles.put(below, RecordType.CUSTOMER, List.of("email"), false)
                        .version()));
        profiles.put(below, RecordType.CUSTOMER, List.of("address.city"), false);
        assertEquals(List.of("email"), profiles.get(below, RecordType.CUSTOMER).fields());
    }

    /** The database did it, and its answer was lost. */
    @Test
    public void whatWasCommittedWithoutAnAnswerIsKnown() {
        hook.then(() -> {
            throw new PersistenceException("the connection broke");
        });
        assertThrows(PersistenceException.class, () -> fields.declare(ME, SEGMENT));
        assertEquals(1, fields.list(ME, null).size());
        customersOf(hooked).create(below, TOLD);
    }

    @Test
    public void ofTwoWhoDeclareTheSameOneIsRefused() throws Exception {
        for (int round = 0; round < 10; round++) {
            NewDeclaration same = NewDeclaration.optional(RecordType.CUSTOMER, "k" + round, "K", CustomType.TEXT);
            assertEquals(
                    List.of("INVALID_INPUT", "done"),
                    atOnce(() -> customFields.declare(ME, same), () -> customFields.declare(below, same)));
        }
        assertEquals(10, customFields.list(ME, null).size());
        customers.create(below, named("Below"));
    }

    /** However it came to be: what is declared further up counts, and writing goes on. */
    @Test
    public void aKeyThatIsDeclaredTwiceStopsNothing() throws Exception {
        Account child = partner(below, "Child");
        customFields.declare(in(child), NewDeclaration.optional(RecordType.CUSTOMER, "x", "X", CustomType.NUMBER));
        customFields.declare(below, NewDeclaration.optional(RecordType.CUSTOMER, "y", "Y", CustomType.NUMBER));
        customFields.declare(ME, SEGMENT);
        database.run("UPDATE custom_field SET field_key = 'segment' WHERE field_key IN ('x', 'y')");
        Customers fresh = customersOf(new JpaUnitOfWork(database.factory()));
        assertEquals("Told", fresh.create(in(child), TOLD).name());
        assertEquals("Told", fresh.create(below, TOLD).name());
        database.run("DELETE FROM custom_value");
        database.run("DELETE FROM custom_field WHERE type = 'TEXT'");
        Customers again = customersOf(new JpaUnitOfWork(database.factory()));
        assertEquals("Plain", again.create(in(child), named("Plain")).name());
        assertRefused(ErrorCode.INVALID_INPUT, () -> again.create(in(child), TOLD));
    }
}
