/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.account.Account;
import org.kontor.api.account.Opening.NewMember;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.Role;
import org.kontor.api.error.KontorException;
import org.kontor.api.signup.SignUpLink.State;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.SignUp;
import org.kontor.spi.store.WriteTransaction;

/**
 * Who confirms a sign-up, and so reads the mails of the address: somebody new, or the person that has it already (P7: one e-mail is one
 * person). Who is known keeps a password that was set by mail; one that was set otherwise somebody else may know, who would get into
 * the new account by it.
 */
public final class Newcomer {
    private static final int MOST_ALIKE = 9;
    private static final String FIELD = "signUp";

    private final Person before;
    private final Person after;

    private Newcomer(Person before, Person after) {
        this.before = before;
        this.after = after;
    }

    /**
     * @return null for the mail language of the installation
     * @throws KontorException {@code invalid_input}
     */
    public static String language(String given) {
        return LinkMails.language(given);
    }

    /** What who has the e-mail would do to confirm; {@link State#OVER} for somebody who is shut out. */
    public static State state(ReadTransaction transaction, String email) {
        return transaction.people().byEmail(email).map(Newcomer::state).orElse(State.PASSWORD);
    }

    private static State state(Person known) {
        if (known.disabled()) {
            return State.OVER;
        }
        if (!known.hasPassword()) {
            return State.PASSWORD;
        }
        return known.proven() ? State.KNOWN : State.NOT_PROVEN;
    }

    /**
     * The hash of a password, which takes its time: not inside a transaction.
     *
     * @throws KontorException {@code invalid_input}
     */
    public static String hash(char[] password) {
        PersonRules.refuseAny(PersonRules.password("password", password == null ? new char[0] : password)
                .map(List::of)
                .orElse(List.of()));
        return PasswordHash.of(password);
    }

    /**
     * @param hash null when the state asks for none
     * @param id of somebody who is new
     * @return empty when it asks for another answer by now
     */
    public static Optional<Newcomer> of(ReadTransaction transaction, SignUp signUp, String hash, UUID id) {
        Optional<Person> known = transaction.people().byEmail(signUp.email());
        State now = known.map(Newcomer::state).orElse(State.PASSWORD);
        if (now != (hash == null ? State.KNOWN : State.PASSWORD)) {
            return Optional.empty();
        }
        return Optional.of(
                known.isPresent()
                        ? new Newcomer(
                                known.get(),
                                hash == null ? known.get() : known.get().withPassword(hash, true))
                        : new Newcomer(null, added(transaction, signUp, hash, id)));
    }

    /** Proven from the start. A login that somebody has who changed their e-mail gets a number behind it. */
    private static Person added(ReadTransaction transaction, SignUp signUp, String hash, UUID id) {
        String wanted = signUp.email().toLowerCase(Locale.ROOT);
        String login = wanted;
        for (int i = 2; i <= MOST_ALIKE && transaction.people().byLogin(login).isPresent(); i++) {
            login = wanted + "-" + i;
        }
        return new Person(id, login, signUp.name(), signUp.email(), null, hash, true, 1, false, 1, null);
    }

    public UUID id() {
        return after.id();
    }

    public String login() {
        return after.login();
    }

    /** Makes them an administrator of the account. */
    void into(WriteTransaction transaction, Account account, List<NewMember> members) {
        Role role = Role.administratorOf(account.accountType());
        List<FieldChange> shown = List.of(new FieldChange(FIELD, null, "CONFIRMED"));
        if (before == null) {
            PersonRegister.insert(transaction, after.withHome(account.id()), Set.of(role), shown);
        } else {
            Person locked = transaction.people().locked(before.id()).orElseThrow();
            if (locked.version() != before.version()) {
                throw new ChangedMeanwhile();
            }
            if (!Objects.equals(before.passwordHash(), after.passwordHash())) {
                transaction.wrongPasswords().forget(before.id());
                PersonRegister.update(transaction, before, after);
            }
            Person now = transaction.people().byId(before.id()).orElseThrow();
            PersonRegister.join(transaction, now, account.id(), Set.of(role), shown);
        }
        members.add(NewAdministrators.member(account.id(), after, role, before == null));
    }

    /** The person is another one by now: it is looked at anew. */
    public static final class ChangedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private ChangedMeanwhile() {
            super("changed meanwhile", null, false, false);
        }
    }
}
