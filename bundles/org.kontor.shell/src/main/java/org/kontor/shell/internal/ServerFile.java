/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.UUID;

import org.kontor.api.error.KontorException;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

/** A file that somebody names: it lies where Kontor runs. {@code ~/} is the home of the user that Kontor runs as. Stateless. */
public final class ServerFile {
    private static final String HOME = "~/";

    private ServerFile() {}

    /**
     * A file that is there and can be read.
     *
     * @throws KontorException {@code invalid_input} that says why it cannot
     */
    public static Path toRead(String name) {
        Path file = path("file", name);
        if (Files.isDirectory(file)) {
            throw KontorException.invalid("file", "is_folder", "Is a folder; name a file in it.", name);
        }
        if (Files.notExists(file)) {
            throw KontorException.invalid(
                    "file",
                    "not_found",
                    "There is no such file on the machine that Kontor runs on. From elsewhere send it by REST.",
                    name);
        }
        if (!Files.isReadable(file)) {
            throw notReadable(name);
        }
        if (!Files.isRegularFile(file)) {
            throw KontorException.invalid("file", "not_a_file", "Must be a file, not a device or the like.", name);
        }
        return file;
    }

    public static KontorException notReadable(String name) {
        return KontorException.invalid(
                "file",
                "not_readable",
                "The user '" + System.getProperty("user.name") + "', whom Kontor runs as, cannot read it.",
                name);
    }

    /**
     * A file that is to be written, in a folder that is there.
     *
     * @param over whether a file that is there may be written over
     * @throws KontorException {@code invalid_input} that says why it cannot
     */
    public static Path toWrite(String option, String name, boolean over) {
        Path file = path(option, name).toAbsolutePath();
        if (Files.isDirectory(file)) {
            throw KontorException.invalid(option, "is_folder", "Is a folder; name a file in it.", name);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw KontorException.invalid(option, "not_a_file", "Must be a file, not a device or the like.", name);
        }
        if (Files.exists(file) && !over) {
            throw KontorException.invalid(option, "exists", "Is there already. To write over it: --force", name);
        }
        if (!Files.isDirectory(file.getParent())) {
            throw KontorException.invalid(
                    option, "no_folder", "There is no folder " + file.getParent() + ". Make it first.", name);
        }
        return file;
    }

    public static KontorException notWritable(String option, String name) {
        return KontorException.invalid(
                option,
                "not_writable",
                "The user '" + System.getProperty("user.name")
                        + "', whom Kontor runs as, cannot write it, or the disk is full.",
                name);
    }

    /** Writes what a file holds. */
    @FunctionalInterface
    public interface Writing<R> {
        R on(OutputStream out) throws IOException;
    }

    /**
     * Writes a file whole or not at all: under another name until it is whole.
     *
     * @param over whether a file that is there may be written over
     */
    public static <R> R write(Path whole, boolean over, Writing<R> writing) throws IOException {
        Path part = whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            R result;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part, CREATE_NEW, WRITE))) {
                result = writing.on(out);
            }
            if (over) {
                Files.move(part, whole, REPLACE_EXISTING);
            } else {
                Files.move(part, whole);
            }
            return result;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path path(String field, String name) {
        try {
            return name.startsWith(HOME)
                    ? Path.of(System.getProperty("user.home"), name.substring(HOME.length()))
                    : Path.of(name);
        } catch (InvalidPathException e) {
            throw KontorException.invalid(field, "malformed_name", "Is not the name of a file.", name);
        }
    }
}
