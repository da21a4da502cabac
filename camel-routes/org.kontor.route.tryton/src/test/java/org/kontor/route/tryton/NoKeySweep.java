/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.kontor.api.sync.Brake;
import org.kontor.api.sync.DeleteRule;
import org.kontor.spi.sync.KeySweep;
import org.kontor.spi.sync.RemoteKeys;

/** Finds nothing. */
class NoKeySweep implements KeySweep {
    @Override
    public int sweep(
            String connection,
            Supplier<UUID> run,
            RemoteKeys remote,
            DeleteRule rule,
            Brake brake,
            BooleanSupplier stopped) {
        return 0;
    }

    @Override
    public Optional<String> held(String connection) {
        return Optional.empty();
    }
}
