/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.PeopleDesk;
import org.kontor.api.people.PeopleQuery;
import org.kontor.api.people.PersonDetails;
import org.kontor.api.people.PersonEdit;
import org.kontor.api.people.PersonWithPassword;
import org.kontor.api.record.Page;
import org.kontor.core.record.Cursors;
import org.kontor.spi.page.Pages;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.PersonChange;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;
import org.kontor.spi.text.NameFilter;

/** Looks after people. */
@Component
public final class PeopleDeskService implements PeopleDesk {
    private final UnitOfWork unitOfWork;
    private final Cursors cursors;
    private final LockOut lockOut;

    @Activate
    public PeopleDeskService(@Reference UnitOfWork unitOfWork, @Reference Cursors cursors, @Reference LockOut lockOut) {
        this.unitOfWork = unitOfWork;
        this.cursors = cursors;
        this.lockOut = lockOut;
    }

    @Override
    public Page<PersonDetails> find(CallContext context, PeopleQuery query) {
        context.requireAdministrator();
        Cursors.checkLimit(query.limit(), Pages.MAX_LIMIT);
        NameFilter.check("q", query.text());
        String list = "people " + context.scope() + " " + query.role() + " " + query.disabled() + " " + query.text();
        String after = query.cursor() == null ? null : cursors.open(list, query.cursor());
        List<PersonDetails> rows = unitOfWork.read(transaction ->
                details(transaction, transaction.people().list(context.scope(), query, after, query.limit() + 1)));
        if (rows.size() <= query.limit()) {
            return new Page<>(rows, null);
        }
        List<PersonDetails> page = rows.subList(0, query.limit());
        return new Page<>(page, cursors.seal(list, page.get(page.size() - 1).login()));
    }

    private List<PersonDetails> details(ReadTransaction transaction, List<Person> people) {
        Map<UUID, Instant> locked = lockOut.lockedUntil(
                transaction.wrongPasswords(), people.stream().map(Person::id).toList());
        return people.stream()
                .map(person -> new PersonDetails(
                        person.id(),
                        person.login(),
                        person.displayName(),
                        person.email(),
                        person.roles(),
                        person.disabled(),
                        person.version(),
                        person.lastSignIn(),
                        locked.get(person.id())))
                .toList();
    }

    private PersonDetails details(ReadTransaction transaction, Person person) {
        return details(transaction, List.of(person)).get(0);
    }

    @Override
    public PersonDetails get(CallContext context, UUID id) {
        context.requireAdministrator();
        return unitOfWork.read(transaction -> details(transaction, known(context, transaction, id)));
    }

    @Override
    public PersonDetails byLogin(CallContext context, String login) {
        context.requireAdministrator();
        NameFilter.check("login", login);
        return unitOfWork.read(transaction -> details(
                transaction,
                visible(context, transaction.people().byLogin(login.toLowerCase(Locale.ROOT)))
                        .orElseThrow(() -> new KontorException(
                                ErrorCode.NOT_FOUND, "There is no person with the login '" + login + "'."))));
    }

    private static Person known(CallContext context, ReadTransaction transaction, UUID id) {
        return required(context, id, transaction.people().byId(id));
    }

    private static Person required(CallContext context, UUID id, Optional<Person> person) {
        return visible(context, person)
                .orElseThrow(
                        () -> new KontorException(ErrorCode.NOT_FOUND, "There is no person with the id " + id + "."));
    }

    private static Optional<Person> visible(CallContext context, Optional<Person> person) {
        return person.filter(found -> found.account().equals(context.scope()));
    }

    @Override
    public PersonWithPassword create(CallContext context, NewPerson person, String email, char[] password) {
        return withPassword(password, given -> {
            Person added = PersonRegister.add(unitOfWork, context, person, email, given);
            return unitOfWork.read(transaction -> details(transaction, known(context, transaction, added.id())));
        });
    }

    private static PersonWithPassword withPassword(char[] password, Function<char[], PersonDetails> work) {
        char[] made = password == null ? MadePassword.next() : null;
        return new PersonWithPassword(work.apply(password == null ? made : password), made);
    }

