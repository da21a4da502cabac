/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.entity;

import java.sql.Types;
import java.util.UUID;

import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.sessions.Session;

/** UUIDs in UUID columns; a null one would otherwise be bound as varchar, which PostgreSQL refuses. */
public class UuidConverter implements Converter {
    /** Its name in {@code @Convert}. */
    public static final String NAME = "uuid";

    private static final long serialVersionUID = 1L;

    @Override
    public Object convertObjectValueToDataValue(Object value, Session session) {
        return value;
    }

    @Override
    public Object convertDataValueToObjectValue(Object value, Session session) {
        return value == null || value instanceof UUID ? value : UUID.fromString(value.toString());
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public void initialize(DatabaseMapping mapping, Session session) {
        mapping.getField().setSqlType(Types.OTHER);
    }
}
