/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail;

/** The brand as it is set now. Thread-safe. */
public interface Branding {
    Brand brand();

    /** {@code en} or {@code fr}, for those of whom no other is known. */
    String language();
}
