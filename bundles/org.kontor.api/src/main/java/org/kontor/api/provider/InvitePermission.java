/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.provider;

import java.time.Instant;
import java.util.UUID;

/**
 * That a partner lets another one invite customers under it (A15).
 *
 * @param partner who lets
 * @param inviter who invites
 * @param givenBy login of who gave it; null for the inviter
 */
public record InvitePermission(UUID id, Party partner, Party inviter, String givenBy, Instant given) {}
