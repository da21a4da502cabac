/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.UUID;

import org.kontor.api.error.KontorException;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.Naming;

/** A command about one record in the quarantine. */
abstract class QuarantineCommand extends KontorCommand {
    static UUID id(String typed) {
        return Naming.id(typed)
                .orElseThrow(() -> KontorException.invalid(
                        "quarantined",
                        "not_an_id",
                        "Must be an id of the quarantine. List it: kontor:quarantine-list",
                        typed));
    }
}
