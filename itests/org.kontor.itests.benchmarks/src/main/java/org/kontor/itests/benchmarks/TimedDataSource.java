/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.benchmarks;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.logging.Logger;

import javax.sql.DataSource;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.implementation.InvocationHandlerAdapter;
import net.bytebuddy.implementation.MethodCall;

import static net.bytebuddy.matcher.ElementMatchers.isDeclaredBy;
import static net.bytebuddy.matcher.ElementMatchers.isSubTypeOf;
import static net.bytebuddy.matcher.ElementMatchers.isVirtual;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.returns;

/**
 * Adds up the time that is spent waiting for the database: in calls that go to it, of the connections that are got here. For
 * one thread.
 */
final class TimedDataSource implements DataSource {
    private static final Set<String> GO_THERE =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit", "rollback", "next");

    private static final String REAL = "real";
    private static final String HANDLER = "handler";

    private final Map<Class<?>, Class<?>> forwarders = new HashMap<>();
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

    /** The same object, but that the calls that go to the database, and what they lead to, are timed. */
    private <T> T timed(Class<T> type, Object target) {
        try {
            Object timed = forwarders
                    .computeIfAbsent(type, TimedDataSource::forwarder)
                    .getConstructor()
                    .newInstance();
            timed.getClass().getField(REAL).set(timed, target);
            timed.getClass().getField(HANDLER).set(timed, (InvocationHandler) (self, method, values) -> {
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
                boolean leadsThere = result instanceof Statement || result instanceof ResultSet;
                return leadsThere ? timed(method.getReturnType(), result) : result;
            });
            return type.cast(timed);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A class that hands a call on by a plain call of the real object, but those that count by reflection: the million
     * values that are set would cost more by reflection than the engine spends on them.
     */
    private static Class<?> forwarder(Class<?> type) {
        return new ByteBuddy()
                .subclass(Object.class)
                .implement(type)
                .defineField(REAL, type, Visibility.PUBLIC)
                .defineField(HANDLER, InvocationHandler.class, Visibility.PUBLIC)
                .method(isVirtual().and(not(isDeclaredBy(Object.class))))
                .intercept(MethodCall.invokeSelf().onField(REAL).withAllArguments())
                .method(namedOneOf(GO_THERE.toArray(String[]::new))
                        .or(returns(isSubTypeOf(Statement.class)))
                        .or(returns(ResultSet.class)))
                .intercept(InvocationHandlerAdapter.toField(HANDLER))
                .make()
                .load(TimedDataSource.class.getClassLoader())
                .getLoaded();
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
