/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.Before;
import org.junit.Test;

import org.kontor.alerts.internal.Channel;
import org.kontor.alerts.internal.ChannelException;
import org.kontor.alerts.internal.Letter;
import org.kontor.alerts.internal.Outbox;
import org.kontor.alerts.internal.Watch;
import org.kontor.api.alert.Alert;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.spi.alert.AlertSource;
import org.kontor.spi.alert.Condition;
import org.kontor.spi.store.AlertReader.Waiting;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

/** What begins and what ends is told once each, whatever fails, restarts or cannot be told for a while. */
@Shows("S16")
public class AlertsTest extends OnBothDatabases {
    private static final Duration CALM = Duration.ofMinutes(2);
    private static final Duration GIVE_UP = Duration.ofHours(24);

    private final List<String> sent = new ArrayList<>();
    private final List<Condition> holding = new ArrayList<>();
    private boolean down;
    private boolean silent;
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private Watch watch;
    private Outbox outbox;

    private final Channel channel = new Channel() {
        @Override
        public String name() {
            return "mail";
        }

        @Override
        public String target() {
            return "desk@example.com";
        }

        @Override
        public void send(Letter letter) {
            if (down) {
                throw new ChannelException("The mail server is down.");
            }
            sent.add(letter.event() + " " + letter.kind() + " " + letter.subject());
        }
    };

    private final AlertSource source = new AlertSource() {
        @Override
        public Set<String> kinds() {
            return Set.of("breaker-open");
        }

        @Override
        public Collection<Condition> conditions() {
            if (silent) {
                throw new IllegalStateException("not now");
            }
            return holding;
        }
    };

    @Before
    public void restart() {
        watch = new Watch(unitOfWork, ME, List.of(channel), CALM);
        outbox = new Outbox(unitOfWork, ME, List.of(channel), GIVE_UP);
    }

    private void turn(List<AlertSource> sources) {
        watch.look(sources, now);
        outbox.send(now, () -> true);
    }

    private void turn() {
        turn(List.of(source));
    }

    private void later(Duration time) {
        now = now.plus(time);
        turn();
    }

