/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.RecordType;

/** {@code kontor:location-list}. */
@Service
@Command(
        scope = "kontor",
        name = "location-list",
        description = "Lists locations: words to search for, filters as NAME=VALUE")
public final class LocationList extends RecordList {
    @Override
    protected RecordType type() {
        return RecordType.LOCATION;
    }

    @Override
    protected List<String> shown() {
        return List.of("type", "status", "address.city", "address.country");
    }
}
