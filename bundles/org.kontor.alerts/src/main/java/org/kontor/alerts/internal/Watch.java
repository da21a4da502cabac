/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.alerts.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.alert.Alert;
import org.kontor.api.alert.Alert.Delivery;
import org.kontor.api.call.CallContext;
import org.kontor.spi.alert.AlertSource;
import org.kontor.spi.alert.Condition;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.UnitOfWork;

/**
 * Compares what holds with the alerts that are open: notes what began, and what has been over for a while. What cannot be told
 * now stays as it is. Called by one thread at a time.
 */
public final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int MOST_OPEN = 1000;
    private static final int LONGEST_KIND = 40;
    private static final int LONGEST_SUBJECT = 100;

    private final UnitOfWork unitOfWork;
    private final CallContext self;
    private final List<Channel> channels;
    private final Duration calm;
    /** Since when an open one does not hold any more; forgotten by a restart, which tells the end a little later. */
    private final Map<Key, Instant> over = new HashMap<>();

    private record Key(String kind, String subject) {}

    public Watch(UnitOfWork unitOfWork, CallContext self, List<Channel> channels, Duration calm) {
        this.unitOfWork = unitOfWork;
        this.self = self;
        this.channels = channels;
        this.calm = calm;
    }

    public void look(List<AlertSource> sources, Instant now) {
        Map<Key, Condition> told = new HashMap<>();
        Set<String> kinds = new HashSet<>();
        for (AlertSource source : sources) {
            try {
                source.conditions().stream()
                        .filter(Watch::isStorable)
                        .forEach(one -> told.put(new Key(one.kind(), one.subject()), one));
                kinds.addAll(source.kinds());
            } catch (RuntimeException e) {
                LOG.warn("A source of alerts cannot tell what holds: {}", e.toString());
            }
        }
        Map<Key, Alert> open = new HashMap<>();
        unitOfWork
                .read(transaction -> transaction.alerts().list(false, MOST_OPEN))
                .forEach(alert -> open.put(new Key(alert.kind(), alert.subject()), alert));
        told.forEach((key, condition) -> {
            over.remove(key);
            if (condition.known() && !open.containsKey(key) && open.size() < MOST_OPEN) {
                begin(condition, now);
            }
        });
        open.forEach((key, alert) -> {
            if (!told.containsKey(key) && kinds.contains(key.kind())) {
                Instant since = over.computeIfAbsent(key, absent -> now);
                if (!now.isBefore(since.plus(calm))) {
                    end(alert, now);
                    over.remove(key);
                }
            }
        });
        over.keySet().retainAll(open.keySet());
    }

    private static boolean isStorable(Condition condition) {
        boolean fits = condition.kind().length() <= LONGEST_KIND
                && condition.subject().length() <= LONGEST_SUBJECT
                && (condition.kind() + condition.subject()).chars().noneMatch(Character::isISOControl);
        if (!fits) {
            LOG.warn("An alert of the kind '{}' is passed over: kind or subject is too long", condition.kind());
        }
        return fits;
    }

    private void begin(Condition condition, Instant now) {
        LOG.warn("Alert {} {}: {}", condition.kind(), condition.subject(), condition.message());
        Alert alert = new Alert(
                Ids.next(),
                condition.kind(),
                condition.subject(),
                condition.message(),
                now,
                null,
                deliveries(false, now));
        unitOfWork.write(self, transaction -> {
            transaction.alerts().open(alert);
            return null;
        });
    }

    private void end(Alert alert, Instant now) {
        LOG.info("Alert {} {} is over", alert.kind(), alert.subject());
        List<Delivery> deliveries = deliveries(true, now);
        unitOfWork.write(self, transaction -> {
            transaction.alerts().end(alert.id(), now, deliveries);
            return null;
        });
    }

    private List<Delivery> deliveries(boolean end, Instant now) {
        return channels.stream()
                .map(channel -> new Delivery(Ids.next(), channel.name(), end, Alert.State.WAITING, 0, now, null))
                .toList();
    }
}
