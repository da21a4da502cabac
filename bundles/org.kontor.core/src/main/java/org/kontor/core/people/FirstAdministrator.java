/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.account.Account;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.people.People;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.PersonChange;
import org.kontor.spi.store.UnitOfWork;

/**
 * Makes the person {@code admin} when there is nobody yet. The password comes from the environment variable
 * {@value #VARIABLE}, or is made and printed once on the console (standard output, never the log). There is no built-in
 * one (X2).
 */
@Component(service = FirstAdministrator.class, immediate = true)
public final class FirstAdministrator {
    static final String VARIABLE = "KONTOR_ADMIN_PASSWORD";
    static final String LOGIN = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    @Activate
    public FirstAdministrator(@Reference UnitOfWork unitOfWork) {
        this(unitOfWork, System.getenv(VARIABLE));
    }

    /** @param given the password to use, or null to make one */
    public FirstAdministrator(UnitOfWork unitOfWork, String given) {
        if (!unitOfWork.read(transaction -> transaction.people().none())) {
            return;
        }
        if (given != null && (given.length() < People.MIN_PASSWORD || given.length() > People.MAX_PASSWORD)) {
            LOG.error(
                    "{} must have {} to {} characters. Nobody can sign in until Kontor is started with a fitting one.",
                    VARIABLE,
                    People.MIN_PASSWORD,
                    People.MAX_PASSWORD);
            return;
        }
        String password = given == null ? new String(MadePassword.next()) : given;
        create(unitOfWork, password);
        LOG.info("The first administrator is '{}'.", LOGIN);
        if (given == null) {
            System.out.println("\nKontor: the first administrator is '" + LOGIN + "', the password " + password
                    + "\n        It is shown this once. Change it with PUT /kontor/api/v1/me/password.\n");
        }
    }

    private static void create(UnitOfWork unitOfWork, String password) {
        Person admin =
                Person.added(LOGIN, "Administrator", null, Account.OPERATOR, PasswordHash.of(password.toCharArray()));
        Actor system = new Actor(new UUID(0, 0), "system", Account.OPERATOR, Set.of(Role.PLATFORM_OPERATOR));
        unitOfWork.write(CallContext.of(system, Source.SYSTEM), transaction -> {
            if (transaction.people().none()) {
                transaction.save(new PersonChange(
                        null,
                        admin,
                        Account.OPERATOR,
                        Set.of(Role.PLATFORM_OPERATOR),
                        null,
                        AuditAction.CREATE,
                        List.of(
                                new FieldChange("login", null, LOGIN),
                                new FieldChange("roles", null, Role.PLATFORM_OPERATOR.name()))));
            }
            return null;
        });
    }
}
