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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.people.GroupName;
import org.kontor.api.people.Membership;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.PeopleDesk;
import org.kontor.api.people.PeopleQuery;
import org.kontor.api.people.PersonDetails;
import org.kontor.api.people.PersonEdit;
import org.kontor.api.people.PersonWithPassword;
import org.kontor.api.record.Page;
import org.kontor.core.access.Insider;
import org.kontor.core.record.Cursors;
import org.kontor.spi.page.Pages;
import org.kontor.spi.store.Member;
import org.kontor.spi.store.Person;
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
        context.requirePeople();
        Cursors.checkLimit(query.limit(), Pages.MAX_LIMIT);
        NameFilter.check("q", query.text());
        String list = "people " + context.scope() + " " + query.role() + " " + query.group() + " " + query.disabled()
                + " " + query.text();
        String after = query.cursor() == null ? null : cursors.open(list, query.cursor());
        List<PersonDetails> rows = unitOfWork.read(transaction ->
                details(transaction, transaction.members().list(context.scope(), query, after, query.limit() + 1)));
        return cursors.page(list, query.limit(), rows, PersonDetails::login);
    }

    private List<PersonDetails> details(ReadTransaction transaction, List<Member> members) {
        Map<UUID, Instant> locked = lockOut.lockedUntil(
                transaction.wrongPasswords(),
                members.stream().map(member -> member.person().id()).toList());
        Map<UUID, List<GroupName>> groups = members.isEmpty()
                ? Map.of()
                : transaction
                        .groups()
                        .of(
                                members.get(0).account(),
                                members.stream()
                                        .map(member -> member.person().id())
                                        .toList());
        return members.stream()
                .map(member -> details(
                        member,
                        groups.getOrDefault(member.person().id(), List.of()),
                        locked.get(member.person().id())))
                .toList();
    }

    private static PersonDetails details(Member member, List<GroupName> groups, Instant lockedUntil) {
        Person person = member.person();
        return new PersonDetails(
                person.id(),
                person.login(),
                person.displayName(),
                person.email(),
                member.roles(),
                groups,
                member.labs(),
                member.isAtHome(),
                person.disabled(),
                person.version(),
                person.lastSignIn(),
                lockedUntil);
    }

    private PersonDetails details(ReadTransaction transaction, Member member) {
        return details(transaction, List.of(member)).get(0);
    }

    @Override
    public PersonDetails get(CallContext context, UUID id) {
        context.requirePeople();
        return unitOfWork.read(transaction -> details(transaction, known(context, transaction, id)));
    }

    @Override
    public PersonDetails byLogin(CallContext context, String login) {
        context.requirePeople();
        NameFilter.check("login", login);
        return unitOfWork.read(transaction -> details(
                transaction,
                transaction
                        .people()
                        .byLogin(login.toLowerCase(Locale.ROOT))
                        .flatMap(person -> transaction.members().of(context.scope(), person.id()))
                        .orElseThrow(() -> new KontorException(
                                ErrorCode.NOT_FOUND, "There is no person with the login '" + login + "'."))));
    }

    static Member known(CallContext context, ReadTransaction transaction, UUID id) {
        return transaction
                .members()
                .of(context.scope(), id)
                .orElseThrow(
                        () -> new KontorException(ErrorCode.NOT_FOUND, "There is no person with the id " + id + "."));
    }

    /** @throws KontorException {@code access_denied} when another account looks after the person */
    private static void requireHome(Member member) {
        if (!member.isAtHome()) {
            throw new KontorException(
                    ErrorCode.ACCESS_DENIED,
                    "Another account looks after '" + member.person().login()
                            + "'. Here the roles are given, and the membership is ended.");
        }
    }

    @Override
    public PersonWithPassword create(CallContext context, NewPerson person, String email, char[] password) {
        return withPassword(password, given -> {
            Member added = PersonRegister.add(unitOfWork, context, person, email, given);
            return unitOfWork.read(transaction -> details(transaction, added));
        });
    }

    private static PersonWithPassword withPassword(char[] password, Function<char[], PersonDetails> work) {
        char[] made = password == null ? MadePassword.next() : null;
        return new PersonWithPassword(work.apply(password == null ? made : password), made);
    }

    @Override
    public PersonDetails change(CallContext context, UUID id, long version, PersonEdit edit) {
        context.requirePeople();
        List<Violation> violations = new ArrayList<>();
        String name = edit.name() == null ? null : PersonRules.name(edit.name(), violations);
        String email = edit.email() == null ? null : PersonRules.email(edit.email(), violations);
        if (edit.roles() != null) {
            PersonRules.roles(edit.roles(), violations);
        }
        return guarded(context, id, version, (transaction, before) -> {
            if (edit.roles() != null) {
                PersonRules.heldIn(
                        LabDesk.account(transaction, context.scope()).accountType(), edit.roles(), violations);
            }
            // behind the question whether there is such a person
            PersonRules.refuseAny(violations);
            if (edit.name() != null || edit.email() != null) {
                requireHome(before);
            }
            if (edit.email() != null && !Objects.equals(email, before.person().email())) {
                requireMayMove(context, id);
                requireNowhereElse(transaction, before);
            }
            Set<Role> roles = edit.roles() == null ? before.roles() : edit.roles();
            PersonRules.requireMayTouch(transaction, context, roles);
            boolean labs = edit.labs() == null ? before.labs() : edit.labs();
            if (labs && !before.labs()) {
                LabDesk.requirePartner(transaction, context.scope());
            }
            Person person = before.person();
            Person after = person.with(
                    edit.name() == null ? person.displayName() : name, edit.email() == null ? person.email() : email);
            PersonRegister.refuseTakenEmail(transaction.people(), after);
            return before.with(after, roles, labs);
        });
    }

    @Override
    public PersonDetails setDisabled(CallContext context, UUID id, Long version, boolean disabled) {
        context.requirePeople();
        return guarded(context, id, version, (transaction, before) -> {
            requireHome(before);
            return before.with(before.person().withDisabled(disabled), before.roles(), before.labs());
        });
    }

    @Override
    public void remove(CallContext context, UUID id, Long version) {
        context.requirePeople();
        unitOfWork.write(context, transaction -> {
            changed(context, transaction, id, version, before -> left(transaction, before));
            return null;
        });
    }

    /** The member as one no more, with another account as home when this one was it. */
    static Member left(ReadTransaction transaction, Member member) {
        Person person = member.person();
        return member.with(
                member.isAtHome() ? person.withHome(nextHome(transaction, member)) : person, Set.of(), false);
    }

    private static UUID nextHome(ReadTransaction transaction, Member member) {
        return transaction.members().of(member.person().id()).stream()
                .map(Membership::account)
                .filter(account -> !account.equals(member.account()))
                .findFirst()
                .orElseThrow(() -> KontorException.invalid(
                        "id",
                        "last_membership",
                        "It is the only account of '" + member.person().login() + "'. Disable the person instead.",
                        member.person().id().toString()));
    }

    /** A change after which somebody must be left to look after the account. */
    private PersonDetails guarded(
            CallContext context, UUID id, Long version, BiFunction<WriteTransaction, Member, Member> change) {
        return unitOfWork.write(context, transaction -> {
            changed(context, transaction, id, version, before -> change.apply(transaction, before));
            return details(transaction, known(context, transaction, id));
        });
    }

    /** @param change gives the member as it shall be; without roles it is none any more */
    private static void changed(
            CallContext context, WriteTransaction transaction, UUID id, Long version, UnaryOperator<Member> change) {
        List<Member> administrators = transaction.members().lockedAdministratorsWith(id);
        Member before = known(context, transaction, id);
        PersonRules.requireMayTouch(transaction, context, before.allRoles());
        if (version != null && version != before.person().version()) {
            throw new KontorException(
                    ErrorCode.STALE_VERSION,
                    "The person is at version " + before.person().version() + ", not " + version
                            + ". Somebody changed it meanwhile; read it again.");
        }
        Member after = change.apply(before);
        if (after.person().disabled()
                && !before.person().disabled()
                && id.equals(context.actor().id())) {
            throw new KontorException(ErrorCode.ACCESS_DENIED, "Nobody disables themselves.");
        }
        Successors.require(administrators, before, after);
        PersonRegister.update(transaction, before, after);
    }

    @Override
    public PersonWithPassword setPassword(CallContext context, UUID id, char[] password) {
        context.requirePeople();
        requireMaySet(context, id);
        // before a hash is computed for nothing
        Member seen = unitOfWork.read(transaction -> known(context, transaction, id));
        requireHome(seen);
        PersonRules.requireMayTouch(context, seen.allRoles());
        if (password != null) {
            PersonRules.refuseAny(
                    PersonRules.password("password", password).map(List::of).orElse(List.of()));
        }
        return withPassword(password, given -> {
            String hash = PasswordHash.of(given);
            return unitOfWork.write(context, transaction -> {
                Person before = locked(context, transaction, id);
                Insider.requireMayTouch(transaction, context, seen.allRoles());
                // behind the lock: whoever makes them a member of another account waits for it
                requireNowhereElse(transaction, known(context, transaction, id));
                transaction.wrongPasswords().forget(id);
                PersonRegister.update(transaction, before, before.withPassword(hash, false));
                return details(transaction, known(context, transaction, id));
            });
        });
    }

    /**
     * Whoever finds a token, or a page that is signed in, must not lock its owner out.
     *
     * @throws KontorException {@code access_denied}
     */
    private static void requireMaySet(CallContext context, UUID id) {
        if (context.actor().token() != null) {
            throw new KontorException(ErrorCode.ACCESS_DENIED, "With a token nobody sets a password.");
        }
        if (id.equals(context.actor().id()) && context.source().door() != Source.Door.SHELL) {
            throw new KontorException(
                    ErrorCode.ACCESS_DENIED,
                    "Your own password you change with the old one (PUT /me/password), or by mail.");
        }
    }

    /** @throws KontorException {@code access_denied} for one's own, where new passwords go, with a token */
    private static void requireMayMove(CallContext context, UUID id) {
        if (context.actor().token() != null && id.equals(context.actor().id())) {
            throw new KontorException(ErrorCode.ACCESS_DENIED, "With a token nobody changes their own e-mail.");
        }
    }

    /**
     * Who knows the password of somebody, or reads their mails, gets in wherever that person is a member: so nobody is given
     * either by one of several accounts.
     *
     * @throws KontorException {@code access_denied}
     */
    private static void requireNowhereElse(ReadTransaction transaction, Member member) {
        if (transaction.members().of(member.person().id()).size() > 1) {
            throw new KontorException(
                    ErrorCode.ACCESS_DENIED,
                    "'" + member.person().login()
                            + "' is a member of other accounts, too, and so alone sets password and"
                            + " e-mail. Send password instructions instead.");
        }
    }

    /** Somebody whom the account looks after and the caller may touch, locked. */
    static Person locked(CallContext context, WriteTransaction transaction, UUID id) {
        transaction.people().locked(id);
        Member member = known(context, transaction, id);
        requireHome(member);
        PersonRules.requireMayTouch(context, member.allRoles());
        if (!transaction.members().isAwaited(context.scope())) {
            Insider.requireMayTouch(transaction, context, member.allRoles());
        }
        return member.person();
    }

    @Override
    public PersonDetails unlock(CallContext context, UUID id) {
        context.requirePeople();
        return unitOfWork.write(context, transaction -> {
            Person person = locked(context, transaction, id);
            Instant until = lockOut.lockedUntil(transaction.wrongPasswords(), List.of(id))
                    .get(id);
            transaction.wrongPasswords().forget(id);
            if (until != null) {
                PersonRegister.note(transaction, person, "lockedUntil", until.toString(), null);
            }
            return details(transaction, known(context, transaction, id));
        });
    }
}
