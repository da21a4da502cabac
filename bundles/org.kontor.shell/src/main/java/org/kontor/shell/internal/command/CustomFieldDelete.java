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

/** {@code kontor:custom-field-delete} (C9): only what no record has a value of, so nobody is asked. */
@Service
@Command(
        scope = "kontor",
        name = "custom-field-delete",
        description = "Deletes a custom field of which no record has a value")
public final class CustomFieldDelete extends NamedCustomFieldCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        Declaration field = find(call);
        desk().customFields().delete(call, field.id(), field.version());
        tell(screen, field, "Custom field '" + field.key() + "' deleted.");
    }
}
