/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.content;

import java.io.InputStream;
import java.util.Objects;

/**
 * The bytes of a file on their way in. They are read once, and not closed.
 *
 * @param fileName null for the one that the item's file has, or else the item's name; folders in front of it are dropped
 * @param mediaType null when it is not known
 */
public record ContentUpload(InputStream bytes, String fileName, String mediaType) {
    public ContentUpload {
        Objects.requireNonNull(bytes, "bytes");
    }
}
