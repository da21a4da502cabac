/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.UUID;

/**
 * That a partner may invite customers under another one (A15).
 *
 * @param partner who lets
 * @param inviter who may
 * @param givenBy login of who gave it
 */
public record InviteRight(
        UUID id, UUID partner, String partnerName, UUID inviter, String inviterName, String givenBy, Instant given) {}
