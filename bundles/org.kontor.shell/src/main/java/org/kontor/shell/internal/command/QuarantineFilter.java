/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.kontor.api.sync.QuarantineQuery;

/** A command about the quarantine that may be restricted to some of it. */
abstract class QuarantineFilter extends RefusedFilter {
    protected final QuarantineQuery query() {
        return new QuarantineQuery(connection(), type(), null, error());
    }
}
