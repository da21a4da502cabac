/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.io.IOException;
import java.io.InputStream;

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
import javax.servlet.http.HttpServletResponse;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;

/**
 * Ends a body that grows over the limit without having said its length beforehand (X3); edges answer the refusal. What is
 * taken line by line has limits of its own.
 */
final class BodyLimit implements Filter {
    private static final long MAX_DRAINED = 16L << 20;

    @Override
    public void init(FilterConfig config) {
        // nothing to set up
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        BodySize size = BodySize.of(http);
        if (size.isUnbounded()) {
            chain.doFilter(request, response);
            drain(http.getInputStream());
            return;
        }
        if (http.getContentLengthLong() > size.bytes()) {
            Problems.write(http, (HttpServletResponse) response, 413, ErrorCode.BODY_TOO_LARGE, size.message());
            drain(http.getInputStream());
            return;
        }
        Limited limited = new Limited(http, size);
        chain.doFilter(limited, response);
        if (limited.isOver()) {
            drain(http.getInputStream());
        } else if (size.hasBoundBehind()) {
            drain(limited.getInputStream());
        }
    }

    /**
     * Reads on for a while and forgets it: a client that still sends would find the connection reset, and never see the
     * answer.
     */
    private static void drain(InputStream body) {
        try {
            body.skipNBytes(MAX_DRAINED);
        } catch (IOException | RuntimeException e) {
            // the end of the body, broken chunks, or the client went away: all are fine
        }
    }

    @Override
    public void destroy() {
        // nothing to give back
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final BodySize size;
        private Counting stream;

        boolean isOver() {
            return stream != null && stream.read > size.bytes();
        }

        Limited(HttpServletRequest request, BodySize size) {
            super(request);
            this.size = size;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new Counting(super.getInputStream(), size);
            }
            return stream;
        }
    }

    private static final class Counting extends ServletInputStream {
        private final ServletInputStream source;
        private final BodySize size;
        private long read;
        private boolean refused;

        Counting(ServletInputStream source, BodySize size) {
            this.source = source;
            this.size = size;
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

        /** Told once; whoever reads on, to get rid of the rest, meets the end. */
        private KontorException refusal(ErrorCode code, String message) {
            refused = true;
            return new KontorException(code, message);
        }

        /** Broken chunks, a client that went away or fell silent: its fault, not ours. */
        private int reading(Reading reading) {
            if (refused) {
                return -1;
            }
            try {
                return reading.read();
            } catch (IOException | RuntimeException e) {
                throw refusal(ErrorCode.MALFORMED_BODY, "The body cannot be read to its end.");
            }
        }

        private void count(int bytes) {
            read += bytes;
            if (!refused && read > size.bytes()) {
                throw refusal(ErrorCode.BODY_TOO_LARGE, size.message());
            }
        }

        @Override
        public boolean isFinished() {
            return refused || source.isFinished();
        }

        @Override
        public boolean isReady() {
            return refused || source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
