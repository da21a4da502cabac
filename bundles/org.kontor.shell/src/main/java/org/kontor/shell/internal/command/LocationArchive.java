/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.RecordType;

/** {@code kontor:location-archive}. */
@Service
@Command(
        scope = "kontor",
        name = "location-archive",
        description = "Archives a location: out of the lists, all else goes on")
public final class LocationArchive extends RecordArchive {
    @Override
    protected RecordType type() {
        return RecordType.LOCATION;
    }

    @Override
    protected boolean archive() {
        return true;
    }
}
