/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.signup;

import java.util.UUID;

/**
 * What became of a confirmation.
 *
 * @param link what the link was; the account was opened when it {@linkplain SignUpLink#counts() counted}
 * @param login by which the person signs in; null when nothing was opened
 * @param account null when nothing was opened
 * @param passwordSet false for somebody who keeps the one from before
 */
public record SignedUp(SignUpLink link, String login, UUID account, boolean passwordSet) {}
