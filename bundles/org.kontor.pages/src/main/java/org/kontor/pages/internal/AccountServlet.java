/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.pages.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.PasswordLinks;
import org.kontor.http.Allowances;
import org.kontor.mail.Brand;
import org.kontor.mail.Branding;

/**
 * The page behind a link that was mailed, and the one for those who forgot their password. Without scripts and without
 * cookies: what is posted carries the secret of the link itself. Nothing tells whose a link is. Thread-safe.
 */
final class AccountServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(AccountServlet.class);
    private static final List<String> LANGUAGES = List.of("en", "fr");
    private static final String PASSWORD = "/password";
    private static final String FORGOTTEN = "/forgotten";
    private static final String HTML = "text/html";
    private static final int LONGEST_EMAIL = 254;

    private final transient PasswordLinks links;
    private final transient Branding branding;
    /** Of each address: pages a second, and mails that are asked for. */
    private final transient Allowances<String> pages = new Allowances<>(1, 60, System::nanoTime);

    private final transient Allowances<String> mails = new Allowances<>(1 / 60.0, 10, System::nanoTime);

    AccountServlet(PasswordLinks links, Branding branding) {
        this.links = links;
        this.branding = branding;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        protect(response);
        Page page = new Page(branding.brand(), language(request));
        try {
            switch (request.getMethod()) {
                case "GET", "HEAD" -> show(request, response, page);
                case "POST" -> take(request, response, page);
                default -> {
                    response.setHeader("Allow", "GET, HEAD, POST");
                    write(response, 405, page.message("nothing", "nothinghere"));
                }
            }
        } catch (KontorException e) {
            write(response, 503, page.message("later", "latertext"));
        } catch (RuntimeException e) {
            // without the path: it has the secret
            LOG.error("A page for a password failed", e);
            write(response, 500, page.message("later", "latertext"));
        }
    }

    private static void protect(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
                        + " frame-ancestors 'none'");
    }

    private String language(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") != null) {
            for (Locale locale : Collections.list(request.getLocales())) {
                if (LANGUAGES.contains(locale.getLanguage())) {
                    return locale.getLanguage();
                }
            }
        }
        return branding.language();
    }

    private void show(HttpServletRequest request, HttpServletResponse response, Page page) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        if (path.equals("/style.css")) {
            write(response, 200, "text/css", Page.style(branding.brand()).getBytes(StandardCharsets.UTF_8));
        } else if (path.equals("/logo")) {
            logo(response, page);
        } else if (path.equals(FORGOTTEN)) {
            write(response, 200, forgotten(page, null));
        } else if (!path.startsWith(PASSWORD + "/")) {
            write(response, 404, page.message("nothing", "nothinghere"));
        } else if (mayGoOn(pages, request, response, page)) {
            String secret = path.substring(PASSWORD.length() + 1);
            PasswordLinks.State state = links.look(secret);
            if (state == PasswordLinks.State.OPEN) {
                write(response, 200, form(page, secret, null));
            } else {
                refuse(response, page, state);
            }
        }
    }

    private void logo(HttpServletResponse response, Page page) throws IOException {
        Brand.Logo logo = branding.brand().logo();
        if (logo == null) {
            write(response, 404, page.message("nothing", "nothinghere"));
            return;
        }
        // a picture of somebody else is to do nothing but be seen
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        write(response, 200, logo.type(), logo.bytes());
    }

    private void take(HttpServletRequest request, HttpServletResponse response, Page page) throws IOException {
        request.setCharacterEncoding("UTF-8");
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        if (path.equals(PASSWORD)) {
            if (mayGoOn(pages, request, response, page)) {
                setPassword(request, response, page);
            }
        } else if (path.equals(FORGOTTEN)) {
            if (mayGoOn(mails, request, response, page)) {
                mail(request, response, page);
            }
        } else {
            write(response, 404, page.message("nothing", "nothinghere"));
        }
    }

    private void setPassword(HttpServletRequest request, HttpServletResponse response, Page page) throws IOException {
        String secret = given(request, "link");
        String password = given(request, "password");
        PasswordLinks.State state = links.look(secret);
        if (state != PasswordLinks.State.OPEN) {
            refuse(response, page, state);
            return;
        }
        if (!password.equals(given(request, "again"))) {
            write(response, 400, form(page, secret, "notsame"));
            return;
        }
        try {
            state = links.setPassword(secret, password.toCharArray());
        } catch (KontorException e) {
            if (e.code() != ErrorCode.INVALID_INPUT) {
                throw e;
            }
            write(response, 400, form(page, secret, "length"));
            return;
        }
        if (state == PasswordLinks.State.OPEN) {
            write(response, 200, page.message("done", "donetext"));
        } else {
            refuse(response, page, state);
        }
    }

    private static String given(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static void refuse(HttpServletResponse response, Page page, PasswordLinks.State state) throws IOException {
        if (state == PasswordLinks.State.OVER) {
            write(response, 410, page.html("over.html", "over", null, Map.of()));
        } else {
            write(response, 404, page.html("unknown.html", "unknown", null, Map.of()));
        }
    }

    private void mail(HttpServletRequest request, HttpServletResponse response, Page page) throws IOException {
        String email = given(request, "email").strip();
        if (email.length() > LONGEST_EMAIL || !email.matches("[^@\\s]+@[^@\\s]+")) {
            write(response, 400, forgotten(page, "notemail"));
            return;
        }
        links.forgotten(email, language(request));
        write(response, 200, page.message("asked", "askedtext"));
    }

    private static String form(Page page, String secret, String problem) {
        return page.html("password.html", "choose", problem, Map.of("secret", secret));
    }

    private static String forgotten(Page page, String problem) {
        return page.html("forgotten.html", "forgotten", problem, Map.of());
    }

    private static boolean mayGoOn(
            Allowances<String> allowances, HttpServletRequest request, HttpServletResponse response, Page page)
            throws IOException {
        Allowances.Verdict verdict = allowances.count(request.getRemoteAddr());
        if (!verdict.admitted()) {
            response.setHeader("Retry-After", String.valueOf(verdict.retryIn()));
            write(response, 429, page.message("toomany", "toomanytext"));
        }
        return verdict.admitted();
    }

    private static void write(HttpServletResponse response, int status, String html) throws IOException {
        write(response, status, HTML, html.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type.startsWith("text/") ? type + ";charset=utf-8" : type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
