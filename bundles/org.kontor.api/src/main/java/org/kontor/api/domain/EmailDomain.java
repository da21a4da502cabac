/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * An e-mail domain of an account.
 *
 * @param account the one whose domain it is
 * @param name as the DNS knows it, in lower case: letters of other scripts as {@code xn--…}
 * @param recordName where the TXT record must stand that proves it
 * @param recordText what it must say
 * @param proven since when it is proven; null while it is not
 * @param checked when the DNS was last asked; null for never
 * @param problem what that met; null for none
 */
public record EmailDomain(
        UUID id,
        UUID account,
        String name,
        String recordName,
        String recordText,
        Instant added,
        Instant proven,
        Instant checked,
        DomainProblem problem) {
    /** What stands in front of the name of the domain. */
    public static final String LABEL = "_kontor.";

    public DomainState state() {
        return proven == null ? DomainState.PENDING : DomainState.PROVEN;
    }
}
