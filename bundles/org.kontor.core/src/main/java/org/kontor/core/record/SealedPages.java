/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.record.Page;
import org.kontor.spi.page.Pages;

/** Pages whose cursors hold the last id. */
@Component
public final class SealedPages implements Pages {
    private final Cursors cursors;

    @Activate
    public SealedPages(@Reference Cursors cursors) {
        this.cursors = cursors;
    }

    @Override
    public <T> Page<T> byId(
            String query, String cursor, int limit, Function<T, UUID> id, Function<UUID, List<T>> rowsFrom) {
        Cursors.checkLimit(limit, MAX_LIMIT);
        UUID from = cursor == null ? null : UUID.fromString(cursors.open(query, cursor));
        List<T> rows = rowsFrom.apply(from);
        return cursors.page(query, limit, rows, row -> id.apply(row).toString());
    }
}
