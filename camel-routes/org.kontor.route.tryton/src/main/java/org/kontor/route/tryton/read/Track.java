/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.util.function.UnaryOperator;

/**
 * Where a connection stands while it reads: shared by a full reading and the readings of changes that go between its pages, each
 * of which moves its own part. Used by one thread.
 */
final class Track {
    private Position position;

    Track(Position position) {
        this.position = position;
    }

    Position position() {
        return position;
    }

    /** @return what is to be committed */
    Position move(UnaryOperator<Position> step) {
        position = step.apply(position);
        return position;
    }
}
