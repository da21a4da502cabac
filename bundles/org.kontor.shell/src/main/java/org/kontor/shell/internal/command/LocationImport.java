/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.RecordType;

/** {@code kontor:location-import}. */
@Service
@Command(
        scope = "kontor",
        name = "location-import",
        description = "Takes locations of a CSV or XLSX file in, or shows what would become of them")
public final class LocationImport extends RecordImport {
    @Override
    protected RecordType type() {
        return RecordType.LOCATION;
    }
}
