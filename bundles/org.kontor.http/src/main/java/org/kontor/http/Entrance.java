/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http;

import java.io.IOException;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * The gate, for bundles that serve something beside the edges in a servlet context of their own: what its helper is asked
 * ({@code handleSecurity}, {@code finishSecurity}) it asks here. There while people can sign in. Thread-safe.
 */
public interface Entrance {
    /** Whether the request may go on, signed in; if not, it has been answered. */
    boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** The request has been answered. */
    void left(HttpServletRequest request, HttpServletResponse response);
}
