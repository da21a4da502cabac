/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.RecordType;

/** {@code kontor:location-unarchive}. */
@Service
@Command(scope = "kontor", name = "location-unarchive", description = "Brings an archived location back into the lists")
public final class LocationUnarchive extends RecordArchive {
    @Override
    protected RecordType type() {
        return RecordType.LOCATION;
    }

    @Override
    protected boolean archive() {
        return false;
    }
}
