/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

import org.apache.camel.CamelContext;

import org.kontor.spi.sync.RemoteView;

/** A connector whose systems can be looked at beside the routes of their connections: to compare both sides. */
public interface ViewedConnector extends Connector {
    /**
     * A view of the system behind one connection, which need not run. Nothing is read before the view is asked, and nothing
     * is ever written, there or here.
     *
     * @param scratch a started context without routes, for this view alone; it is stopped when the view is done with
     * @throws SettingException when a setting is missing or wrong
     */
    RemoteView view(Connection connection, CamelContext scratch);
}
