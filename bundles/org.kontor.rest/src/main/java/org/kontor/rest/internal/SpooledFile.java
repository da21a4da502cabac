/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A body on disk: spreadsheets are not read from front to back. Readable by us alone; gone when closed. */
record SpooledFile(Path path) implements AutoCloseable {
    static SpooledFile of(InputStream body) {
        try {
            SpooledFile file = new SpooledFile(Files.createTempFile("kontor-import-", ".tmp"));
            try {
                Files.copy(body, file.path, StandardCopyOption.REPLACE_EXISTING);
                return file;
            } catch (RuntimeException | IOException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
