/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.custom.Declaration;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:custom-field-archive} (C9). */
@Service
@Command(
        scope = "kontor",
        name = "custom-field-archive",
        description = "Takes a custom field out of use; what records have still shows")
public final class CustomFieldArchive extends NamedCustomFieldCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        Declaration before = find(call);
        Declaration after = desk().customFields().setArchived(call, before.id(), null, true);
        tell(
                screen,
                after,
                after.version() == before.version()
                        ? "Nothing changed: the custom field '" + after.key() + "' is archived already."
                        : "Custom field '" + after.key()
                                + "' archived: it takes no new values. Bring it back: kontor:custom-field-unarchive "
                                + named(after));
    }
}
