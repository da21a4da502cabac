/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.lang.reflect.Proxy;

import javax.servlet.http.HttpServletRequest;

import org.junit.Test;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

public class OriginsTest {
    private static boolean mayCall(String origin) {
        return Origins.mayCall((HttpServletRequest) Proxy.newProxyInstance(
                OriginsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, called, arguments) -> "Origin".equals(arguments[0]) ? origin : "kontor.example:8181"));
    }

    @Test
    public void onlyOurOwnPagesMayCall() {
        assertTrue(mayCall(null));
        assertTrue(mayCall("https://kontor.example:8181"));
        assertFalse(mayCall("https://evil.example"));
        assertFalse(mayCall("null"));
        assertFalse(mayCall("not a uri at all"));
    }
}
