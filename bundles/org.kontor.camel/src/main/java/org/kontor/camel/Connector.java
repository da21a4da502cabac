/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

import java.util.List;

import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;

/**
 * A kind of external system. A bundle offers one as an OSGi service; every connection whose configuration names its kind
 * gets routes of its own, in a CamelContext of its own.
 */
public interface Connector {
    /** Its name in configurations, for example {@code files}. */
    String kind();

    /**
     * The routes of one connection. They feed records in through {@code kontor:upsert/TYPE}.
     *
     * @throws SettingException when a setting is missing or wrong; the connection then shows FAILED with its message
     */
    RoutesBuilder routes(Connection connection);

    /**
     * What a check of one connection tries beyond its settings, in this order (requirement S16). The connection need not run,
     * and nothing may be written, here or there.
     *
     * @param scratch a context without routes, for the check alone; it is started, and stopped behind the last step
     * @throws SettingException when a setting is missing or wrong
     */
    default List<CheckStep> check(Connection connection, CamelContext scratch) {
        routes(connection);
        return List.of();
    }
}
