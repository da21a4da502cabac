/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.signup;

/**
 * What somebody asks for who signs up.
 *
 * @param company name of the customer and of the account
 * @param name of the person
 * @param language {@code en} or {@code fr}; null for that of the installation
 */
public record SignUpWish(String company, String name, String email, String language) {}
