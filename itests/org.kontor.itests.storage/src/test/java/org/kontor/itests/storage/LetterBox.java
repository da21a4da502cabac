/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.kontor.api.call.CallContext;
import org.kontor.core.people.LinkSecrets;
import org.kontor.mail.MailAddress;
import org.kontor.mail.MailException;
import org.kontor.mail.MailMessage;
import org.kontor.mail.internal.Sender;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.UnitOfWork;

/** A mail server that tests switch on and off, with nodes that send to it. Mails carry the secret of their link alone. */
final class LetterBox {
    private static final MailAddress FROM = new MailAddress(null, "kontor@example.com");

    final List<MailMessage> taken = new CopyOnWriteArrayList<>();
    final List<MailMessage> offered = new CopyOnWriteArrayList<>();
    volatile boolean down;
    volatile boolean refusing;
    /** Once, before the next mail is taken. */
    volatile Runnable meanwhile = () -> {};

    private final UnitOfWork unitOfWork;
    private final CallContext self;
    private volatile Duration later = Duration.ZERO;

    LetterBox(UnitOfWork unitOfWork, CallContext self) {
        this.unitOfWork = unitOfWork;
        this.self = self;
    }

    void advance(Duration time) {
        later = later.plus(time);
    }

    private Instant now() {
        return Ids.now().plus(later);
    }

    /** One more node. */
    Sender node() {
        return new Sender(
                unitOfWork,
                self,
                new LinkSecrets(72),
                (mail, link) -> MailMessage.plain(
                        mail.id(),
                        FROM,
                        List.of(new MailAddress(mail.name(), mail.email())),
                        mail.template(),
                        link == null ? "" : link.secret()),
                this::take,
                Duration.ofHours(72),
                this::now);
    }

    private void take(MailMessage mail) {
        Runnable first = meanwhile;
        meanwhile = () -> {};
        first.run();
        offered.add(mail);
        if (refusing) {
            throw new MailException("550 No such user here", true);
        }
        if (down) {
            throw new MailException("The mail server is down.", false);
        }
        taken.add(mail);
    }

    /** All that is due goes out. */
    void turn() {
        node().send(() -> true);
    }

    /** What came since the last time. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        taken.forEach(mail -> secrets.add(mail.text()));
        taken.clear();
        return secrets;
    }

    /** The secret of the only mail that came. */
    String secret() {
        turn();
        List<String> secrets = secrets();
        if (secrets.size() != 1) {
            throw new AssertionError(secrets.size() + " mails came");
        }
        return secrets.get(0);
    }
}
