/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import javax.xml.bind.JAXBElement;

/** Elements that may be left out or nil. */
final class Nillable {
    private Nillable() {}

    /** Null when the element is left out or nil. */
    static <T> T given(JAXBElement<T> element) {
        return element == null ? null : element.getValue();
    }
}
