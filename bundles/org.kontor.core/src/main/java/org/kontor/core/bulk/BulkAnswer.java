/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.bulk;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.kontor.api.bulk.BulkResult;
import org.kontor.core.record.Answer;

/** Results of a bulk as JSON; what is null is left out. Thread-safe. */
final class BulkAnswer implements Answer<List<BulkResult>> {
    static final Answer<List<BulkResult>> FORM = new BulkAnswer();

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();
    private static final TypeReference<List<BulkResult>> RESULTS = new TypeReference<>() {};

    private BulkAnswer() {}

    @Override
    public String write(List<BulkResult> results) {
        try {
            return MAPPER.writeValueAsString(results);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Results cannot be written as JSON", e);
        }
    }

    @Override
    public List<BulkResult> read(String text) {
        try {
            return MAPPER.readValue(text, RESULTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored results cannot be read", e);
        }
    }
}
