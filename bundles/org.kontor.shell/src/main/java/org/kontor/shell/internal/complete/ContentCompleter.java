/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.util.List;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;

import org.kontor.api.content.ContentQuery;
import org.kontor.api.record.RecordQuery;
import org.kontor.shell.internal.Desk;

/** Ids of content items, the last changed ones first. */
@Service
public final class ContentCompleter extends Word {
    @Reference
    private Desk desk;

    @Override
    List<Candidate> candidates(String command, String word) {
        ContentQuery latest =
                new ContentQuery(null, null, ContentQuery.Sort.CHANGED, true, RecordQuery.MAX_LIMIT, null);
        return desk.contents().find(desk.call(), latest).items().stream()
                .filter(item -> begins(item.id().toString(), word))
                .limit(MOST)
                .map(item -> of(item.id().toString(), item.kind() + " " + item.name(), true))
                .toList();
    }
}
