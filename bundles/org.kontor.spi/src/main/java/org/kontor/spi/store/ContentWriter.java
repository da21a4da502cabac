/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.content.ContentFile;
import org.kontor.api.content.ContentItem;
import org.kontor.api.record.Stamp;

/** Writes what belongs to content items. They themselves are written by {@link WriteTransaction#save(ContentChange)}. */
public interface ContentWriter extends ContentReader {
    /** As it is now that nobody else changes it until the end of the transaction. */
    Optional<ContentItem> locked(UUID account, UUID id);

    /**
     * Keeps the bytes of a file, unless the same bytes are there already. An item that refers to them is to be saved in the
     * same transaction: bytes to which nothing refers go away with the last item.
     *
     * @param file its size and hash are those of the bytes
     * @param bytes where they lie; read when they are needed, and not deleted
     */
    void keep(ContentFile file, Path bytes);

    /**
     * Copies items of some kinds into another account, with audit: the copies have ids of their own and begin at version 1.
     * Files are not copied but referred to once more.
     *
     * @param stamp when and by whom the copies are made
     * @return how many were copied
     */
    int copy(UUID fromAccount, UUID toAccount, Set<String> kinds, Stamp stamp);
}
