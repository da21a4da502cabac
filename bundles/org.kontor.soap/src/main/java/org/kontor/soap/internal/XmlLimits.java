/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.HashMap;
import java.util.Map;

import org.apache.cxf.staxutils.StaxUtils;

/**
 * How large a request may be inside. A create of 1,000 locations with every field filled fits; text that is a little too
 * long for its field fits too, so that the rule that it breaks is named.
 */
final class XmlLimits {
    static final int DEPTH = 50;
    static final int ELEMENTS = 50_000;
    static final int CHILDREN = 5_000;
    static final int ATTRIBUTES = 50;
    static final int ATTRIBUTE_LENGTH = 8_192;
    static final int TEXT_LENGTH = 65_536;
    static final long CHARACTERS = 16_777_216;

    private XmlLimits() {}

    /** A fresh map with the properties of the parser. */
    static Map<String, Object> asProperties() {
        Map<String, Object> limits = new HashMap<>();
        limits.put(StaxUtils.MAX_ELEMENT_DEPTH, DEPTH);
        limits.put(StaxUtils.MAX_ELEMENT_COUNT, ELEMENTS);
        limits.put(StaxUtils.MAX_CHILD_ELEMENTS, CHILDREN);
        limits.put(StaxUtils.MAX_ATTRIBUTE_COUNT, ATTRIBUTES);
        limits.put(StaxUtils.MAX_ATTRIBUTE_SIZE, ATTRIBUTE_LENGTH);
        limits.put(StaxUtils.MAX_TEXT_LENGTH, TEXT_LENGTH);
        limits.put(StaxUtils.MAX_XML_CHARACTERS, CHARACTERS);
        return limits;
    }
}
