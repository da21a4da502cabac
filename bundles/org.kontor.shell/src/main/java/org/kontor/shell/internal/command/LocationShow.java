/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;

/** {@code kontor:location-show}. */
@Service
@Command(scope = "kontor", name = "location-show", description = "Shows everything about a location")
public final class LocationShow extends RecordShow {
    @Override
    protected RecordType type() {
        return RecordType.LOCATION;
    }

    @Override
    protected String seeAlso(BusinessRecord record) {
        return "Change it: " + next("edit", record) + " FIELD=VALUE";
    }
}
