/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

/** A setting of a connection is missing or wrong. The message names the setting and the rule; never a secret. */
public final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingException(String setting, String rule) {
        super("Setting '" + setting + "' " + rule);
    }
}
