/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL of our own on 127.0.0.1 that keeps what it acknowledges, with a database for Kontor and one with the same
 * rows for the baseline.
 */
final class Database implements AutoCloseable {
    static final String KONTOR = "kontor";
    static final String RAW = "raw";

    private static final List<String> SETTINGS = List.of(
            "server_version",
            "fsync",
            "synchronous_commit",
            "full_page_writes",
            "wal_sync_method",
            "shared_buffers",
            "max_wal_size",
            "jit");

    private final EmbeddedPostgres server;
    private final long pid;

    Database(Path home) throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(home.toFile())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start();
        run("postgres", "CREATE DATABASE " + KONTOR);
        pid = Long.parseLong(texts("postgres", "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")
                .get(0));
    }

    String url(String name) {
        return server.getJdbcUrl("postgres", name);
    }

    Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(url(name) + "&reWriteBatchedInserts=true");
    }

    /** To the baseline's database, for transactions. */
    Connection raw() throws SQLException {
        Connection connection = connect(RAW);
        connection.setAutoCommit(false);
        return connection;
    }

    /** The baseline's database: a copy of Kontor's, which nobody may use meanwhile. */
    void copyForRaw() throws SQLException {
        copy(RAW);
    }

    /** Makes a database that is as Kontor's is now. */
    void copy(String name) throws SQLException {
        run("postgres", "CREATE DATABASE " + name + " TEMPLATE " + KONTOR);
    }

    void run(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column. */
    List<String> texts(String database, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }

    String settings() throws SQLException {
        StringJoiner settings = new StringJoiner(", ");
        for (String name : SETTINGS) {
            settings.add(name + "=" + texts("postgres", "SHOW " + name).get(0));
        }
        return settings.toString();
    }

    /** CPU seconds of all its processes since its start. */
    double cpu() throws IOException {
        return Proc.cpuWithChildren(pid);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
