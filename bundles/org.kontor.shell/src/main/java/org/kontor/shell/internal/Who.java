/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal;

import java.security.AccessController;
import java.util.Map;
import java.util.Optional;

import javax.security.auth.Subject;

import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.PersonPrincipal;
import org.kontor.api.people.SignIn;

/**
 * Which person of Kontor types (X2): the one that signed in through the realm {@code kontor}, or the one that
 * {@code etc/org.kontor.shell.cfg} names for a user of another realm ({@code user.karaf = admin}), or nobody. The person is
 * looked up for each command, so a role that is taken away is gone at once.
 */
@Component(service = Who.class, configurationPid = "org.kontor.shell")
public final class Who {
    private static final String USER = "user.";

    private final Uninterrupted calls = new Uninterrupted();
    private final SignIn signIn;
    private final Map<String, Object> configuration;

    @Activate
    public Who(@Reference SignIn signIn, Map<String, Object> configuration) {
        this.signIn = calls.of(SignIn.class, signIn);
        this.configuration = Map.copyOf(configuration);
    }

    @Deactivate
    public void close() {
        calls.close();
    }

    /**
     * A call of the person whose session runs this thread.
     *
     * @throws KontorException {@code unauthenticated} with what to do, when the session belongs to nobody of Kontor
     */
    public CallContext call() {
        return CallContext.of(actor(subject()), Source.SHELL);
    }

    // The JDK means to remove the security manager; Karaf hands the session's subject on by this way alone.
    @SuppressWarnings("removal")
    private static Subject subject() {
        return Subject.getSubject(AccessController.getContext());
    }

    Actor actor(Subject subject) {
        String user = name(subject, UserPrincipal.class).orElse(null);
        String login = name(subject, PersonPrincipal.class).orElseGet(() -> mapped(user));
        if (login == null) {
            String who = user == null ? "This session has no user" : "The user '" + user + "' is nobody in Kontor";
            throw new KontorException(
                    ErrorCode.UNAUTHENTICATED,
                    who + ". Sign in by ssh as a person of Kontor (ssh -p 8101 admin@localhost)"
                            + (user == null
                                    ? "."
                                    : ", or name in etc/org.kontor.shell.cfg the person that this user is: " + USER
                                            + user + " = LOGIN"));
        }
        return signIn.byLogin(login)
                .orElseThrow(() -> new KontorException(
                        ErrorCode.UNAUTHENTICATED, "There is no person '" + login + "', or the person is disabled."));
    }

    private static Optional<String> name(Subject subject, Class<? extends java.security.Principal> kind) {
        return subject == null
                ? Optional.empty()
                : subject.getPrincipals(kind).stream()
                        .map(java.security.Principal::getName)
                        .findFirst();
    }

    private String mapped(String user) {
        Object login = user == null ? null : configuration.get(USER + user);
        return login == null || login.toString().isBlank()
                ? null
                : login.toString().strip();
    }
}
