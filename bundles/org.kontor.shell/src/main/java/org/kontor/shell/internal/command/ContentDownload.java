/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

import org.kontor.api.call.CallContext;
import org.kontor.api.content.ContentItem;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.shell.internal.ServerFile;
import org.kontor.shell.internal.complete.ContentCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:content-download}. */
@Service
@Command(scope = "kontor", name = "content-download", description = "Writes the file of a content item to disk")
public final class ContentDownload extends ContentCommand {
    @Option(name = "--force", description = "Writes over a file that is there")
    private boolean force;

    @Argument(name = "item", description = "Its id or name", required = true)
    @Completion(ContentCompleter.class)
    private String named;

    @Argument(
            index = 1,
            name = "file",
            description = "Where to write it, on the machine that Kontor runs on",
            required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Override
    protected void run(CallContext call, Screen screen) {
        ContentItem item = find(call, named);
        if (item.file() == null) {
            throw new KontorException(
                    ErrorCode.NOT_FOUND, "The content item has no file. Show it: kontor:content-show " + item.id());
        }
        Path whole = ServerFile.toWrite("file", file, force);
        try {
            ServerFile.write(whole, force, out -> {
                desk().contents().writeFile(call, item.id(), item.file().sha256(), out);
                return null;
            });
        } catch (IOException | UncheckedIOException e) {
            throw ServerFile.notWritable("file", file);
        }
        if (json()) {
            Json.print(screen.out(), document(item));
        } else {
            screen.say(item.file().size() + " bytes written to " + whole + ".");
        }
    }
}
