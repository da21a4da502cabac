/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.security.internal;

import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;

import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;

import org.kontor.api.call.Actor;
import org.kontor.api.call.Role;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.PersonPrincipal;
import org.kontor.api.people.SignIn;

/** Signs a person of Kontor in. Only the platform operator gets Karaf's roles: a shell can do anything to the machine. */
public final class KontorLoginModule implements LoginModule {
    private static final String[] OPERATOR_ROLES = {"admin", "manager", "viewer", "systembundles", "ssh"};

    private final Set<Principal> principals = new HashSet<>();
    private Subject subject;
    private CallbackHandler callbacks;
    private SignIn signIn;

    @Override
    public void initialize(
            Subject newSubject, CallbackHandler handler, Map<String, ?> sharedState, Map<String, ?> options) {
        subject = newSubject;
        callbacks = handler;
        signIn = (SignIn) options.get(KontorRealm.SIGN_IN);
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("Name: ");
        PasswordCallback password = new PasswordCallback("Password: ", false);
        try {
            callbacks.handle(new Callback[] {name, password});
        } catch (IOException | UnsupportedCallbackException e) {
            throw new LoginException("Name and password cannot be asked for");
        }
        char[] given = password.getPassword();
        if (name.getName() == null || given == null) {
            throw new FailedLoginException("Name and password are needed");
        }
        try {
            Actor actor = signIn.byPassword(name.getName(), given)
                    .orElseThrow(() -> new FailedLoginException("Name or password is wrong"));
            principals.add(new UserPrincipal(actor.name()));
            principals.add(new PersonPrincipal(actor.name()));
            if (actor.memberRoles().contains(Role.PLATFORM_OPERATOR)) {
                Arrays.stream(OPERATOR_ROLES).map(RolePrincipal::new).forEach(principals::add);
            }
            return true;
        } catch (KontorException e) {
            // too many at once, or all accounts of the person are suspended
            throw new FailedLoginException(e.getMessage());
        } finally {
            password.clearPassword();
            Arrays.fill(given, '\0');
        }
    }

    @Override
    public boolean commit() {
        subject.getPrincipals().addAll(principals);
        return true;
    }

    @Override
    public boolean abort() {
        principals.clear();
        return true;
    }

    @Override
    public boolean logout() {
        subject.getPrincipals().removeAll(principals);
        principals.clear();
        return true;
    }
}
