/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.io.IOException;

import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletOutputStream;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;

import org.kontor.http.Door;

/**
 * Ends an answer that {@linkplain Door#cutOff broke off} in the middle without the last chunk: the client sees that it is
 * not whole. The stream is kept from being closed as if it were, and the failure handed to the server, which then closes
 * the connection.
 */
final class CutOff implements Filter {
    @Override
    public void init(FilterConfig config) {
        // nothing to set up
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        chain.doFilter(request, new Guarded(http, (HttpServletResponse) response));
        if (Door.isCutOff(http)) {
            throw new IOException("The answer broke off, correlation " + Door.correlation(http));
        }
    }

    @Override
    public void destroy() {
        // nothing to give back
    }

    private static final class Guarded extends HttpServletResponseWrapper {
        private final HttpServletRequest request;
        private ServletOutputStream stream;

        Guarded(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (stream == null) {
                stream = new Stream(request, super.getOutputStream());
            }
            return stream;
        }

        @Override
        public void flushBuffer() throws IOException {
            if (!Door.isCutOff(request)) {
                super.flushBuffer();
            }
        }
    }

    private static final class Stream extends ServletOutputStream {
        private final HttpServletRequest request;
        private final ServletOutputStream target;

        Stream(HttpServletRequest request, ServletOutputStream target) {
            this.request = request;
            this.target = target;
        }

        @Override
        public void write(int one) throws IOException {
            target.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            target.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            if (!Door.isCutOff(request)) {
                target.flush();
            }
        }

        @Override
        public void close() throws IOException {
            if (!Door.isCutOff(request)) {
                target.close();
            }
        }

        @Override
        public boolean isReady() {
            return target.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            target.setWriteListener(listener);
        }
    }
}
