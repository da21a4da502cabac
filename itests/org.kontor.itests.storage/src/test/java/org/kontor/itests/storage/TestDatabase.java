/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.persistence.EntityManagerFactory;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.kontor.persistence.migration.Migration;

/**
 * A migrated, empty database with a pool smaller than the tests' threads, so that a second connection would hang. It is
 * migrated once and copied for each test.
 */
enum TestDatabase {
    H2 {
        @Override
        String create() throws Exception {
            String url = inMemory();
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                for (String sql : MigratedH2.SCRIPT) {
                    statement.execute(sql);
                }
            }
            return url;
        }

        @Override
        void drop(String url) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN IMMEDIATELY");
            }
        }
    },
    POSTGRESQL {
        @Override
        String create() throws SQLException {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            MigratedPostgres.run("CREATE DATABASE " + name + " TEMPLATE " + MigratedPostgres.NAME);
            return MigratedPostgres.url(name);
        }

        /** Hundreds of them, kept to the end, would take minutes to be written when the server stops. */
        @Override
        void drop(String url) throws SQLException {
            Matcher name = Pattern.compile("/(t[0-9a-f]{32})").matcher(url);
            if (!name.find()) {
                throw new IllegalArgumentException(url);
            }
            MigratedPostgres.run("DROP DATABASE " + name.group(1) + " WITH (FORCE)");
        }
    };

    private static String inMemory() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    private static final class MigratedH2 {
        static final List<String> SCRIPT = script();

        private static List<String> script() {
            List<String> script = new ArrayList<>();
            try (HikariDataSource dataSource = pool(inMemory())) {
                new Migration().prepare(dataSource);
                try (Connection connection = dataSource.getConnection();
                        Statement statement = connection.createStatement();
                        ResultSet result = statement.executeQuery("SCRIPT NOSETTINGS")) {
                    while (result.next()) {
                        // the user is there already
                        if (!result.getString(1).startsWith("CREATE USER")) {
                            script.add(result.getString(1));
                        }
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException("H2 cannot be migrated", e);
            }
            return script;
        }
    }

    private static final class MigratedPostgres {
        static final String NAME = "migrated";
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                run(server, "CREATE DATABASE " + NAME);
                try (HikariDataSource dataSource = pool(server.getJdbcUrl("postgres", NAME))) {
                    new Migration().prepare(dataSource);
                }
                return server;
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("PostgreSQL does not start", e);
            }
        }

        static String url(String database) {
            return SERVER.getJdbcUrl("postgres", database);
        }

        static void run(String sql) throws SQLException {
            run(SERVER, sql);
        }

        private static void run(EmbeddedPostgres server, String sql) throws SQLException {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    /** @return its address */
    abstract String create() throws Exception;

    abstract void drop(String url) throws SQLException;

    Opened open() throws Exception {
        String url = create();
        HikariDataSource dataSource = pool(url);
        return new Opened(this, url, dataSource, PlainJpa.on(dataSource));
    }

    /** An open database. */
    record Opened(TestDatabase kind, String url, HikariDataSource dataSource, EntityManagerFactory factory)
            implements AutoCloseable {
        long count(String sql) throws SQLException {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                result.next();
                return result.getLong(1);
            }
        }

        void run(String sql) throws SQLException {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() {
            factory.close();
            dataSource.close();
            try {
                kind.drop(url);
            } catch (SQLException e) {
                throw new IllegalStateException("The database stays", e);
            }
        }
    }
}
