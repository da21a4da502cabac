/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.RecordType;

/** {@code kontor:customer-edit}. */
@Service
@Command(scope = "kontor", name = "customer-edit", description = "Changes fields of a customer; FIELD= clears one")
public final class CustomerEdit extends RecordEdit {
    @Override
    protected RecordType type() {
        return RecordType.CUSTOMER;
    }
}
