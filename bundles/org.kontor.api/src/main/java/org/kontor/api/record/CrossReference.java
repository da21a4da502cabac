/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.record;

/**
 * The id that a record has in an external system.
 *
 * @param connection name of the connection
 * @param externalId the id there, unique for the connection and the record's type; at most 200 characters
 */
public record CrossReference(String connection, String externalId) {}
