/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import javax.persistence.EntityManagerFactory;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.spi.store.StoreCheck;

/** Reads the one row that is always there. */
@Component
public final class JpaStoreCheck implements StoreCheck {
    private final JpaUnitOfWork unitOfWork;

    @Activate
    public JpaStoreCheck(@Reference(target = "(osgi.unit.name=kontor)") EntityManagerFactory factory) {
        this.unitOfWork = new JpaUnitOfWork(factory);
    }

    @Override
    public long feedPosition() {
        return unitOfWork.inTransaction(em -> new Sql("SELECT last_position FROM feed_sequencer WHERE id = 1")
                .read(em, row -> row.getLong(1))
                .get(0));
    }
}
