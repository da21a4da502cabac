/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.call;

/** What a {@link Role} allows (requirement P6). */
public enum Permission {
    /** To read customers, locations and accounts; as a member of an account, its content. */
    READ,
    /** To create and change customers, locations and accounts; as a member of an account, its content. */
    WRITE,
    /** To call the hooks of routes. */
    INTEGRATE,
    /** To look after the people of an account that one is a member of; in the operator's account {@link #ADMINISTER} is needed. */
    PEOPLE,
    /** To look after the installation: its connections and what they do. */
    ADMINISTER
}
