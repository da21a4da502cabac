/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.UUID;

import org.kontor.api.error.KontorException;
import org.kontor.shell.internal.Naming;

/** What commands that name a permission have in common. Stateless. */
final class InvitePermissionCommand {
    private InvitePermissionCommand() {}

    static UUID id(String permission) {
        return Naming.id(permission)
                .orElseThrow(() -> KontorException.invalid(
                        "permission",
                        "not_an_id",
                        "Must be the id of a permission. List them: kontor:invite-permission-list",
                        null));
    }
}
