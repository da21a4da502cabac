/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.RecordType;

/** {@code kontor:location-create}. */
@Service
@Command(scope = "kontor", name = "location-create", description = "Makes a location of FIELD=VALUE")
public final class LocationCreate extends RecordCreate {
    @Override
    protected RecordType type() {
        return RecordType.LOCATION;
    }
}
