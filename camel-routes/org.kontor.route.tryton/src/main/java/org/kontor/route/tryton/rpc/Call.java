/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.rpc;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** One remote procedure call as it goes over the wire. */
final class Call {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> READING = Set.of("search_read", "search_count", "search", "read", "fields_get");

    private final String method;
    private final List<?> params;

    Call(String method, List<?> params) {
        this.method = method;
        this.params = params;
    }

    String method() {
        return method;
    }

    /** Whether it changes nothing in Tryton, so that it may be sent again when its answer did not come. */
    boolean isReading() {
        return READING.contains(method.substring(method.lastIndexOf('.') + 1));
    }

    /** The request. Without an {@code id} Tryton would answer errors by HTTP status instead. */
    byte[] body() {
        try {
            JsonNode request =
                    JSON.createObjectNode().put("id", 1).put("method", method).set("params", JSON.valueToTree(params));
            return JSON.writeValueAsBytes(request);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: parameters of " + method, e);
        }
    }
}
