/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

import org.kontor.api.sync.Again;
import org.kontor.route.tryton.map.PartyMapping;
import org.kontor.route.tryton.read.Feed;
import org.kontor.route.tryton.read.Reading;

/** A reading that is under way: the one of the poll, or one that goes between its pages. Used by one thread. */
final class Level {
    final Reading reading;
    final PartyMapping mapping;
    /** What a person asked for; null when it is the schedule's. */
    final Again order;
    /** Batches of the page that are not yet taken in. */
    final Deque<Feed> feeds = new ArrayDeque<>();

    /** Its run; known while another one goes between its pages. */
    UUID run;

    Level(Reading reading, PartyMapping mapping, Again order) {
        this.reading = reading;
        this.mapping = mapping;
        this.order = order;
        turnPage();
    }

    void turnPage() {
        feeds.addAll(reading.next());
    }
}
