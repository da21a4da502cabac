/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import javax.xml.bind.JAXBElement;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordService;

import static org.kontor.soap.internal.Nillable.given;

/** Reads the one record that a client means. Stateless. */
final class OneRecord {
    private OneRecord() {}

    /** @throws KontorException {@code invalid_input} unless either is given; {@code not_found} */
    static <T extends BusinessRecord> T of(
            RecordService<T> records, CallContext caller, JAXBElement<String> givenId, JAXBElement<String> givenCode) {
        String id = given(givenId);
        String code = given(givenCode);
        if ((id == null) == (code == null)) {
            throw KontorException.invalid("id", "one_of", "Give either id or code.", id);
        }
        return id == null ? records.getByCode(caller, code) : records.get(caller, RecordIds.parse("id", id));
    }
}