    @Override
    public PersonDetails change(CallContext context, UUID id, long version, PersonEdit edit) {
        context.requireAdministrator();
        List<Violation> violations = new ArrayList<>();
        String name = edit.name() == null ? null : PersonRules.name(edit.name(), violations);
        String email = edit.email() == null ? null : PersonRules.email(edit.email(), violations);
        if (edit.roles() != null) {
            PersonRules.roles(edit.roles(), violations);
        }
        return guarded(context, id, version, (transaction, before) -> {
            // behind the question whether there is such a person
            PersonRules.refuseAny(violations);
            Set<Role> roles = edit.roles() == null ? before.roles() : edit.roles();
            PersonRules.requireMayTouch(context, roles);
            Person after = before.with(
                    edit.name() == null ? before.displayName() : name,
                    edit.email() == null ? before.email() : email,
                    roles);
            PersonRegister.refuseTakenEmail(transaction.people(), after);
            return after;
        });
    }

    @Override
    public PersonDetails setDisabled(CallContext context, UUID id, Long version, boolean disabled) {
        context.requireAdministrator();
        return guarded(context, id, version, (transaction, before) -> before.withDisabled(disabled));
    }

    /** A change after which somebody must be left to look after the installation. */
    private PersonDetails guarded(
            CallContext context, UUID id, Long version, BiFunction<WriteTransaction, Person, Person> change) {
        return unitOfWork.write(context, transaction -> {
            List<Person> administrators = transaction.people().lockedAdministratorsAnd(id);
            Person before = known(context, transaction, id);
            PersonRules.requireMayTouch(context, before.roles());
            if (version != null && version != before.version()) {
                throw new KontorException(
                        ErrorCode.STALE_VERSION,
                        "The person is at version " + before.version() + ", not " + version
                                + ". Somebody changed it meanwhile; read it again.");
            }
            Person after = change.apply(transaction, before);
            requireSuccessor(administrators, before, after);
            if (after.disabled()
                    && !before.disabled()
                    && id.equals(context.actor().id())) {
                throw new KontorException(ErrorCode.ACCESS_DENIED, "Nobody disables themselves.");
            }
            PersonRegister.update(transaction, before, after);
            return details(transaction, known(context, transaction, id));
        });
    }

    /** Without a platform operator there would never be one again, so the last of them stays, too. */
    private static void requireSuccessor(List<Person> administrators, Person before, Person after) {
        List<Person> others = administrators.stream()
                .filter(other -> !other.id().equals(before.id()))
                .toList();
        if (loses(before, after, Role::administers) && others.isEmpty()
                || loses(before, after, Role.PLATFORM_OPERATOR::equals)
                        && others.stream().noneMatch(other -> other.roles().contains(Role.PLATFORM_OPERATOR))) {
            throw new KontorException(
                    ErrorCode.LAST_ADMINISTRATOR,
                    "'" + before.login() + "' is the last one who looks after the installation with this role."
                            + " Give it to somebody else first.");
        }
    }

    private static boolean loses(Person before, Person after, Predicate<Role> what) {
        return has(before, what) && !has(after, what);
    }

    private static boolean has(Person person, Predicate<Role> what) {
        return !person.disabled() && person.roles().stream().anyMatch(what);
    }

    @Override
    public PersonWithPassword setPassword(CallContext context, UUID id, char[] password) {
        context.requireAdministrator();
        // before a hash is computed for nothing
        PersonRules.requireMayTouch(
                context,
                unitOfWork.read(transaction -> known(context, transaction, id)).roles());
        if (password != null) {
            PersonRules.refuseAny(
                    PersonRules.password("password", password).map(List::of).orElse(List.of()));
        }
        return withPassword(password, given -> {
            String hash = PasswordHash.of(given);
            return unitOfWork.write(context, transaction -> {
                Person before = locked(context, transaction, id);
                transaction.wrongPasswords().forget(id);
                PersonRegister.update(transaction, before, before.withPassword(hash));
                return details(transaction, known(context, transaction, id));
            });
        });
    }

    /** Somebody whom the caller may touch, locked. */
    static Person locked(CallContext context, WriteTransaction transaction, UUID id) {
        Person person = required(context, id, transaction.people().locked(id));
        PersonRules.requireMayTouch(context, person.roles());
        return person;
    }

    @Override
    public PersonDetails unlock(CallContext context, UUID id) {
        context.requireAdministrator();
        return unitOfWork.write(context, transaction -> {
            Person person = locked(context, transaction, id);
            Instant until = lockOut.lockedUntil(transaction.wrongPasswords(), List.of(id))
                    .get(id);
            transaction.wrongPasswords().forget(id);
            if (until != null) {
                transaction.save(new PersonChange(
                        person,
                        person,
                        AuditAction.UPDATE,
                        List.of(new FieldChange("lockedUntil", until.toString(), null))));
            }
            return details(transaction, person);
        });
    }
}
