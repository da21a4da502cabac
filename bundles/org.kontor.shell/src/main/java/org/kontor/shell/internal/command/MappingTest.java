/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.sync.Mappings;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.Refusal;
import org.kontor.shell.internal.ServerFile;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** Tries a mapping file on a payload; nothing is written (S16). */
@Service
@Command(scope = "kontor", name = "mapping-test", description = "Shows what a mapping file makes of a payload")
public final class MappingTest extends KontorCommand {
    private static final long MOST = 16L * 1024 * 1024;

    @Argument(name = "file", description = "Mapping file, where Kontor runs", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Argument(index = 1, name = "payload", description = "JSON file, where Kontor runs", required = true)
    @Completion(FileCompleter.class)
    private String payload;

    @Override
    protected void run(CallContext call, Screen screen) {
        Path path = ServerFile.toRead(file);
        Mappings.Trial trial = desk().mappings().test(call, path.getFileName().toString(), text(file), text(payload));
        if (json()) {
            Json.print(screen.out(), trial);
            return;
        }
        trial.errors().forEach(screen::say);
        if (!trial.errors().isEmpty()) {
            throw new KontorException(
                    ErrorCode.INVALID_INPUT,
                    "The file has " + Texts.count(trial.errors().size(), "error") + ".");
        }
        if (trial.records().isEmpty()) {
            screen.say("The payload holds no record.");
        }
        trial.records().forEach(record -> print(screen, record));
    }

    private static void print(Screen screen, Mappings.TriedRecord record) {
        String archived = record.archived() == null ? "" : record.archived() ? ", archived" : ", not archived";
        screen.say("Record " + (record.externalId().isEmpty() ? "without id" : record.externalId()) + archived);
        screen.table(
                List.of(Column.whole("field"), Column.text("value"), Column.text("expression"), Column.number("line")),
                record.fields().stream()
                        .map(field -> List.of(
                                field.field(),
                                Texts.of(field.value()),
                                field.expression(),
                                String.valueOf(field.line())))
                        .toList());
        record.violations().forEach(violation -> screen.say("Refused: " + Refusal.sentence(violation)));
    }

    private static String text(String name) {
        Path path = ServerFile.toRead(name);
        try {
            if (Files.size(path) > MOST) {
                throw KontorException.invalid("file", "too_large", "Larger than " + MOST + " bytes.", name);
            }
            return Files.readString(path);
        } catch (MalformedInputException e) {
            throw KontorException.invalid("file", "encoding", "Is not UTF-8.", name);
        } catch (IOException e) {
            throw ServerFile.notReadable(name);
        }
    }
}
