/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.Before;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.account.FirstAdministrators;
import org.kontor.api.account.FirstAdministrators.Who;
import org.kontor.api.account.NewAccount;
import org.kontor.api.account.Openings;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.content.Contents;
import org.kontor.api.content.NewContent;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.PeopleDesk;
import org.kontor.api.provider.MspLinks;
import org.kontor.api.record.FieldValues;
import org.kontor.core.content.ContentDesk;
import org.kontor.core.content.ContentSettings;
import org.kontor.core.opening.OpeningService;
import org.kontor.core.people.FirstAdministrator;
import org.kontor.core.people.PeopleDeskService;
import org.kontor.core.people.SignInService;
import org.kontor.core.provider.MspLinkDesk;
import org.kontor.core.record.Cursors;
import org.kontor.core.record.RuledRecordWriter;
import org.kontor.persistence.store.JpaServerSecrets;

/**
 * Two partners, North with the customers Miller and Baker, and South; in each account somebody who looks after it: paula, mia, ben
 * and sara; the first three came in. carl is of North, sam of South, both in the role customer success.
 */
abstract class TwoPartners extends OnBothDatabases {
    protected static final char[] PASSWORD = "correct horse battery".toCharArray();

    protected final SetClock clock = new SetClock();
    protected Cursors cursors;
    protected Openings openings;
    protected PeopleDesk desk;
    protected MspLinks links;
    protected Contents contents;
    private SignInService signIn;

    protected Account north;
    protected Account south;
    protected Account miller;
    protected Account baker;

    @Before
    public void accountsAndPeople() throws Exception {
        new FirstAdministrator(unitOfWork, new String(PASSWORD));
        signIn = signIn(clock);
        cursors = new Cursors(new JpaServerSecrets(database.factory()));
        openings = new OpeningService(unitOfWork, new RuledRecordWriter());
        desk = new PeopleDeskService(unitOfWork, cursors, lockOut(clock));
        links = new MspLinkDesk(unitOfWork, cursors);
        contents = new ContentDesk(unitOfWork, cursors, new ContentSettings(List.of(), 1 << 20, 1000));
        north = opened("admin", AccountType.PARTNER, "North", "paula");
        south = opened("admin", AccountType.PARTNER, "South", "sara");
        miller = opened("paula", AccountType.CUSTOMER, "Miller", "mia");
        baker = opened("paula", AccountType.CUSTOMER, "Baker", "ben");
        everybodyCame();
        add("paula", "carl", Role.CUSTOMER_SUCCESS);
        add("sara", "sam", Role.CUSTOMER_SUCCESS);
    }

    protected void everybodyCame() throws Exception {
        database.run("UPDATE password_link SET outcome = 'ACCEPTED'");
        database.run("UPDATE person SET last_sign_in = CURRENT_TIMESTAMP");
    }

    protected void add(String by, String login, Role... roles) {
        desk.create(at(by), new NewPerson(login, login, Set.of(roles)), null, PASSWORD);
    }

    /** The account, opened by somebody, for an administrator of that name. */
    protected Account opened(String by, AccountType type, String name, String administrator) {
        return openings.open(at(by), wanted(type, name, administrator)).account();
    }

    protected static NewAccount wanted(AccountType type, String name, String administrator) {
        return new NewAccount(
                null,
                FieldValues.builder().set(CustomerField.NAME, name + " Ltd").build(),
                FieldValues.builder()
                        .set(AccountField.NAME, name)
                        .set(AccountField.TYPE, type.name())
                        .build(),
                null,
                new FirstAdministrators(
                        Who.CUSTOMER, administrator, administrator + "@example.com", null, false, false));
    }

    /** Somebody's call for their home. */
    protected CallContext at(String name) {
        return CallContext.of(
                signIn.byLogin(name)
                        .or(() -> signIn.byLogin(name + "@example.com"))
                        .orElseThrow(),
                Source.REST);
    }

    /** Somebody's call for another account. */
    protected CallContext in(String name, Account account) {
        return accounts.within(at(name), account.id());
    }

    protected void set(Account account, AccountField field, Object value) {
        Account now = accounts.get(at("admin"), account.id());
        accounts.update(
                at("admin"),
                now.id(),
                now.version(),
                FieldValues.builder().set(field, value).build());
    }

    protected UUID note(CallContext context, String name) {
        return contents.create(context, new NewContent("PROGRAM", name, null, "{}", null))
                .id();
    }

    protected List<AuditEntry> audit(CallContext context, UUID record) {
        return journal.find(context, new AuditQuery(null, record, null, null, null, null, 50, null))
                .items();
    }
}
