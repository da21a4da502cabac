/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.content;

import java.io.OutputStream;
import java.util.List;
import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.Page;

/**
 * The content items of the account that a call is made for. Only who enters the account sees them: for anybody else, who
 * manages it from above included, there are none ({@code not_found}). Every change is audited, without bodies and bytes.
 * Thread-safe.
 */
public interface Contents {
    /** The kinds that items may be of: those of Kontor, and those that the installation adds. */
    List<String> kinds(CallContext context);

    /**
     * Items without their bodies.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}, {@code invalid_input}, {@code
     *     invalid_cursor}
     */
    Page<ContentItem> find(CallContext context, ContentQuery query);

    /** @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied} */
    ContentItem get(CallContext context, UUID id);

    /**
     * Makes an item of a body or a link.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}, {@code invalid_input}, {@code
     *     account_closed}, {@code archived}
     */
    ContentItem create(CallContext context, NewContent item);

    /**
     * Makes an item of a file. The item is there when all bytes are, or not at all.
     *
     * @param item without body and link; without a name it is called as its file is
     * @throws org.kontor.api.error.KontorException as above, and {@code body_too_large}; {@code malformed_body} when the
     *     bytes cannot be read to their end
     */
    ContentItem create(CallContext context, NewContent item, ContentUpload upload);

    /**
     * Changes what is given; nothing is written when that is what is there.
     *
     * @param version the one that the change is based on
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}, {@code stale_version}, {@code
     *     invalid_input}, {@code account_closed}, {@code archived}
     */
    ContentItem change(CallContext context, UUID id, long version, ContentEdit edit);

    /**
     * Puts a file in place of the file, body or link that is there.
     *
     * @param version the one that the change is based on
     * @throws org.kontor.api.error.KontorException as {@link #change}, and {@code body_too_large}, {@code malformed_body}
     */
    ContentItem putFile(CallContext context, UUID id, long version, ContentUpload upload);

    /**
     * Writes the bytes of a file, piece by piece. When they go away meanwhile, it ends in the middle, with an exception.
     *
     * @param sha256 of the file as the item told it: its bytes are written, or none
     * @throws org.kontor.api.error.KontorException {@code not_found} also when the item has no such file any more, {@code
     *     access_denied}
     * @throws java.io.UncheckedIOException when the stream takes no more
     */
    void writeFile(CallContext context, UUID id, String sha256, OutputStream out);

    /**
     * Deletes an item; closed and archived accounts allow it, too.
     *
     * @param version the one that the deletion is based on
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}, {@code stale_version}
     */
    void delete(CallContext context, UUID id, long version);
}
