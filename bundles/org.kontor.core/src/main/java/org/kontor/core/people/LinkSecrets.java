/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

import org.kontor.spi.mail.MailLinks;
import org.kontor.spi.store.PasswordLink;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.WriteTransaction;

/** Makes the secrets of links that set a password or confirm a sign-up. */
@Component(service = MailLinks.class, configurationPid = LockOut.PID)
public final class LinkSecrets implements MailLinks {
    /** {@code etc/org.kontor.security.cfg}. */
    public @interface Config {
        /** Hours that a link counts, from when it goes out. */
        int passwordLinkHours() default 72;
    }

    private static final int MOST_HOURS = 24 * 90;

    private volatile Duration valid;

    /** @throws IllegalArgumentException when a setting is out of its range */
    @Activate
    public LinkSecrets(Config config) {
        change(config);
    }

    public LinkSecrets(int hours) {
        set(hours);
    }

    /** Counts for links that go out from now on. */
    @Modified
    void change(Config config) {
        set(config.passwordLinkHours());
    }

    private void set(int hours) {
        if (hours < 1 || hours > MOST_HOURS) {
            throw new IllegalArgumentException(
                    LockOut.PID + ": passwordLinkHours must be from 1 to " + MOST_HOURS + ", not " + hours);
        }
        valid = Duration.ofHours(hours);
    }

    @Override
    public Optional<Issued> issue(WriteTransaction transaction, UUID link, UUID mail, Instant now) {
        Optional<PasswordLink> password = transaction.links().locked(link);
        return password.isPresent()
                ? forPassword(transaction, password.get(), mail, now)
                : forSignUp(transaction, link, now);
    }

    private Optional<Issued> forPassword(WriteTransaction transaction, PasswordLink link, UUID mail, Instant now) {
        return Optional.of(link)
                .filter(found -> found.outcome() == null && mail.equals(found.mail()))
                .filter(found -> transaction
                        .people()
                        .byId(found.person())
                        .filter(person -> !person.disabled())
                        .map(Person::email)
                        .isPresent())
                .map(found -> {
                    Issued issued = new Issued(RandomSecret.next(), now.plus(valid));
                    transaction
                            .links()
                            .issue(link.id(), mail, RandomSecret.hash(issued.secret()), now, issued.expires());
                    return issued;
                });
    }

    /** The page may have been switched off since. */
    private Optional<Issued> forSignUp(WriteTransaction transaction, UUID link, Instant now) {
        return transaction
                .signUps()
                .locked(link)
                .filter(found -> found.done() == null)
                .filter(found -> transaction
                        .signUps()
                        .page(found.account())
                        .filter(transaction.signUps()::isOpen)
                        .isPresent())
                .map(found -> {
                    Issued issued = new Issued(RandomSecret.next(), now.plus(valid));
                    transaction.signUps().issue(link, RandomSecret.hash(issued.secret()), issued.expires());
                    return issued;
                });
    }
}
