/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.junit.Test;

import org.kontor.http.Door;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

@Shows("X4")
public class RequestLogTest {
    private final List<String> told = new ArrayList<>();
    private final RequestLog log = new RequestLog(
            () -> List.of((door, operation, status, took) -> told.add(door + " " + operation + " " + status)));

    private static HttpServletRequest request(String uri) {
        Map<String, Object> attributes = new HashMap<>();
        return (HttpServletRequest) Proxy.newProxyInstance(
                RequestLogTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, called, arguments) -> switch (called.getName()) {
                    case "getAttribute" -> attributes.get(arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    case "removeAttribute" -> attributes.remove(arguments[0]);
                    case "getRequestURI" -> uri;
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    private static HttpServletResponse response(int status) {
        return (HttpServletResponse) Proxy.newProxyInstance(
                RequestLogTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (self, called, arguments) -> status);
    }

    @Test
    public void everyRequestIsToldOnce() {
        HttpServletRequest get = request("/kontor/api/v1/customers");
        log.begin(get);
        Door.calls(get, "Customers.list");
        log.end(get, response(200));
        log.end(get, response(200));
        HttpServletRequest refused = request("/kontor/soap/v1/customers");
        log.begin(refused);
        log.end(refused, response(401));
        HttpServletRequest other = request("/kontor/made-up-" + "x".repeat(50));
        log.begin(other);
        log.end(other, response(404));
        assertEquals(List.of("REST Customers.list 200", "SOAP - 401", "OTHER - 404"), told);
    }
}
