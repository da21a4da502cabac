/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.RecordType;

/** {@code kontor:customer-list}. */
@Service
@Command(
        scope = "kontor",
        name = "customer-list",
        description = "Lists customers: words to search for, filters as NAME=VALUE")
public final class CustomerList extends RecordList {
    @Override
    protected RecordType type() {
        return RecordType.CUSTOMER;
    }

    @Override
    protected List<String> shown() {
        return List.of("relation", "address.city", "address.country", "email");
    }
}
