/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.Map;

import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;

import org.eclipse.persistence.jpa.PersistenceProvider;

/** Opens what Karaf else opens: the persistence unit on a database that is migrated. Stateless. */
public final class PlainJpa {
    private PlainJpa() {}

    /** @return to be closed by the caller; the data source stays open */
    public static EntityManagerFactory on(DataSource dataSource) {
        return new PersistenceProvider()
                .createEntityManagerFactory(
                        "kontor",
                        Map.of(
                                "javax.persistence.nonJtaDataSource",
                                dataSource,
                                "eclipselink.classloader",
                                PlainJpa.class.getClassLoader()));
    }
}
