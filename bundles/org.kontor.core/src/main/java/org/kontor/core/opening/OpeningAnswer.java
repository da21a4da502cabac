/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.opening;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.kontor.api.account.Account;
import org.kontor.api.account.Opening;
import org.kontor.api.account.PlanChoice;
import org.kontor.api.customer.Customer;
import org.kontor.api.record.BusinessRecord;
import org.kontor.core.record.Answer;

/** Openings as JSON, whole. Thread-safe. */
final class OpeningAnswer implements Answer<Opening> {
    static final Answer<Opening> FORM = new OpeningAnswer();

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private record Stored(
            String records,
            boolean customerIsNew,
            PlanChoice plan,
            List<Opening.NewMember> members,
            List<Opening.NewMail> mails) {}

    @Override
    public String write(Opening opening) {
        try {
            return MAPPER.writeValueAsString(new Stored(
                    Answer.RECORDS.write(Stream.of(opening.customer(), opening.account(), opening.lab())
                            .filter(Objects::nonNull)
                            .toList()),
                    opening.customerIsNew(),
                    opening.plan(),
                    opening.members(),
                    opening.mails()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An opening cannot be written as JSON", e);
        }
    }

    @Override
    public Opening read(String text) {
        try {
            Stored stored = MAPPER.readValue(text, Stored.class);
            List<BusinessRecord> records = Answer.RECORDS.read(stored.records());
            return new Opening(
                    true,
                    (Customer) records.get(0),
                    stored.customerIsNew(),
                    (Account) records.get(1),
                    records.size() > 2 ? (Account) records.get(2) : null,
                    stored.plan(),
                    stored.members(),
                    stored.mails());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored opening cannot be read", e);
        }
    }
}
