/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.content;

/** What a content item consists of. */
public enum ContentForm {
    /** A JSON document. */
    BODY,
    /** A file, as it was uploaded. */
    FILE,
    /** The address of the tool that runs it. */
    LINK
}
