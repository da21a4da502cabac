/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail;

/**
 * Where mails are handed over.
 *
 * @param user empty for no sign-in
 */
public record MailServer(String host, int port, Security security, String user, String password) {
    /** How the connection is protected. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    /**
     * As a settings file has it.
     *
     * @param prefix what stands before the names of the settings
     * @param security none, starttls or tls
     * @throws IllegalArgumentException with the setting and its rule
     */
    public static MailServer of(String prefix, String host, int port, String security, String user, String password) {
        Security chosen;
        switch (security.strip()) {
            case "none" -> chosen = Security.NONE;
            case "starttls" -> chosen = Security.STARTTLS;
            case "tls" -> chosen = Security.TLS;
            default -> throw new IllegalArgumentException(prefix + "security must be none, starttls or tls.");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(prefix + "port must be from 1 to 65535.");
        }
        if (!user.isBlank() && chosen == Security.NONE) {
            throw new IllegalArgumentException(prefix + "user needs " + prefix
                    + "security = starttls or tls: a password would go out in clear text.");
        }
        return new MailServer(host.strip(), port, chosen, user.strip(), password);
    }

    /** Without the password: this ends in messages. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
