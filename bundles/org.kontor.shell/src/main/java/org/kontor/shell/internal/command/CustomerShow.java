/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;

/** {@code kontor:customer-show}. */
@Service
@Command(scope = "kontor", name = "customer-show", description = "Shows everything about a customer")
public final class CustomerShow extends RecordShow {
    @Override
    protected RecordType type() {
        return RecordType.CUSTOMER;
    }

    @Override
    protected String seeAlso(BusinessRecord record) {
        return "Its locations: kontor:location-list customer=" + typed(record.code()) + ". Change it: "
                + next("edit", record) + " FIELD=VALUE";
    }
}
