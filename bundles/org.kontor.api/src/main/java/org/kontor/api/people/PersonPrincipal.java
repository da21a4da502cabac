/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.security.Principal;
import java.util.Objects;

/**
 * In a JAAS subject: the person of Kontor that signed in. Only Kontor's own realm gives it, so a user of the same name in
 * another realm is nobody here (X2).
 *
 * @param login as {@link SignIn#byLogin} takes it
 */
public record PersonPrincipal(String login) implements Principal {
    public PersonPrincipal {
        Objects.requireNonNull(login, "login");
    }

    @Override
    public String getName() {
        return login;
    }
}
