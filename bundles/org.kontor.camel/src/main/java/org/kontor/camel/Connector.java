/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

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
}
