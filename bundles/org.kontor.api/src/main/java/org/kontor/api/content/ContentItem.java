/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.content;

import java.util.UUID;

import org.kontor.api.record.Stamp;

/**
 * Something that members keep in an account: a JSON body, a file or a link, exactly one of them.
 *
 * @param kind one of {@link Contents#kinds}, or one that was configured once
 * @param description several lines, or null
 * @param body JSON text when the form is BODY, else null; null, too, in lists, which leave bodies out
 * @param file when the form is FILE, else null
 * @param link http or https address when the form is LINK, else null
 * @param version one more with each change
 */
public record ContentItem(
        UUID id,
        String kind,
        String name,
        String description,
        ContentForm form,
        String body,
        ContentFile file,
        String link,
        long version,
        Stamp created,
        Stamp changed) {
    @Override
    public String toString() {
        return "content item " + id;
    }
}
