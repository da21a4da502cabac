/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.RecordType;

/** {@code kontor:customer-export}. */
@Service
@Command(
        scope = "kontor",
        name = "customer-export",
        description = "Writes all customers of a search to a file or the screen, as CSV or NDJSON")
public final class CustomerExport extends RecordExport {
    @Override
    protected RecordType type() {
        return RecordType.CUSTOMER;
    }
}
