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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.LinkAccounts;
import org.kontor.api.people.PasswordLinks;
import org.kontor.api.signup.SignUps;
import org.kontor.mail.Brand;
import org.kontor.mail.Branding;

/**
 * The pages behind links that were mailed, the one for those who forgot their password, and those to sign up. Without scripts and without
 * cookies: what is posted carries the secret of the link itself. Nothing tells whose a link is. Thread-safe.
 */
final class AccountServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(AccountServlet.class);
    private static final List<String> LANGUAGES = List.of("en", "fr");
    private static final String PASSWORD = "/password";
    private static final String FORGOTTEN = "/forgotten";
    private static final Pattern STYLE = Pattern.compile("/style/([0-9a-f]{6})\\.css");
    private static final Pattern LOGO = Pattern.compile("/logo/([0-9a-f]{64})");
    private static final int LONGEST_EMAIL = 254;

    private final transient PasswordLinks links;
    private final transient LinkAccounts accounts;
    private final transient Branding branding;
    private final transient SignUpForms signUps;
    private final transient Visits visits = new Visits();

    AccountServlet(PasswordLinks links, LinkAccounts accounts, SignUps signUps, Branding branding) {
        this.links = links;
        this.accounts = accounts;
        this.branding = branding;
        this.signUps = new SignUpForms(signUps, branding, visits);
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
                    Replies.write(response, 405, page.message("nothing", "nothinghere"));
                }
            }
        } catch (KontorException e) {
            Replies.write(response, 503, page.message("later", "latertext"));
        } catch (RuntimeException e) {
            // without the path: it has the secret
            LOG.error("A page for people without a sign-in failed", e);
            Replies.write(response, 500, page.message("later", "latertext"));
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
        String path = path(request);
        Matcher style = STYLE.matcher(path);
        Matcher logo = LOGO.matcher(path);
        if (style.matches()) {
            Replies.write(
                    response, 200, "text/css", Page.style("#" + style.group(1)).getBytes(StandardCharsets.UTF_8));
        } else if (logo.matches()) {
            if (visits.mayLook(request, response, page)) {
                logo(response, page, logo.group(1));
            }
        } else if (path.equals(FORGOTTEN)) {
            Replies.write(response, 200, forgotten(page, null));
        } else if (signUps.isOne(path)) {
            signUps.show(request, response, page, path);
        } else if (!path.startsWith(PASSWORD + "/")) {
            Replies.nothing(response, page);
        } else if (visits.mayLook(request, response, page)) {
            String secret = path.substring(PASSWORD.length() + 1);
            PasswordLinks.State state = links.look(secret);
            Page own = ofLink(page, secret);
            if (state == PasswordLinks.State.OPEN) {
                Replies.write(response, 200, form(own, secret, null));
            } else {
                refuse(response, own, state);
            }
        }
    }

    private static String path(HttpServletRequest request) {
        return request.getPathInfo() == null ? "" : request.getPathInfo();
    }

    /** In the look of the account that the link is about. */
    private Page ofLink(Page page, String secret) {
        return accounts.accountOf(secret)
                .map(account -> new Page(branding.brand(account), page.language()))
                .orElse(page);
    }

    private void logo(HttpServletResponse response, Page page, String digest) throws IOException {
        Optional<Brand.Logo> logo = branding.logo(digest);
        if (logo.isEmpty()) {
            Replies.nothing(response, page);
            return;
        }
        // a picture of somebody else is to do nothing but be seen
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        Replies.write(response, 200, logo.get().type(), logo.get().bytes());
    }

    private void take(HttpServletRequest request, HttpServletResponse response, Page page) throws IOException {
        request.setCharacterEncoding("UTF-8");
        String path = path(request);
        if (path.equals(PASSWORD)) {
            if (visits.mayLook(request, response, page)) {
                setPassword(request, response, ofLink(page, Replies.given(request, "link")));
            }
        } else if (path.equals(FORGOTTEN)) {
            if (visits.mayAsk(request, response, page)) {
                mail(request, response, page);
            }
        } else if (signUps.isOne(path)) {
            signUps.take(request, response, page, path);
        } else {
            Replies.nothing(response, page);
        }
    }

    private void setPassword(HttpServletRequest request, HttpServletResponse response, Page page) throws IOException {
        String secret = Replies.given(request, "link");
        String password = Replies.given(request, "password");
        PasswordLinks.State state = links.look(secret);
        if (state != PasswordLinks.State.OPEN) {
            refuse(response, page, state);
            return;
        }
        if (!password.equals(Replies.given(request, "again"))) {
            Replies.write(response, 400, form(page, secret, "notsame"));
            return;
        }
        try {
            state = links.setPassword(secret, password.toCharArray());
        } catch (KontorException e) {
            if (e.code() != ErrorCode.INVALID_INPUT) {
                throw e;
            }
            Replies.write(response, 400, form(page, secret, "length"));
            return;
        }
        if (state == PasswordLinks.State.OPEN) {
            Replies.write(response, 200, page.message("done", "donetext"));
        } else {
            refuse(response, page, state);
        }
    }

    private static void refuse(HttpServletResponse response, Page page, PasswordLinks.State state) throws IOException {
        if (state == PasswordLinks.State.OVER) {
            Replies.write(response, 410, page.html("over.html", "over", null, Map.of()));
        } else {
            Replies.write(response, 404, page.html("unknown.html", "unknown", null, Map.of()));
        }
    }

    private void mail(HttpServletRequest request, HttpServletResponse response, Page page) throws IOException {
        String email = Replies.given(request, "email").strip();
        if (email.length() > LONGEST_EMAIL || !email.matches("[^@\\s]+@[^@\\s]+")) {
            Replies.write(response, 400, forgotten(page, "notemail"));
            return;
        }
        links.forgotten(email, language(request));
        Replies.write(response, 200, page.message("asked", "askedtext"));
    }

    private static String form(Page page, String secret, String problem) {
        return page.html("password.html", "choose", problem, Map.of("secret", secret));
    }

    private static String forgotten(Page page, String problem) {
        return page.html("forgotten.html", "forgotten", problem, Map.of());
    }
}
