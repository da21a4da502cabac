/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.RecordType;

/** {@code kontor:location-edit}. */
@Service
@Command(scope = "kontor", name = "location-edit", description = "Changes fields of a location; FIELD= clears one")
public final class LocationEdit extends RecordEdit {
    @Override
    protected RecordType type() {
        return RecordType.LOCATION;
    }
}
