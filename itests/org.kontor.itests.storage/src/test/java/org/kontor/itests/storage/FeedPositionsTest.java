/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CyclicBarrier;

import org.junit.Test;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

@Shows("S2")
public class FeedPositionsTest extends OnBothDatabases {
    private boolean move(String consumer, long position) {
        return unitOfWork.write(ME, transaction -> transaction.feedPositions().move(consumer, position));
    }

    private OptionalLong position(String consumer) {
        return unitOfWork.read(transaction -> transaction.feedPositions().position(consumer));
    }

    @Test
    public void aConsumerGoesOnFromWhereItWas() {
        assertEquals(OptionalLong.empty(), position("nightly"));
        assertTrue(move("nightly", 0));
        assertEquals(OptionalLong.of(0), position("nightly"));
        assertTrue(move("nightly", 17));
        assertEquals(OptionalLong.of(17), position("nightly"));
        assertEquals("names are compared bytewise", OptionalLong.empty(), position("Nightly"));
        assertEquals(OptionalLong.empty(), position("nightly "));
    }

    @Test
    public void aConsumerMovesBackOnlyWhenAsked() {
        assertTrue(move("a", 10));
        assertFalse(move("a", 9));
        assertFalse(move("a", 10));
        assertEquals(OptionalLong.of(10), position("a"));
        unitOfWork.write(ME, transaction -> {
            transaction.feedPositions().reset("a", 3);
            transaction.feedPositions().reset("new", 5);
            return null;
        });
        assertEquals(OptionalLong.of(3), position("a"));
        assertEquals(OptionalLong.of(5), position("new"));
        assertTrue(move("a", 4));
        unitOfWork.write(ME, transaction -> {
            transaction.feedPositions().forget("a");
            return null;
        });
        assertEquals(OptionalLong.empty(), position("a"));
    }

    @Test
    public void aPositionIsAsDurableAsTheWorkBesideIt() {
        assertThrows(
                IllegalStateException.class,
                () -> unitOfWork.write(ME, transaction -> {
                    transaction.feedPositions().move("a", 10);
                    throw new IllegalStateException("the work failed");
                }));
        assertEquals(OptionalLong.empty(), position("a"));
    }

    @Test
    public void ofManyAtOnceTheFarthestCounts() throws Exception {
        CyclicBarrier together = new CyclicBarrier(4);
        CustomersTest.inParallel(4, i -> () -> {
            together.await();
            for (int n = 1; n <= 25; n++) {
                move("a", n * 4L + i);
            }
            return List.of();
        });
        assertEquals(OptionalLong.of(103), position("a"));
    }

    @Test
    public void namesAndPositionsAreBounded() {
        move("n".repeat(160), Long.MAX_VALUE);
        assertThrows(IllegalArgumentException.class, () -> move("n".repeat(161), 1));
        assertThrows(IllegalArgumentException.class, () -> move(" ", 1));
        assertThrows(IllegalArgumentException.class, () -> move("a", -1));
        assertThrows(IllegalArgumentException.class, () -> position(""));
    }
}
