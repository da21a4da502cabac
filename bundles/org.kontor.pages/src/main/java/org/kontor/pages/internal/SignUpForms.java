/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.pages.internal;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.signup.SignUpLink;
import org.kontor.api.signup.SignUpLink.State;
import org.kontor.api.signup.SignUpWish;
import org.kontor.api.signup.SignUps;
import org.kontor.api.signup.SignedUp;
import org.kontor.mail.Branding;

/** The page of a partner to sign up, and the one behind the link that confirms it; in the partner's look. Thread-safe. */
final class SignUpForms {
    private static final String ASK = "/sign-up/";
    private static final String CONFIRM = "/confirm";
    private static final Source PAGE = new Source(Source.Door.CONSOLE, null);

    private final SignUps signUps;
    private final Branding branding;
    private final Visits visits;

    SignUpForms(SignUps signUps, Branding branding, Visits visits) {
        this.signUps = signUps;
        this.branding = branding;
        this.visits = visits;
    }

    boolean isOne(String path) {
        return path.startsWith(ASK) || path.equals(CONFIRM) || path.startsWith(CONFIRM + "/");
    }

    void show(HttpServletRequest request, HttpServletResponse response, Page page, String path) throws IOException {
        if (!visits.mayLook(request, response, page)) {
            return;
        }
        if (path.startsWith(ASK)) {
            String name = path.substring(ASK.length());
            Optional<Page> own = ofPage(page, name);
            if (own.isPresent()) {
                Replies.write(response, 200, form(own.get(), name, new SignUpWish("", "", "", null), null));
            } else {
                Replies.nothing(response, page);
            }
            return;
        }
        String secret = path.length() > CONFIRM.length() ? path.substring(CONFIRM.length() + 1) : "";
        SignUpLink link = signUps.look(secret);
        answer(response, of(page, link), secret, link, null);
    }

    /** Empty when there is no such sign-up page. */
    private Optional<Page> ofPage(Page page, String name) {
        try {
            return Optional.of(of(page, signUps.page(name)));
        } catch (KontorException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Page of(Page page, UUID partner) {
        return new Page(branding.brand(partner), page.language());
    }

    private Page of(Page page, SignUpLink link) {
        return link.page() == null ? page : of(page, link.page());
    }

    void take(HttpServletRequest request, HttpServletResponse response, Page page, String path) throws IOException {
        if (path.equals(CONFIRM)) {
            if (visits.mayLook(request, response, page)) {
                confirm(request, response, page);
            }
        } else if (path.startsWith(ASK)) {
            String name = path.substring(ASK.length());
            Optional<Page> own = ofPage(page, name);
            if (own.isEmpty()) {
                Replies.nothing(response, page);
            } else if (visits.mayAsk(request, response, own.get())) {
                ask(request, response, own.get(), name);
            }
        } else {
            Replies.nothing(response, page);
        }
    }

    private void ask(HttpServletRequest request, HttpServletResponse response, Page page, String name)
            throws IOException {
        SignUpWish wish = new SignUpWish(
                Replies.given(request, "company"),
                Replies.given(request, "name"),
                Replies.given(request, "email"),
                page.language());
        try {
            signUps.ask(name, wish);
        } catch (KontorException e) {
            switch (e.code()) {
                case INVALID_INPUT -> Replies.write(response, 400, form(page, name, wish, problem(e)));
                case TOO_MANY_REQUESTS -> Replies.write(response, 429, page.message("toomany", "fulltext"));
                case NOT_FOUND -> Replies.nothing(response, page);
                default -> throw e;
            }
            return;
        }
        Replies.write(response, 202, page.message("asked", "signedup"));
    }

    private static String problem(KontorException refusal) {
        return switch (refusal.violations().get(0).field()) {
            case "company" -> "wrongcompany";
            case "name" -> "wrongname";
            default -> "wrongemail";
        };
    }

    private static String form(Page page, String name, SignUpWish wish, String problem) {
        return page.html(
                "signup.html",
                "signup",
                problem,
                Map.of(
                        "page", name,
                        "typedcompany", wish.company(),
                        "typedname", wish.name(),
                        "typedemail", wish.email()));
    }

    private void confirm(HttpServletRequest request, HttpServletResponse response, Page page) throws IOException {
        String secret = Replies.given(request, "link");
        String password = Replies.given(request, "password");
        SignUpLink link = signUps.look(secret);
        Page own = of(page, link);
        if (!link.counts()) {
            answer(response, own, secret, link, null);
            return;
        }
        if (link.state() == State.PASSWORD && !password.equals(Replies.given(request, "again"))) {
            answer(response, own, secret, link, "notsame");
            return;
        }
        SignedUp done;
        try {
            done = signUps.confirm(PAGE, secret, password.toCharArray());
        } catch (KontorException e) {
            if (e.code() != ErrorCode.INVALID_INPUT) {
                throw e;
            }
            answer(response, own, secret, link, "length");
            return;
        }
        if (done.login() == null) {
            answer(response, own, secret, done.link(), null);
        } else {
            String with = own.text(done.passwordSet() ? "openednew" : "openedmore");
            Replies.write(
                    response,
                    200,
                    own.html("opened.html", "opened", null, Map.of("signinwith", with, "login", done.login())));
        }
    }

    private static void answer(HttpServletResponse response, Page page, String secret, SignUpLink link, String problem)
            throws IOException {
        int status = problem == null ? 200 : 400;
        switch (link.state()) {
            case PASSWORD -> Replies.write(response, status, confirmation(page, "confirm.html", secret, link, problem));
            case KNOWN -> Replies.write(response, status, confirmation(page, "onemore.html", secret, link, problem));
            case NOT_PROVEN -> Replies.write(response, 409, page.html("notproven.html", "notproven", null, Map.of()));
            case OVER -> Replies.write(response, 410, page.message("over", "signupover"));
            case UNKNOWN -> Replies.write(response, 404, page.message("unknown", "signupunknown"));
        }
    }

    private static String confirmation(Page page, String body, String secret, SignUpLink link, String problem) {
        return page.html(body, "confirm", problem, Map.of("secret", secret, "forcompany", link.company()));
    }
}
