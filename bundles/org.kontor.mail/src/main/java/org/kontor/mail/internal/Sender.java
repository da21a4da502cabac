/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.call.CallContext;
import org.kontor.mail.MailException;
import org.kontor.mail.MailMessage;
import org.kontor.spi.mail.MailLinks;
import org.kontor.spi.mail.MailLinks.Issued;
import org.kontor.spi.store.Mail;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/**
 * Sends what waits. A mail is claimed in the database for some minutes before it goes out, so that no two nodes send it; one
 * that a kill cut off in between is sent once more behind that time, under the same Message-ID. What is not taken is tried
 * again, ever more seldom, and given up in the end. Called by one thread at a time.
 */
public final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final int AT_ONCE = 20;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    /** Longer than any try takes. */
    static final Duration LONGEST_TRY = Duration.ofMinutes(10);

    private static final String NOT_NEEDED = "Not needed any more.";
    private static final String NOT_TAKEN =
            "It could not be sent in time: mail is not set up, or Kontor was not running.";

    private final UnitOfWork unitOfWork;
    private final CallContext self;
    private final MailLinks links;
    private final Words words;
    private final Consumer<MailMessage> client;
    private final Duration giveUp;
    private final Supplier<Instant> clock;

    /** Puts a mail into words. */
    @FunctionalInterface
    public interface Words {
        /** @param link null when it has none */
        MailMessage write(Mail mail, Issued link);
    }

    /** A mail that is ours for a while. */
    private record Claimed(Mail mail, UUID claim, Issued link, boolean needed) {}

    /** @param client throws {@link MailException} for what is not taken */
    public Sender(
            UnitOfWork unitOfWork,
            CallContext self,
            MailLinks links,
            Words words,
            Consumer<MailMessage> client,
            Duration giveUp,
            Supplier<Instant> clock) {
        this.unitOfWork = unitOfWork;
        this.self = self;
        this.links = links;
        this.words = words;
        this.client = client;
        this.giveUp = giveUp;
        this.clock = clock;
    }

    /** @param goOn asked before each mail */
    public void send(BooleanSupplier goOn) {
        Instant begun = clock.get();
        for (Mail mail : unitOfWork.read(transaction -> transaction.mails().due(begun, AT_ONCE))) {
            if (goOn.getAsBoolean()) {
                // those before it may have taken long
                Instant now = clock.get();
                unitOfWork
                        .write(self, transaction -> claim(transaction, mail, now))
                        .ifPresent(claimed -> settle(claimed, tried(claimed, now), now));
            }
        }
        giveUp(unitOfWork, self, giveUp, clock.get());
    }

    /** Gives up what waits for too long, also while no mail can be sent. */
    static void giveUp(UnitOfWork unitOfWork, CallContext self, Duration after, Instant now) {
        int given = unitOfWork.write(self, transaction -> transaction.mails().giveUp(now.minus(after), now, NOT_TAKEN));
        if (given > 0) {
            LOG.error("{} mails are given up; kontor:invitation-list --state failed shows invitations", given);
        }
    }

    private Optional<Claimed> claim(WriteTransaction transaction, Mail mail, Instant now) {
        if (mail.link() != null) {
            // those who send it anew lock it before the mail, too
            transaction.links().locked(mail.link());
        }
        UUID claim = UUID.randomUUID();
        if (!transaction.mails().claim(mail.id(), claim, now, now.plus(LONGEST_TRY))) {
            return Optional.empty();
        }
        Issued link = mail.link() == null
                ? null
                : links.issue(transaction, mail.link(), mail.id(), now).orElse(null);
        return Optional.of(new Claimed(mail, claim, link, mail.link() == null || link != null));
    }

    private Mail tried(Claimed claimed, Instant now) {
        Mail mail = claimed.mail();
        if (!claimed.needed()) {
            return after(mail, Mail.State.CANCELLED, now, NOT_NEEDED);
        }
        try {
            client.accept(words.write(mail, claimed.link()));
            return after(mail, Mail.State.SENT, now, null);
        } catch (MailException e) {
            return failed(mail, now, e.getMessage(), e.isPermanent());
        } catch (RuntimeException e) {
            // only its kind: the words carry the link
            LOG.error("The mail {} cannot be sent: {}", mail.id(), e.getClass().getName());
            return failed(mail, now, "Unexpected: " + e.getClass().getSimpleName() + ".", false);
        }
    }

    private Mail failed(Mail mail, Instant now, String error, boolean permanent) {
        Instant next = now.plus(pause(mail.attempts() + 1));
        if (permanent || next.isAfter(mail.created().plus(giveUp))) {
            LOG.error("The mail {} is given up: {}", mail.id(), error);
            return after(mail, Mail.State.FAILED, now, error);
        }
        LOG.warn("The mail {} is delayed: {}", mail.id(), error);
        return after(mail, Mail.State.WAITING, next, error);
    }

    static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static Mail after(Mail mail, Mail.State state, Instant next, String error) {
        return new Mail(
                mail.id(),
                mail.account(),
                mail.name(),
                mail.email(),
                mail.template(),
                mail.language(),
                mail.values(),
                mail.link(),
                state,
                mail.attempts() + 1,
                mail.created(),
                next,
                error);
    }

    private void settle(Claimed claimed, Mail after, Instant now) {
        unitOfWork.write(self, transaction -> {
            transaction.mails().settle(after, claimed.claim(), now);
            return null;
        });
    }
}
