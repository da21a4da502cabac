/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.api.domain.EmailDomain;

/** Finds e-mail domains. */
public interface EmailDomainReader {
    /** By name. */
    List<EmailDomain> of(UUID account);

    Optional<EmailDomain> byId(UUID id);
}
