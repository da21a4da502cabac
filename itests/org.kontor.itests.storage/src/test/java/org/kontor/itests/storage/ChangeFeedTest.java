/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.Test;

import org.kontor.api.customer.Customer;
import org.kontor.api.feed.Change;
import org.kontor.api.record.RecordType;
import org.kontor.core.record.RuledRecordWriter;
import org.kontor.spi.record.Draft;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

@Shows("U2")
public class ChangeFeedTest extends OnBothDatabases {
    /** A writes, B commits, read, A commits: a sequence taken at insert would lose A for ever. */
    @Test
    public void whatCommitsLateIsDelivered() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        UUID[] early = new UUID[1];
        Thread a = new Thread(() -> unitOfWork.write(ME, transaction -> {
            early[0] = new RuledRecordWriter()
                    .write(ME, transaction, RecordType.CUSTOMER, List.of(Draft.create(named("A"))))
                    .get(0)
                    .record()
                    .id();
            written.countDown();
            try {
                assertTrue(mayCommit.await(30, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return null;
        }));
        a.start();
        assertTrue(written.await(30, TimeUnit.SECONDS));
        Customer b = customers.create(ME, named("B"));
        List<Change> first = journal.read(ME, 0, 100);
        assertEquals(List.of(b.id()), first.stream().map(Change::recordId).toList());
        mayCommit.countDown();
        a.join();
        List<Change> second = journal.read(ME, first.get(0).position(), 100);
        assertEquals(List.of(early[0]), second.stream().map(Change::recordId).toList());
    }

    @Test
    public void manyWritersAndReadersSeeEveryChangeOnceInOneOrder() throws Exception {
        List<List<Long>> seen = CustomersTest.inParallel(8, i -> () -> {
            List<Long> positions = new ArrayList<>();
            for (int n = 0; n < 20; n++) {
                if (i < 4) {
                    customers.create(ME, named("Writer " + i));
                } else {
                    long after = positions.isEmpty() ? 0 : positions.get(positions.size() - 1);
                    journal.read(ME, after, 10).forEach(change -> positions.add(change.position()));
                }
            }
            return positions;
        });
        List<Long> all = LongStream.rangeClosed(1, 80).boxed().toList();
        assertEquals(
                all, journal.read(ME, 0, 1000).stream().map(Change::position).toList());
        seen.forEach(positions -> assertEquals(all.subList(0, positions.size()), positions));
    }

    @Test
    public void moreThanTheSequencerTakesAtOnceIsDeliveredToo() {
        List<Draft> drafts = IntStream.range(0, 2500)
                .mapToObj(i -> Draft.create(named("N" + i)))
                .toList();
        unitOfWork.write(
                ME, transaction -> new RuledRecordWriter().write(ME, transaction, RecordType.CUSTOMER, drafts));
        assertEquals(1000, journal.read(ME, 0, 1000).size());
        assertEquals(500, journal.read(ME, 2000, 1000).size());
    }
}
