/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.alerts.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.alert.Alert;
import org.kontor.api.alert.Alert.Delivery;
import org.kontor.api.call.CallContext;
import org.kontor.spi.store.AlertReader.Due;
import org.kontor.spi.store.UnitOfWork;

/**
 * Sends what waits. A message is claimed in the database before it goes out: one that a kill cut off in between is dropped, not
 * sent a second time. What is not taken is tried again, ever more seldom, and dropped in the end. Called by one thread at a time.
 */
public final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int AT_ONCE = 20;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    /** Longer than any try takes. */
    private static final Duration LONGEST_TRY = Duration.ofMinutes(10);

    private static final String CUT_OFF = "Kontor ended while it was sent: it may have arrived.";

    private final UnitOfWork unitOfWork;
    private final CallContext self;
    private final List<Channel> channels;
    private final Duration giveUp;

    public Outbox(UnitOfWork unitOfWork, CallContext self, List<Channel> channels, Duration giveUp) {
        this.unitOfWork = unitOfWork;
        this.self = self;
        this.channels = channels;
        this.giveUp = giveUp;
    }

    /** @param goOn asked before each message */
    public void send(Instant now, BooleanSupplier goOn) {
        int dropped = unitOfWork.write(
                self, transaction -> transaction.alerts().dropClaimed(now.minus(LONGEST_TRY), CUT_OFF));
        if (dropped > 0) {
            LOG.warn("{} alert messages are dropped: {}", dropped, CUT_OFF);
        }
        List<Due> due = unitOfWork.read(transaction -> transaction.alerts().due(now, AT_ONCE));
        for (Due one : due) {
            if (goOn.getAsBoolean()
                    && unitOfWork.write(self, transaction -> transaction
                            .alerts()
                            .claim(one.delivery().id(), now))) {
                settle(send(one, now));
            }
        }
    }

    private Delivery send(Due due, Instant now) {
        Delivery delivery = due.delivery();
        int attempts = delivery.attempts() + 1;
        Channel channel = channels.stream()
                .filter(one -> one.name().equals(delivery.channel()))
                .findFirst()
                .orElse(null);
        if (channel == null) {
            return settled(delivery, Alert.State.DROPPED, attempts, null, "The channel is not configured any more.");
        }
        try {
            channel.send(Letter.of(due.alert(), delivery));
            return settled(delivery, Alert.State.SENT, attempts, null, null);
        } catch (ChannelException e) {
            return failed(due, now, attempts, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("An alert cannot be sent by {}", channel.name(), e);
            return failed(due, now, attempts, "Unexpected: " + e.getClass().getSimpleName() + "; the log says more.");
        }
    }

    private Delivery failed(Due due, Instant now, int attempts, String error) {
        Delivery delivery = due.delivery();
        Instant begun = delivery.end() ? due.alert().ended() : due.alert().since();
        Instant next = now.plus(pause(attempts));
        if (next.isAfter(begun.plus(giveUp))) {
            LOG.error(
                    "The alert {} {} is dropped, {} did not take it {} times: {}",
                    due.alert().kind(),
                    due.alert().subject(),
                    delivery.channel(),
                    attempts,
                    error);
            return settled(delivery, Alert.State.DROPPED, attempts, null, error);
        }
        LOG.warn(
                "The alert {} {} is delayed: {}",
                due.alert().kind(),
                due.alert().subject(),
                error);
        return settled(delivery, Alert.State.WAITING, attempts, next, error);
    }

    static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static Delivery settled(Delivery of, Alert.State state, int attempts, Instant next, String error) {
        return new Delivery(of.id(), of.channel(), of.end(), state, attempts, next, error);
    }

    private void settle(Delivery delivery) {
        unitOfWork.write(self, transaction -> {
            transaction.alerts().settle(delivery);
            return null;
        });
    }
}
