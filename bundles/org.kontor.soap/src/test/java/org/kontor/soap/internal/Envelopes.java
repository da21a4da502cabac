/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.net.http.HttpResponse;

import org.w3c.dom.Document;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;

/** Sends envelopes of records v1 and looks at the answers. In bodies {@code NIL} stands for a nil element. */
record Envelopes(TestServer server) {
    private static final String NIL = "xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'";

    static String of(String body) {
        return Raw.envelope(body)
                .replace(CustomersEndpoint.NAMESPACE, RecordsEndpoint.NAMESPACE)
                .replace("NIL", NIL);
    }

    Document answer(String body) throws Exception {
        HttpResponse<String> answer = Raw.post(server.recordsUrl(), of(body));
        assertEquals(answer.body(), 200, answer.statusCode());
        return Raw.parse(answer.body());
    }

    /**
     * The code of the refusal.
     *
     * @param violation field, rule and value of the first; null when that does not matter
     */
    String refused(String body, String type, String violation) throws Exception {
        HttpResponse<String> answer = Raw.post(server.recordsUrl(), of(body));
        assertEquals(answer.body(), 500, answer.statusCode());
        Document fault = Raw.parse(answer.body());
        assertNotNull(answer.body(), Raw.text(fault, type));
        if (violation != null) {
            assertEquals(
                    answer.body(),
                    violation,
                    Raw.text(fault, "field") + " " + Raw.text(fault, "rule") + " " + Raw.text(fault, "value"));
        }
        return Raw.text(fault, "code");
    }
}
