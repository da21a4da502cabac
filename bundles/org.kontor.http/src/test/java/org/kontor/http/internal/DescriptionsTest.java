/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

import javax.servlet.http.HttpServletRequest;

import org.junit.Test;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

public class DescriptionsTest {
    private static boolean open(String method, String path, String query) {
        Map<String, String> answers = new java.util.HashMap<>();
        answers.put("getMethod", method);
        answers.put("getPathInfo", path);
        answers.put("getQueryString", query);
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                DescriptionsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, called, arguments) -> answers.get(called.getName()));
        return Descriptions.isOne(request);
    }

    @Test
    public void onlyDescriptionsAreOpen() {
        assertTrue(open("GET", "/api/v1/openapi.json", null));
        assertTrue(open("GET", "/api/v1/docs", null));
        assertTrue(open("GET", "/api/v1/docs/", null));
        assertTrue(open("GET", "/api/v1/docs/swagger-ui.css", null));
        assertTrue(open("GET", "/soap/v1/customers", "wsdl"));
        assertTrue(open("HEAD", "/soap/v1/customers", "WSDL"));
        assertFalse(open("POST", "/soap/v1/customers", "wsdl"));
        assertFalse(open("GET", "/soap/v1/customers", "wsdl&x"));
        assertFalse(open("GET", "/soap/v1/customers", null));
        assertFalse(open("GET", "/api/v1/customers", "wsdl"));
        assertFalse(open("GET", "/api/v1/customers/openapi.json", null));
        assertFalse(open("GET", "/api/v1/openapi.json/../customers", null));
        assertFalse(open("POST", "/api/v1/docs/", null));
        assertFalse(open("GET", "/api/v1/docs/../customers", null));
        assertFalse(open("GET", "/api/v1/docs/x/y", null));
        assertFalse(open("GET", "/api/v1/docsx", null));
        assertFalse(open("GET", null, null));
    }
}
