/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

import org.kontor.api.sync.Synchronisation;

/**
 * One connection as its connector sees it.
 *
 * @param name from the configuration's file name: {@code org.kontor.connection-NAME.cfg}
 * @param settings what the configuration says
 * @param monitor where the routes tell how they do
 * @param synchronisation the engine, for cursors and remembered rows; records go through {@code kontor:upsert}
 */
public record Connection(String name, Settings settings, Monitor monitor, Synchronisation synchronisation) {}
