/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.RecordType;

/** {@code kontor:customer-unarchive}. */
@Service
@Command(scope = "kontor", name = "customer-unarchive", description = "Brings an archived customer back into the lists")
public final class CustomerUnarchive extends RecordArchive {
    @Override
    protected RecordType type() {
        return RecordType.CUSTOMER;
    }

    @Override
    protected boolean archive() {
        return false;
    }
}
