/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.regex.Pattern;

import javax.xml.bind.ValidationEvent;
import javax.xml.bind.ValidationEventHandler;

import org.xml.sax.SAXParseException;

/**
 * Stops at the first error of the schema that names an element. JAXB's own remarks come before the schema's on the same
 * matter and name none; so do those of the schema on data types, which one on the element follows. Thread-safe.
 */
final class SchemaErrors implements ValidationEventHandler {
    private static final Pattern ON_VALUE = Pattern.compile("^cvc-[A-Za-z]+-valid");

    @Override
    public boolean handleEvent(ValidationEvent event) {
        return !(event.getLinkedException() instanceof SAXParseException)
                || event.getMessage() != null
                        && ON_VALUE.matcher(event.getMessage()).find();
    }
}
