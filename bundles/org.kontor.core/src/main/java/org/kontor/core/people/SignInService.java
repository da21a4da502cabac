/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.People;
import org.kontor.api.people.SignIn;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.PersonChange;
import org.kontor.spi.store.UnitOfWork;

/** Sign-in by password, the change of one's own, and new people. One look at the person's row per request keeps changes immediate. */
@Component(service = {SignIn.class, People.class})
public final class SignInService implements SignIn, People {
    /** Slow hashes at once: guessing must not take the machine away from those who are signed in. */
    private static final int HASHES_AT_ONCE = 2;

    private static final int WAIT_SECONDS = 10;
    /** Checked when there is no such person, so that names cannot be told by the time an answer takes. */
    private static final String NOBODY = PasswordHash.of("nobody has this one".toCharArray());

    private final UnitOfWork unitOfWork;
    private final CheckedPasswords checked = new CheckedPasswords();
    private final Semaphore hashing = new Semaphore(HASHES_AT_ONCE, true);

    @Activate
    public SignInService(@Reference UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Optional<Actor> byPassword(String login, char[] password) {
        if (!mayBeLogin(login) || password.length > MAX_PASSWORD) {
            return Optional.empty();
        }
        Optional<Person> person = find(login);
        if (person.isEmpty()) {
            matches(password, NOBODY);
            return Optional.empty();
        }
        return person.filter(known -> !known.disabled())
                .filter(known -> isRight(known, password))
                .map(SignInService::actor);
    }

    /** Whether the database can be asked for it. */
    static boolean mayBeLogin(String login) {
        return login.length() <= 254 && login.indexOf('\0') < 0;
    }

    @Override
    public Optional<Actor> byLogin(String login) {
        return find(login).filter(known -> !known.disabled()).map(SignInService::actor);
    }

    private static Actor actor(Person person) {
        return new Actor(person.id(), person.login(), person.account(), person.roles());
    }

    private Optional<Person> find(String login) {
        return unitOfWork.read(transaction -> transaction.people().byLogin(login.toLowerCase(Locale.ROOT)));
    }

    private boolean isRight(Person person, char[] password) {
        if (checked.contains(person, password)) {
            return true;
        }
        if (!matches(password, person.passwordHash())) {
            return false;
        }
        checked.add(person, password);
        return true;
    }

    private boolean matches(char[] password, String hash) {
        try {
            if (!hashing.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new KontorException(ErrorCode.TOO_MANY_REQUESTS, "Too many sign-ins at once. Try again later.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KontorException(ErrorCode.UNAVAILABLE, "The server is stopping.");
        }
        try {
            return PasswordHash.matches(password, hash);
        } finally {
            hashing.release();
        }
    }

    @Override
    public void changeOwnPassword(CallContext context, char[] current, char[] replacement) {
        PersonRules.password("replacement", replacement).ifPresent(violation -> {
            throw KontorException.invalid(List.of(violation));
        });
        Person person = find(context.actor().name()).orElseThrow(() -> wrongCurrent());
        if (current.length > MAX_PASSWORD || !isRight(person, current)) {
            throw wrongCurrent();
        }
        Person after = new Person(
                person.id(),
                person.login(),
                person.displayName(),
                person.account(),
                person.roles(),
                PasswordHash.of(replacement),
                person.credentialVersion() + 1,
                person.disabled());
        unitOfWork.write(context, transaction -> {
            transaction.save(new PersonChange(
                    person, after, AuditAction.UPDATE, List.of(new FieldChange("password", "(set)", "(changed)"))));
            return null;
        });
    }

    @Override
    public UUID add(CallContext context, NewPerson person, char[] password) {
        context.requireAdministrator();
        if (person.roles().contains(Role.PLATFORM_OPERATOR)
                && !context.actor().roles().contains(Role.PLATFORM_OPERATOR)) {
            throw new KontorException(
                    ErrorCode.ACCESS_DENIED, "Only a platform operator can make somebody a platform operator.");
        }
        PersonRules.check(person, password);
        Person added = new Person(
                Ids.next(),
                person.login().toLowerCase(Locale.ROOT),
                person.name().strip(),
                context.scope(),
                person.roles(),
                PasswordHash.of(password),
                1,
                false);
        unitOfWork.write(context, transaction -> {
            if (transaction.people().byLogin(added.login()).isPresent()) {
                throw KontorException.invalid("login", "taken", "Is in use by another person.", added.login());
            }
            transaction.save(new PersonChange(null, added, AuditAction.CREATE, shown(added)));
            return null;
        });
        return added.id();
    }

    private static List<FieldChange> shown(Person person) {
        String roles = person.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        return List.of(
                new FieldChange("login", null, person.login()),
                new FieldChange("name", null, person.displayName()),
                new FieldChange("roles", null, roles),
                new FieldChange("password", null, "(set)"));
    }

    @Override
    public char[] makePassword() {
        return MadePassword.next();
    }

    private static KontorException wrongCurrent() {
        return KontorException.invalid("current", "wrong_password", "Is not the current password.", null);
    }
}
