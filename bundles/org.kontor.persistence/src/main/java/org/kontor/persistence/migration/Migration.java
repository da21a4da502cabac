/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Map;

import javax.sql.DataSource;

import org.ops4j.pax.jdbc.hook.PreHook;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

import org.kontor.spi.store.SchemaState;

/**
 * Brings the schema up to this version before anybody sees the data source (hook {@code ops4j.preHook=kontor} of its
 * configuration). Forward only: a database that a later version has migrated is refused.
 */
@Component(property = PreHook.KEY_NAME + "=kontor")
public final class Migration implements PreHook, SchemaState {
    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    private static final String CHANGELOG = "db/changelog.yaml";
    /** Any number, the same for all nodes of all installations: the lock is per database. */
    private static final long ADVISORY_LOCK = 0x6B6F6E746F72L;

    private volatile Phase phase = Phase.NO_DATA_SOURCE;

    @Override
    public Phase phase() {
        return phase;
    }

    @Override
    public void prepare(DataSource dataSource) throws SQLException {
        phase = Phase.MIGRATING;
        Phase end = Phase.FAILED;
        try {
            bringUpToDate(dataSource);
            end = Phase.MIGRATED;
        } finally {
            phase = end;
        }
    }

    private static void bringUpToDate(DataSource dataSource) throws SQLException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader ours = Migration.class.getClassLoader();
        thread.setContextClassLoader(ours);
        try (Connection guard = dataSource.getConnection();
                Connection connection = dataSource.getConnection()) {
            boolean postgresql = isPostgreSql(guard);
            lock(guard, postgresql);
            try {
                Scope.child(
                        Map.of(
                                Scope.Attr.classLoader.name(), ours,
                                Scope.Attr.ui.name(), new LoggerUIService(),
                                Scope.Attr.resourceAccessor.name(), new ClassLoaderResourceAccessor(ours)),
                        () -> migrate(connection, ours));
            } finally {
                unlock(guard, postgresql);
            }
        } catch (SQLException e) {
            throw e;
        } catch (Exception e) {
            throw new SQLException("The schema of Kontor could not be brought up to date: " + e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void migrate(Connection connection, ClassLoader classLoader)
            throws LiquibaseException, SQLException {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        // Nobody else migrates while we hold the advisory lock, so a lock row is what a kill left behind.
        LockServiceFactory.getInstance().getLockService(database).forceReleaseLock();
        Liquibase liquibase = new Liquibase(CHANGELOG, new ClassLoaderResourceAccessor(classLoader), database);
        Collection<RanChangeSet> unknown = liquibase.listUnexpectedChangeSets(new Contexts(), new LabelExpression());
        if (!unknown.isEmpty()) {
            throw new SQLException("The database was migrated by a later version of Kontor (change set "
                    + unknown.iterator().next().getId() + "). Install that version, or restore a back-up.");
        }
        int pending = liquibase
                .listUnrunChangeSets(new Contexts(), new LabelExpression())
                .size();
        if (pending > 0) {
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            LOG.info("Bringing the schema up to date: {} change sets", pending);
            liquibase.update(new Contexts(), new LabelExpression());
        }
    }

    private static boolean isPostgreSql(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    /** An embedded H2 belongs to this process alone; PostgreSQL may have several nodes that start at once. */
    private static void lock(Connection connection, boolean postgresql) throws SQLException {
        run(connection, postgresql, "SELECT pg_advisory_lock(" + ADVISORY_LOCK + ")");
    }

    private static void unlock(Connection connection, boolean postgresql) throws SQLException {
        run(connection, postgresql, "SELECT pg_advisory_unlock(" + ADVISORY_LOCK + ")");
    }

    private static void run(Connection connection, boolean postgresql, String sql) throws SQLException {
        if (postgresql) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
