/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.pages.internal;

import java.io.IOException;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.kontor.http.Allowances;

/** How often an address may come: pages a second, and mails that it asks for. Thread-safe. */
final class Visits {
    private final Allowances<String> pages = new Allowances<>(1, 60, System::nanoTime);
    private final Allowances<String> mails = new Allowances<>(1 / 60.0, 10, System::nanoTime);

    boolean mayLook(HttpServletRequest request, HttpServletResponse response, Page page) throws IOException {
        return mayGoOn(pages, request, response, page);
    }

    boolean mayAsk(HttpServletRequest request, HttpServletResponse response, Page page) throws IOException {
        return mayGoOn(mails, request, response, page);
    }

    private static boolean mayGoOn(
            Allowances<String> allowances, HttpServletRequest request, HttpServletResponse response, Page page)
            throws IOException {
        Allowances.Verdict verdict = allowances.count(request.getRemoteAddr());
        if (!verdict.admitted()) {
            response.setHeader("Retry-After", String.valueOf(verdict.retryIn()));
            Replies.write(response, 429, page.message("toomany", "toomanytext"));
        }
        return verdict.admitted();
    }
}
