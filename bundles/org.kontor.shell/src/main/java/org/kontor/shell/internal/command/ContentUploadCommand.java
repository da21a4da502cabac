/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

import org.kontor.api.call.CallContext;
import org.kontor.api.content.ContentItem;
import org.kontor.api.content.ContentUpload;
import org.kontor.api.content.NewContent;
import org.kontor.shell.internal.ServerFile;
import org.kontor.shell.internal.complete.ContentCompleter;
import org.kontor.shell.internal.complete.ContentKindCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:content-upload}: a new item, or another file for one that is there. */
@Service
@Command(
        scope = "kontor",
        name = "content-upload",
        description = "Makes a content item of a file, or puts the file in place of what one has")
public final class ContentUploadCommand extends ContentCommand {
    @Option(name = "--kind", description = "Of a new item, like pattern")
    @Completion(ContentKindCompleter.class)
    private String kind;

    @Option(name = "--name", description = "Of a new item; without it that of the file")
    private String name;

    @Option(name = "--description", description = "Of a new item")
    private String description;

    @Option(name = "--media-type", description = "Like application/zip; without it, by the name of the file")
    private String mediaType;

    @Option(name = "--replace", description = "The item, by id or name, that the file is for instead of a new one")
    @Completion(ContentCompleter.class)
    private String replaced;

    @Argument(name = "file", description = "A file on the machine that Kontor runs on", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Override
    protected void run(CallContext call, Screen screen) throws Exception {
        // who may not write content is not to learn of files
        call.requireContentWriter();
        Path path = ServerFile.toRead(file);
        ContentItem before = replaced == null ? null : find(call, replaced);
        ContentItem item;
        try (InputStream bytes = open(path)) {
            String type = mediaType == null ? Files.probeContentType(path) : mediaType;
            ContentUpload upload = new ContentUpload(bytes, path.getFileName().toString(), type);
            item = before == null
                    ? desk().contents().create(call, new NewContent(kind, name, description, null, null), upload)
                    : desk().contents().putFile(call, before.id(), before.version(), upload);
        }
        if (json()) {
            Json.print(screen.out(), document(item));
        } else {
            screen.say("Content item '" + item.name() + "' has the file, "
                    + item.file().size() + " bytes. Show it: kontor:content-show " + item.id());
        }
    }

    private InputStream open(Path path) {
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw ServerFile.notReadable(file);
        }
    }
}
