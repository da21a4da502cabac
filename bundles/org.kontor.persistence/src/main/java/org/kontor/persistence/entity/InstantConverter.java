/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.entity;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.sessions.Session;

/** Instants as timestamps with time zone. H2 gives them back as OffsetDateTime, PostgreSQL as Timestamp. */
public class InstantConverter implements Converter {
    /** Its name in {@code @Convert}. */
    public static final String NAME = "instant";

    private static final long serialVersionUID = 1L;

    @Override
    public Object convertObjectValueToDataValue(Object value, Session session) {
        return value == null ? null : Timestamp.from((Instant) value);
    }

    @Override
    public Object convertDataValueToObjectValue(Object value, Session session) {
        if (value == null) {
            return null;
        }
        return value instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) value).toInstant();
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public void initialize(DatabaseMapping mapping, Session session) {
        mapping.getField().setSqlType(Types.TIMESTAMP_WITH_TIMEZONE);
    }
}
