/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.kontor.api.profile.CreationProfile;
import org.kontor.shell.internal.AccountCommand;

/** What the commands for creation profiles have in common. */
public abstract class CreationProfileCommand extends AccountCommand {
    /** In the names that REST uses. */
    static Map<String, Object> document(CreationProfile profile) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("account", profile.account());
        document.put("record", profile.recordType().key());
        document.put("fields", profile.fields());
        document.put("regionWhereSubdivided", profile.regionWhereSubdivided());
        document.put("version", profile.version());
        return document;
    }
}
