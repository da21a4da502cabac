/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.util.RawValue;

import org.kontor.api.call.CallContext;
import org.kontor.api.content.ContentItem;
import org.kontor.api.content.ContentQuery;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.Stamp;
import org.kontor.shell.internal.AccountCommand;
import org.kontor.shell.internal.Naming;

/** What the commands for content items have in common. */
public abstract class ContentCommand extends AccountCommand {
    /** An item by its id, or by its name when no other has it. */
    final ContentItem find(CallContext call, String named) {
        Optional<UUID> id = Naming.id(named);
        if (id.isPresent()) {
            return desk().contents().get(call, id.get());
        }
        List<ContentItem> same = desk()
                .contents()
                .find(call, new ContentQuery(null, named, null, false, RecordQuery.MAX_LIMIT, null))
                .items()
                .stream()
                .filter(item -> item.name().equalsIgnoreCase(named))
                .toList();
        if (same.isEmpty()) {
            throw new KontorException(
                    ErrorCode.NOT_FOUND,
                    "There is no content item with the id or name '" + named + "'. Search: kontor:content-list WORD");
        }
        if (same.size() > 1) {
            throw KontorException.invalid(
                    "item", "ambiguous", "Several have this name; use an id: kontor:content-list", named);
        }
        return desk().contents().get(call, same.get(0).id());
    }

    /** In the names that REST uses. */
    static Map<String, Object> document(ContentItem item) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", item.id());
        document.put("kind", item.kind());
        document.put("name", item.name());
        document.put("description", item.description());
        document.put("form", item.form());
        document.put("body", item.body() == null ? null : new RawValue(item.body()));
        document.put("file", item.file());
        document.put("link", item.link());
        document.put("version", item.version());
        document.put("created", item.created());
        document.put("changed", item.changed());
        return document;
    }

    static String stamp(Stamp stamp) {
        return Texts.time(stamp.at()) + " by " + stamp.by() + " through " + stamp.through();
    }
}
