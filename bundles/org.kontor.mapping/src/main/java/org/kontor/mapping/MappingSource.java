/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;

import org.kontor.api.record.RecordType;

/**
 * Where the mapping of one connection and type comes from: the administrator's file {@code CONNECTION-TYPE.yaml}, or, where
 * there is none, the one that the connector ships (requirement S4). Has no thread: whoever asks looks at the file, by
 * modification time and size. Thread-safe.
 */
public final class MappingSource {
    private final String connection;
    private final RecordType type;
    private final Path file;
    private final String shipped;
    private Version version;
    private RemoteSchema schema;
    private volatile State state;

    /**
     * The mapping as it is now.
     *
     * @param mapping the last good one; null when there is none, or nobody has looked yet
     * @param text what it says; what is shipped when there is none
     * @param isShipped whether it came with the connector
     * @param errors of what there is now; when there are some, the mapping is an earlier one
     */
    public record State(Mapping mapping, String text, boolean isShipped, List<MappingError> errors) {
        public State {
            errors = List.copyOf(errors);
        }
    }

    /** A file at one time; the shipped text has neither date nor size. */
    private record Version(FileTime changed, long size) {
        static final Version SHIPPED = new Version(null, -1);
        static final Version UNREADABLE = new Version(null, -2);
    }

    /**
     * @param directory need not exist yet
     * @param shipped what the connector ships
     */
    public MappingSource(Path directory, String connection, RecordType type, String shipped) {
        this.connection = connection;
        this.type = type;
        this.file = directory.resolve(connection + "-" + type.key() + ".yaml");
        this.shipped = shipped;
        this.state = new State(null, shipped, true, List.of());
    }

    public String connection() {
        return connection;
    }

    public RecordType type() {
        return type;
    }

    /** Name of the file that counts when it is there. */
    public String fileName() {
        return file.getFileName().toString();
    }

    /** As it was at the last look; does not wait for one that is under way. */
    public State last() {
        return state;
    }

    /**
     * Looks at the file; reads and checks it when it, or what the other system tells of itself, is new.
     *
     * @param current the same object as long as nothing is new; null checks the file by itself
     */
    public synchronized State current(RemoteSchema current) {
        Version now = version();
        if (!now.equals(version) || current != schema) {
            state = read(now, current);
            version = now;
            schema = current;
        }
        return state;
    }

    private Version version() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Version(attributes.lastModifiedTime(), attributes.size());
        } catch (NoSuchFileException e) {
            return Version.SHIPPED;
        } catch (IOException e) {
            return Version.UNREADABLE;
        }
    }

    private State read(Version now, RemoteSchema current) {
        boolean own = now != Version.SHIPPED;
        String text = shipped;
        if (own) {
            try {
                text = own(now);
            } catch (CharacterCodingException e) {
                return broken("encoding", "Is not UTF-8.");
            } catch (IOException e) {
                return broken("unreadable", "Cannot be read.");
            }
            if (text == null) {
                return broken("too_large", "Larger than " + MappingReader.MAX_LENGTH + " bytes.");
            }
        }
        MappingReading reading = Mapping.read(fileName(), text);
        if (!reading.errors().isEmpty()) {
            return broken(reading.errors());
        }
        if (reading.mapping().type() != type) {
            return broken(
                    "file_name",
                    "By its name it maps a " + type.key() + ", by its type: a "
                            + reading.mapping().type().key() + ".");
        }
        List<MappingError> errors =
                current == null ? List.of() : reading.mapping().check(current);
        return errors.isEmpty() ? new State(reading.mapping(), text, !own, List.of()) : broken(errors);
    }

    /** Null when it is too large. */
    private String own(Version now) throws IOException {
        if (now.size() > MappingReader.MAX_LENGTH) {
            return null;
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString();
    }

    private State broken(String rule, String message) {
        return broken(List.of(new MappingError(fileName(), 1, 1, "", rule, message)));
    }

    private State broken(List<MappingError> errors) {
        return new State(state.mapping(), state.text(), state.isShipped(), errors);
    }
}
