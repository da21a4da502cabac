/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import javax.servlet.FilterChain;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.junit.Test;

import org.kontor.http.Door;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

@Shows("V1")
public class CutOffTest {
    private final Map<String, Object> attributes = new HashMap<>();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private boolean closed;

    private final ServletOutputStream stream = new ServletOutputStream() {
        @Override
        public void write(int one) {
            sent.write(one);
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    };
    private final HttpServletRequest request = fake(HttpServletRequest.class, (method, arguments) -> switch (method) {
        case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
        case "getAttribute" -> attributes.get(arguments[0]);
        default -> throw new UnsupportedOperationException(method);
    });
    private final HttpServletResponse response =
            fake(HttpServletResponse.class, (method, arguments) -> switch (method) {
                case "getOutputStream" -> stream;
                default -> throw new UnsupportedOperationException(method);
            });

    private interface Answers {
        Object to(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName(), arguments)));
    }

    private void serve(boolean whole) throws Exception {
        FilterChain chain = (servletRequest, servletResponse) -> {
            try (OutputStream out = servletResponse.getOutputStream()) {
                out.write("half".getBytes(StandardCharsets.UTF_8));
                if (!whole) {
                    Door.cutOff(request);
                }
            }
        };
        new CutOff().doFilter(request, response, chain);
    }

    @Test
    public void aWholeAnswerIsClosed() throws Exception {
        serve(true);
        assertTrue(closed);
        assertEquals("half", sent.toString(StandardCharsets.UTF_8));
    }

    @Test
    public void aBrokenAnswerIsNotEndedAsIfItWereWhole() {
        IOException told = assertThrows(IOException.class, () -> serve(false));
        assertFalse(closed);
        assertTrue(told.getMessage(), told.getMessage().contains(Door.correlation(request)));
    }
}
