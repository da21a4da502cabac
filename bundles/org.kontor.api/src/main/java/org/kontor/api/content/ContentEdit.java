/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.content;

/**
 * A change of a content item; null leaves a value as it is. A body or a link takes the place of whatever was there.
 *
 * @param description empty clears it
 * @param body JSON text
 * @param link an http or https address
 */
public record ContentEdit(String name, String description, String body, String link) {
    @Override
    public String toString() {
        return "content edit";
    }
}
