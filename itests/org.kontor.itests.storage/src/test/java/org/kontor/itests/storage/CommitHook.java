/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;

import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.EntityTransaction;

/** Does something once between a commit and what its caller does next. */
final class CommitHook {
    private final AtomicReference<Runnable> next = new AtomicReference<>();

    /** After the next commit. */
    void then(Runnable what) {
        next.set(what);
    }

    EntityManagerFactory around(EntityManagerFactory factory) {
        return around(EntityManagerFactory.class, factory);
    }

    private <T> T around(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object result;
                    try {
                        result = method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (target instanceof EntityTransaction && method.getName().equals("commit")) {
                        Runnable what = next.getAndSet(null);
                        if (what != null) {
                            what.run();
                        }
                    }
                    if (result instanceof EntityManager em) {
                        return around(EntityManager.class, em);
                    }
                    return result instanceof EntityTransaction transaction
                            ? around(EntityTransaction.class, transaction)
                            : result;
                }));
    }
}
