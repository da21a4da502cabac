/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal;

import java.util.List;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordService;
import org.kontor.api.record.RecordType;

/** A command on records of one type. */
public abstract class RecordCommand extends AccountCommand {
    protected abstract RecordType type();

    protected final RecordService<? extends BusinessRecord> records() {
        return desk().records(type());
    }

    protected final BusinessRecord find(CallContext call, String named) {
        return Naming.find(desk(), call, type(), named);
    }

    protected final FieldValues values(CallContext call, List<String> pairs) {
        return Pairs.values(type(), pairs, (target, named) -> Naming.find(desk(), call, target, named)
                .id());
    }

    protected final Pairs.Search search(CallContext call, List<String> arguments) {
        return Pairs.search(type(), arguments, (target, named) -> Naming.find(desk(), call, target, named)
                .id());
    }

    /** The beginning of a sentence: {@code Customer C-000001}. */
    protected final String subject(BusinessRecord record) {
        String key = type().key();
        return Character.toUpperCase(key.charAt(0)) + key.substring(1) + " " + record.code();
    }

    /** How another command for the record is typed. */
    protected final String next(String what, BusinessRecord record) {
        return "kontor:" + type().key() + "-" + what + " " + typed(record.code());
    }
}
