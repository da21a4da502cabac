/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.rpc;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** One remote procedure call as it goes over the wire. */
final class Call {
    static final ObjectMapper JSON = new ObjectMapper();

    private final String method;
    private final List<?> params;

    Call(String method, List<?> params) {
        this.method = method;
        this.params = params;
    }

    String method() {
        return method;
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
