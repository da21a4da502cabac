/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

/** A cross reference with the connection that it is of. */
public record KnownLink(String connection, Link link) {}
