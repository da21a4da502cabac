/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.io.IOException;

import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ReadListener;
import javax.servlet.ServletException;
import javax.servlet.ServletInputStream;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;

/** Ends a body that grows over the limit without having said its length beforehand (X3); edges answer the refusal. */
final class BodyLimit implements Filter {
    static final int MAX_BYTES = 1 << 20;
    static final String MESSAGE = "A body may have at most 1 MiB.";

    @Override
    public void init(FilterConfig config) {
        // nothing to set up
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new Limited((HttpServletRequest) request), response);
    }

    @Override
    public void destroy() {
        // nothing to give back
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private Counting stream;

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new Counting(super.getInputStream());
            }
            return stream;
        }
    }

    private static final class Counting extends ServletInputStream {
        private final ServletInputStream source;
        private long read;

        Counting(ServletInputStream source) {
            this.source = source;
        }

        @Override
        public int read() {
            int one = reading(source::read);
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int some = reading(() -> source.read(buffer, offset, length));
            count(Math.max(some, 0));
            return some;
        }

        private interface Reading {
            int read() throws IOException;
        }

        /** Broken chunks, a client that went away or fell silent: its fault, not ours. */
        private static int reading(Reading reading) {
            try {
                return reading.read();
            } catch (IOException | RuntimeException e) {
                throw new KontorException(ErrorCode.MALFORMED_BODY, "The body cannot be read to its end.");
            }
        }

        private void count(int bytes) {
            read += bytes;
            if (read > MAX_BYTES) {
                throw new KontorException(ErrorCode.BODY_TOO_LARGE, MESSAGE);
            }
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
