/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

import javax.servlet.http.HttpServletRequest;

import org.junit.Test;

import org.kontor.http.Allowances;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

@Shows({"A13", "X2", "X3"})
public class OpenCallsTest {
    private static HttpServletRequest request(String method, String path) {
        Map<String, String> answers = Map.of("getMethod", method, "getPathInfo", path, "getRemoteAddr", "192.0.2.1");
        return (HttpServletRequest) Proxy.newProxyInstance(
                OpenCallsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, called, arguments) -> answers.get(called.getName()));
    }

    private static boolean open(String method, String path) {
        return OpenCalls.isOne(request(method, path));
    }

    @Test
    public void onlyTheTwoCallsOfASignUpAreOpen() {
        assertTrue(open("POST", "/api/v1/sign-ups/north"));
        assertTrue(open("POST", "/api/v1/sign-up-confirmations"));
        for (String path : new String[] {
            "/api/v1/sign-ups",
            "/api/v1/sign-ups/",
            "/api/v1/sign-ups/..",
            "/api/v1/sign-ups/north/customers",
            "/api/v1/sign-ups/north/../../customers",
            "/api/v1/sign-ups/north;x",
            "/api/v1/sign-up-confirmations/x",
            "/api/v1/sign-up-page",
            "/api/v1/customers",
            "/soap/v1/sign-ups/north",
            ""
        }) {
            assertFalse(path, open("POST", path));
        }
        for (String method : new String[] {"GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
            assertFalse(method, open(method, "/api/v1/sign-ups/north"));
        }
    }

    @Test
    public void anAddressMakesSoMany() {
        OpenCalls calls = new OpenCalls();
        HttpServletRequest request = request("POST", "/api/v1/sign-ups/north");
        Allowances.Verdict verdict = calls.count(request);
        for (int i = 0; i < 1000 && verdict.admitted(); i++) {
            verdict = calls.count(request);
        }
        assertFalse(verdict.admitted());
    }
}
