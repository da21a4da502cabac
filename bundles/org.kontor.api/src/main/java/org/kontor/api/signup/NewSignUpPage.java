/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.signup;

import org.kontor.api.account.PlanChoice;

/**
 * What a sign-up page is to be.
 *
 * @param name 3 to {@value SignUpPages#MAX_NAME} of a to z, 0 to 9 and single hyphens between them
 * @param on whether it is there for others
 * @param plan what new accounts get; null for a trial
 */
public record NewSignUpPage(String name, boolean on, PlanChoice plan) {}
