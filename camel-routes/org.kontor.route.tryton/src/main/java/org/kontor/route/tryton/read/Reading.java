/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.util.List;

/** Something that is read page by page. What a page holds counts as read when its last batch is committed. */
public interface Reading {
    /** What is read, as it stands at the run. */
    String source();

    /** The next page as batches, to commit in this order before the next call; empty at the end. */
    List<Feed> next();
}
