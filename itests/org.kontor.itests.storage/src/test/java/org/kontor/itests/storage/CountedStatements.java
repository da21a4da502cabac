/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

/** A data source that counts round trips: executions, a batch as one. */
final class CountedStatements {
    private final AtomicLong count = new AtomicLong();
    private final List<String> texts = new ArrayList<>();

    DataSource around(DataSource source) {
        return proxy(
                DataSource.class,
                source,
                (method, result) -> result instanceof Connection connection ? connection(connection) : result);
    }

    private Connection connection(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    Object result = invoke(connection, method, arguments);
                    if (result instanceof PreparedStatement statement) {
                        return statement(PreparedStatement.class, statement, String.valueOf(arguments[0]));
                    }
                    return result instanceof Statement statement ? statement(Statement.class, statement, "?") : result;
                });
    }

    private <S extends Statement> S statement(Class<S> type, S statement, String text) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        count.incrementAndGet();
                        synchronized (texts) {
                            texts.add(text);
                        }
                    }
                    return invoke(statement, method, arguments);
                }));
    }

    private interface Change {
        Object apply(java.lang.reflect.Method method, Object result);
    }

    private static <T> T proxy(Class<T> type, T target, Change change) {
        return type.cast(Proxy.newProxyInstance(
                CountedStatements.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> change.apply(method, invoke(target, method, arguments))));
    }

    private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    long count() {
        return count.get();
    }

    void reset() {
        count.set(0);
        texts.clear();
    }

    @Override
    public String toString() {
        return String.join("\n", texts);
    }
}
