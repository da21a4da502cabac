/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.Membership;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.People;
import org.kontor.api.people.SignIn;
import org.kontor.core.access.Acting;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.UnitOfWork;

/** Sign-in by password, the change of one's own, and new people. A look at the person's rows with each request keeps changes immediate. */
@Component(service = {SignIn.class, People.class})
public final class SignInService implements SignIn, People {
    private final UnitOfWork unitOfWork;
    private final PasswordCheck passwords;
    private final LastSignIns lastSignIns;

    @Activate
    public SignInService(
            @Reference UnitOfWork unitOfWork, @Reference LockOut lockOut, @Reference LastSignIns lastSignIns) {
        this.unitOfWork = unitOfWork;
        this.passwords = new PasswordCheck(lockOut);
        this.lastSignIns = lastSignIns;
    }

    @Override
    public Optional<Actor> byPassword(String login, char[] password) {
        if (!mayBeLogin(login) || password.length > MAX_PASSWORD) {
            return Optional.empty();
        }
        Optional<Person> person = find(login).filter(known -> !known.disabled());
        if (!passwords.isRight(login, person, password)) {
            return Optional.empty();
        }
        Optional<Actor> actor =
                person.flatMap(known -> unitOfWork.read(transaction -> Acting.atHome(transaction, known, null)));
        actor.map(Actor::id).ifPresent(lastSignIns::note);
        return actor;
    }

    /** Whether the database can be asked for it. */
    static boolean mayBeLogin(String login) {
        return login.length() <= 254 && login.indexOf('\0') < 0;
    }

    @Override
    public Optional<Actor> byLogin(String login) {
        return unitOfWork.read(transaction -> find(transaction, login)
                .filter(known -> !known.disabled())
                .flatMap(known -> Acting.atHome(transaction, known, null)));
    }

    private Optional<Person> find(String login) {
        return unitOfWork.read(transaction -> find(transaction, login));
    }

    private static Optional<Person> find(ReadTransaction transaction, String login) {
        return transaction.people().byLogin(login.toLowerCase(Locale.ROOT));
    }

    @Override
    public void changeOwnPassword(CallContext context, char[] current, char[] replacement) {
        PersonRules.password("replacement", replacement).ifPresent(violation -> {
            throw KontorException.invalid(List.of(violation));
        });
        Person person = find(context.actor().name()).orElseThrow(() -> wrongCurrent());
        if (current.length > MAX_PASSWORD || !passwords.isRight(person.login(), Optional.of(person), current)) {
            throw wrongCurrent();
        }
        String hash = PasswordHash.of(replacement);
        unitOfWork.write(context, transaction -> {
            Person now = transaction.people().locked(person.id()).orElseThrow(() -> wrongCurrent());
            if (!now.passwordHash().equals(person.passwordHash())) {
                throw wrongCurrent();
            }
            PersonRegister.update(transaction, now, now.withPassword(hash, now.proven()));
            return null;
        });
    }

    @Override
    public UUID add(CallContext context, NewPerson person, char[] password) {
        return PersonRegister.add(unitOfWork, context, person, null, password)
                .person()
                .id();
    }

    @Override
    public List<Membership> memberships(CallContext context) {
        UUID person = context.actor().id();
        return unitOfWork.read(transaction -> Stream.of(
                        transaction.members().of(person), transaction.members().labs(person))
                .flatMap(List::stream)
                .toList());
    }

    @Override
    public char[] makePassword() {
        return MadePassword.next();
    }

    private static KontorException wrongCurrent() {
        return KontorException.invalid("current", "wrong_password", "Is not the current password.", null);
    }
}
