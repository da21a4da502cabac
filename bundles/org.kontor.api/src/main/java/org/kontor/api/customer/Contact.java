/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.customer;

/** Whom bills go to; every part may be missing. */
public record Contact(String name, String email, String phone) {}
