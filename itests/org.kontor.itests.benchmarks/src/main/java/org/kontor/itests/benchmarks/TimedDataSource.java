/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.benchmarks;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Set;
import java.util.logging.Logger;

import javax.sql.DataSource;

/**
 * Adds up the time that is spent waiting for the database: in calls that go to it, of the connections that are got here. For
 * one thread.
 */
final class TimedDataSource implements DataSource {
    private static final Set<String> GO_THERE =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit", "rollback", "next");

    private final DataSource real;
    private long nanos;

    TimedDataSource(DataSource real) {
        this.real = real;
    }

    double seconds() {
        return nanos / 1e9;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return timed(Connection.class, real.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    private <T> T timed(Class<T> type, Object target) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> {
                    boolean counts = GO_THERE.contains(method.getName());
                    long start = counts ? System.nanoTime() : 0;
                    Object result;
                    try {
                        result = method.invoke(target, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        nanos += counts ? System.nanoTime() - start : 0;
                    }
                    boolean leadsThere = (result instanceof Statement || result instanceof ResultSet)
                            && method.getReturnType().isInterface();
                    return leadsThere ? timed(method.getReturnType(), result) : result;
                }));
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        real.setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return real.getParentLogger();
    }
}
