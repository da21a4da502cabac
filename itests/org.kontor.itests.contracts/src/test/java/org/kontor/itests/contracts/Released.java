/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Descriptions: those of this build, from its bundles, and those of the last release, from src/test/resources/released. */
final class Released {
    static final String OPENAPI = "/released/openapi-v1.json";
    static final String WSDL = "/released/customers-v1.wsdl";
    static final String JAVA = "/released/org.kontor.api.sig";
    static final String OPENAPI_NOW = "/openapi/openapi.json";
    static final String WSDL_NOW = "/wsdl/customers-v1.wsdl";

    private Released() {}

    static String read(String name) {
        try (InputStream in = Released.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
