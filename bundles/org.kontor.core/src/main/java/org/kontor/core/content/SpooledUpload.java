/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;

/**
 * A file that came in whole, on disk: so that no transaction waits for a slow client, and one that is tried again has the
 * bytes again. Readable by us alone; gone when closed.
 */
record SpooledUpload(Path path, long size, String sha256) implements AutoCloseable {
    static final String PREFIX = "kontor-content-";
    private static final int BUFFER = 64 * 1024;

    /** @throws KontorException {@code body_too_large}, {@code malformed_body} */
    static SpooledUpload of(InputStream bytes, long most) {
        try {
            Path path = Files.createTempFile(PREFIX, ".tmp");
            try {
                return write(bytes, most, path);
            } catch (RuntimeException | IOException e) {
                Files.deleteIfExists(path);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SpooledUpload write(InputStream bytes, long most, Path path) throws IOException {
        MessageDigest digest = newDigest();
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(path)) {
            for (int read = read(bytes, buffer); read >= 0; read = read(bytes, buffer)) {
                size += read;
                if (size > most) {
                    throw new KontorException(
                            ErrorCode.BODY_TOO_LARGE, "A file may have at most " + most + " bytes here.");
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return new SpooledUpload(path, size, HexFormat.of().formatHex(digest.digest()));
    }

    /** Broken chunks, a client that went away or fell silent: its fault, not ours. */
    private static int read(InputStream bytes, byte[] buffer) {
        try {
            return bytes.read(buffer);
        } catch (KontorException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new KontorException(ErrorCode.MALFORMED_BODY, "The file cannot be read to its end.");
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
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