    private List<String> taken() {
        List<String> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    private List<Alert> alerts() {
        return unitOfWork.read(transaction -> transaction.alerts().list(true, 10));
    }

    @Test
    public void aConditionIsToldWhenItBeginsAndWhenItEnds() {
        holding.add(Condition.holds("breaker-open", "erp", "Too many errors."));
        turn();
        assertEquals(List.of("BEGAN breaker-open erp"), taken());
        later(Duration.ofHours(5));
        restart();
        later(Duration.ofHours(5));
        assertEquals("not again, also behind a restart", List.of(), taken());
        holding.clear();
        later(Duration.ofSeconds(30));
        assertEquals("it may come back", List.of(), taken());
        holding.add(Condition.holds("breaker-open", "erp", "Other words."));
        later(CALM);
        holding.clear();
        later(Duration.ofSeconds(30));
        assertEquals(List.of(), taken());
        later(CALM);
        assertEquals(List.of("ENDED breaker-open erp"), taken());
        later(Duration.ofHours(5));
        assertEquals(List.of(), taken());
        assertEquals(1, alerts().size());
        holding.add(Condition.holds("breaker-open", "erp", "Again."));
        later(Duration.ofMinutes(1));
        assertEquals("another time is another alert", List.of("BEGAN breaker-open erp"), taken());
    }

    @Test
    public void whatCannotBeToldNowDoesNotEnd() {
        holding.add(Condition.holds("breaker-open", "erp", "Too many errors."));
        turn();
        taken();
        holding.clear();
        silent = true;
        later(CALM);
        later(CALM);
        silent = false;
        holding.add(Condition.unknown("breaker-open", "erp"));
        later(CALM);
        later(CALM);
        now = now.plus(CALM);
        turn(List.of());
        now = now.plus(CALM);
        turn(List.of());
        assertEquals(List.of(), taken());
        holding.clear();
        later(Duration.ZERO);
        later(CALM);
        assertEquals(List.of("ENDED breaker-open erp"), taken());
        holding.add(Condition.unknown("breaker-open", "erp"));
        later(CALM);
        assertEquals("nor does it begin", List.of(), taken());
    }

    @Test
    public void aServerThatIsDownDelaysInTheirOrder() {
        down = true;
        holding.add(Condition.holds("breaker-open", "erp", "Too many errors."));
        turn();
        holding.clear();
        later(Duration.ofSeconds(10));
        later(CALM);
        assertEquals(List.of(), taken());
        Alert.Delivery delivery = alerts().get(0).deliveries().get(0);
        assertEquals(Alert.State.WAITING, delivery.state());
        assertEquals(2, delivery.attempts());
        assertEquals("The mail server is down.", delivery.error());
        restart();
        down = false;
        later(Duration.ofMinutes(5));
        later(Duration.ofMinutes(5));
        assertEquals(List.of("BEGAN breaker-open erp", "ENDED breaker-open erp"), taken());
    }

    @Test
    public void aMessageThatNobodyTakesForLongIsDropped() {
        down = true;
        holding.add(Condition.holds("breaker-open", "erp", "Too many errors."));
        turn();
        for (int hour = 0; hour < 26; hour++) {
            later(Duration.ofHours(1));
        }
        down = false;
        later(Duration.ofHours(2));
        assertEquals(List.of(), taken());
        assertEquals(Alert.State.DROPPED, alerts().get(0).deliveries().get(0).state());
    }

    @Test
    public void aKillInTheMiddleOfSendingNeverSendsTwice() {
        holding.add(Condition.holds("breaker-open", "erp", "Too many errors."));
        watch.look(List.of(source), now);
        unitOfWork.write(ME, transaction -> {
            var due = transaction.alerts().due(now, 10);
            assertEquals(true, transaction.alerts().claim(due.get(0).delivery().id(), now));
            assertEquals(
                    "by nobody else",
                    false,
                    transaction.alerts().claim(due.get(0).delivery().id(), now));
            return null;
        });
        restart();
        later(Duration.ofMinutes(1));
        assertEquals(List.of(), taken());
        later(Duration.ofMinutes(20));
        assertEquals(List.of(), taken());
        assertEquals(Alert.State.DROPPED, alerts().get(0).deliveries().get(0).state());
    }

    @Test
    public void twoThatSeeTheSameTellItOnce() {
        holding.add(Condition.holds("breaker-open", "erp", "Too many errors."));
        Watch other = new Watch(unitOfWork, ME, List.of(channel), CALM);
        watch.look(List.of(source), now);
        other.look(List.of(source), now);
        outbox.send(now, () -> true);
        outbox.send(now, () -> true);
        assertEquals(List.of("BEGAN breaker-open erp"), taken());
    }

    @Test
    public void oldOnesAreForgotten() {
        holding.add(Condition.holds("breaker-open", "erp", "Too many errors."));
        turn();
        holding.clear();
        later(Duration.ZERO);
        later(CALM);
        unitOfWork.write(ME, transaction -> {
            transaction.alerts().forget(now.plusSeconds(1));
            return null;
        });
        assertEquals(List.of(), alerts());
    }

    @Test
    public void whatWaitsIsCountedByConnection() {
        var run = engine.begin("erp", RecordType.CUSTOMER, "test");
        List<SourceRecord> bad = List.of("1", "2").stream()
                .map(id -> new SourceRecord(
                        id,
                        FieldValues.of(Map.of(CustomerField.NAME, "A", CustomerField.EMAIL, "x")),
                        Map.of(),
                        null,
                        null))
                .toList();
        engine.upsert("erp", new Batch(run, RecordType.CUSTOMER, bad, SyncRules.PLAIN, null));
        assertEquals(
                List.of(new Waiting("erp", 2, 0)),
                unitOfWork.read(transaction -> transaction.alerts().waiting()));
    }
}
