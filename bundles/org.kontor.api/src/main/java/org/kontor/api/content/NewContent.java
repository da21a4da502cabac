/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.content;

/**
 * A content item that is to be made.
 *
 * @param kind without regard to case
 * @param name 1 to 200 characters
 * @param description at most 4000 characters, or null
 * @param body JSON text, or null
 * @param link an http or https address, or null
 */
public record NewContent(String kind, String name, String description, String body, String link) {
    @Override
    public String toString() {
        return "new content of the kind " + kind;
    }
}
