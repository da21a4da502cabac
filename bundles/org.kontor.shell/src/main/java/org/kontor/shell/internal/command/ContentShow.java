/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.content.ContentItem;
import org.kontor.shell.internal.complete.ContentCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:content-show}. */
@Service
@Command(scope = "kontor", name = "content-show", description = "Shows a content item")
public final class ContentShow extends ContentCommand {
    @Argument(name = "item", description = "Its id or name", required = true)
    @Completion(ContentCompleter.class)
    private String named;

    @Override
    protected void run(CallContext call, Screen screen) {
        ContentItem item = find(call, named);
        if (json()) {
            Json.print(screen.out(), document(item));
            return;
        }
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("kind", item.kind());
        lines.put("name", item.name());
        lines.put("description", item.description());
        lines.put("link", item.link());
        lines.put("body", item.body());
        if (item.file() != null) {
            lines.put("file", item.file().name());
            lines.put("media type", item.file().mediaType());
            lines.put("bytes", String.valueOf(item.file().size()));
            lines.put("SHA-256", item.file().sha256());
        }
        lines.put("id", item.id().toString());
        lines.put("version", String.valueOf(item.version()));
        lines.put("created", stamp(item.created()));
        lines.put("changed", stamp(item.changed()));
        Details.print(screen, lines);
        if (item.file() != null) {
            screen.say("Download it: kontor:content-download " + item.id() + " "
                    + typed(item.file().name()));
        }
    }
}
