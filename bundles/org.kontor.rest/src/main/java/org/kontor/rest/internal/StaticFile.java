/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

import javax.ws.rs.core.EntityTag;

/**
 * A file of the page, held in memory.
 *
 * @param tag made of the content: the same file has the same tag on every server
 */
record StaticFile(byte[] content, String type, EntityTag tag) {
    /** @param types content type by name; each must be in this bundle, under /openapi/docs */
    static Map<String, StaticFile> read(Map<String, String> types) {
        return types.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> read(entry.getKey(), entry.getValue())));
    }

    private static StaticFile read(String name, String type) {
        try (InputStream in = StaticFile.class.getResourceAsStream("/openapi/docs/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in the bundle");
            }
            byte[] content = in.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new StaticFile(content, type, new EntityTag(HexFormat.of().formatHex(digest, 0, 16)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
