/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.kontor.api.sync.UnsentQuery;

/** A command about what external systems did not take. */
abstract class UnsentFilter extends RefusedFilter {
    protected final UnsentQuery query() {
        return new UnsentQuery(connection(), type(), null, error());
    }
}
