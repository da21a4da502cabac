/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.RecordType;

/** {@code kontor:customer-create}. */
@Service
@Command(scope = "kontor", name = "customer-create", description = "Makes a customer of FIELD=VALUE")
public final class CustomerCreate extends RecordCreate {
    @Override
    protected RecordType type() {
        return RecordType.CUSTOMER;
    }
}
