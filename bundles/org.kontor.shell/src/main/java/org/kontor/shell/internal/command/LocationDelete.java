/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.RecordType;

/** {@code kontor:location-delete}. */
@Service
@Command(scope = "kontor", name = "location-delete", description = "Deletes a location on which nothing hangs")
public final class LocationDelete extends RecordDelete {
    @Override
    protected RecordType type() {
        return RecordType.LOCATION;
    }
}
