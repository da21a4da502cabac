/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonRawValue;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.content.ContentFile;
import org.kontor.api.content.ContentForm;
import org.kontor.api.content.ContentItem;

/** A content item as JSON. What is empty is left out. */
@Schema(name = "ContentItem")
public record ContentJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) UUID id,
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "PATTERN") String kind,
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "Pallet 800 x 1200") String name,
        String description,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Which of body, file and link it has.")
                ContentForm form,
        @Schema(implementation = Object.class, description = "Any JSON; lists leave it out.") @JsonRawValue String body,
        FileJson file,
        @Schema(description = "The tool that runs it.", example = "https://tool.example.com/run/7") String link,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Also the ETag; goes into If-Match.") long version,
        @Schema(requiredMode = RequiredMode.REQUIRED) StampJson created,
        @Schema(requiredMode = RequiredMode.REQUIRED) StampJson changed) {
    /** What is told of a file. */
    @Schema(name = "ContentFile")
    public record FileJson(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "pallet.zip") String name,
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            description = "As who uploaded it said.",
                            example = "application/zip")
                    String mediaType,
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "In bytes.") long size,
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "Also the ETag of the file.") String sha256) {
        static FileJson of(ContentFile file) {
            return file == null ? null : new FileJson(file.name(), file.mediaType(), file.size(), file.sha256());
        }
    }

    public static ContentJson of(ContentItem item) {
        return new ContentJson(
                item.id(),
                item.kind(),
                item.name(),
                item.description(),
                item.form(),
                item.body(),
                FileJson.of(item.file()),
                item.link(),
                item.version(),
                StampJson.of(item.created()),
                StampJson.of(item.changed()));
    }
}
