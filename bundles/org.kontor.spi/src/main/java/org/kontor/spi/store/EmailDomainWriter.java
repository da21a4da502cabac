/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.kontor.api.domain.DomainProblem;
import org.kontor.api.domain.EmailDomain;

/** The bookkeeping of e-mail domains. They are changed by {@link WriteTransaction#save(EmailDomainChange)}. */
public interface EmailDomainWriter extends EmailDomainReader {
    /** Those of all accounts that have this name, locked until the end of the transaction. */
    List<EmailDomain> locked(String name);

    /** Notes what the DNS said, where that changes nothing of the state. */
    void checked(UUID id, Instant at, DomainProblem problem);
}
