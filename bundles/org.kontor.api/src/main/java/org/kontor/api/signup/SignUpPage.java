/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.signup;

import java.util.UUID;

import org.kontor.api.account.PlanChoice;

/**
 * A partner's page on which people open accounts themselves (requirement A13). Immutable.
 *
 * @param account the partner; new accounts are made in it
 * @param name short, unique; the page's address ends with it
 * @param on whether it is there for others
 * @param plan what new accounts get
 * @param changedBy login of who set it last, who is responsible for the accounts
 * @param version one more with each change
 */
public record SignUpPage(UUID account, String name, boolean on, PlanChoice plan, String changedBy, long version) {}
