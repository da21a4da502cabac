/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

/**
 * For the page behind a link that was mailed, and for those who forgot their password (P4). Who calls has no sign-in: nothing
 * tells whether there is a person, or who it is. Thread-safe.
 */
public interface PasswordLinks {
    /** What a link is worth. */
    enum State {
        /** A password can be set with it. */
        OPEN,
        /** It was one: it is used, expired or revoked, or a later one took its place. */
        OVER,
        /** It never was one. */
        UNKNOWN
    }

    /** Looks, without using it up: programs open links of mails, too. */
    State look(String secret);

    /**
     * Sets the password, once. All links of the person end with it, and a lock is lifted.
     *
     * @return what the link was; the password is set when it was open
     * @throws org.kontor.api.error.KontorException {@code invalid_input} when the password breaks the rule; the link stays
     *     open
     */
    State setPassword(String secret, char[] password);

    /**
     * Mails a link when there is somebody with this e-mail who may sign in, a few times an hour at most. Returns at once in
     * every case, and tells nothing.
     *
     * @param language of the mail; null for that of the installation
     */
    void forgotten(String email, String language);
}
