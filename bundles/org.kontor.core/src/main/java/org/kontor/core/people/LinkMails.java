/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.account.Account;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.Mail;
import org.kontor.spi.store.PasswordLink;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.WriteTransaction;

/** Queues the mails that carry links. Stateless. */
final class LinkMails {
    private static final Set<String> LANGUAGES = Set.of("en", "fr");

    private LinkMails() {}

    /**
     * @return null for that of the installation
     * @throws KontorException {@code invalid_input}
     */
    static String language(String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String language = given.strip().toLowerCase(Locale.ROOT);
        if (!LANGUAGES.contains(language)) {
            throw KontorException.invalid("language", "unknown_choice", "Must be one of en, fr.", given);
        }
        return language;
    }

    /** Sends somebody who is there what they set a password with. */
    static void instruct(
            WriteTransaction transaction, CallContext context, Person person, String language, Instant now) {
        UUID id = Ids.next();
        Mail mail = Mail.of(person.account(), person, "password", language, Map.of("login", person.login()), id, now);
        transaction.mails().queue(mail);
        transaction
                .links()
                .add(new PasswordLink(
                        id,
                        PasswordLink.Kind.PASSWORD,
                        person.id(),
                        person.account(),
                        person.email(),
                        language,
                        mail.id(),
                        now,
                        context.actor().name(),
                        null,
                        null,
                        null));
        PersonRegister.note(transaction, person, "passwordLink", null, "QUEUED");
    }

    /** The mail of an invitation. */
    static Mail invitation(
            WriteTransaction transaction,
            CallContext context,
            Person person,
            UUID account,
            UUID link,
            String language,
            Instant now) {
        return queue(transaction, context, person, account, "invitation", Map.of(), link, language, now);
    }

    /** Tells somebody who has a password that one more account is there for them. */
    static Mail membership(
            WriteTransaction transaction,
            CallContext context,
            Person person,
            Account account,
            String language,
            Instant now) {
        return queue(
                transaction,
                context,
                person,
                account.id(),
                "membership",
                Map.of("account", account.name()),
                null,
                language,
                now);
    }

    private static Mail queue(
            WriteTransaction transaction,
            CallContext context,
            Person person,
            UUID account,
            String template,
            Map<String, String> more,
            UUID link,
            String language,
            Instant now) {
        MailPace.requireRoomFor(transaction, account, now);
        Map<String, String> values = new HashMap<>(more);
        values.put("login", person.login());
        values.put(
                "by",
                transaction
                        .people()
                        .byId(context.actor().id())
                        .map(Person::displayName)
                        .orElse(context.actor().name()));
        Mail mail = Mail.of(account, person, template, language, values, link, now);
        transaction.mails().queue(mail);
        return mail;
    }
}
