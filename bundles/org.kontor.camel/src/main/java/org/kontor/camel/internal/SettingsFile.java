/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Dictionary;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file in {@code etc/} that a configuration comes from. It is replaced in one step: whoever looks at the folder meanwhile
 * sees the whole old file or the whole new one. (Were the configuration changed instead, File Install would write the file
 * while its own watch may be reading it, and half a file would become the configuration.)
 */
final class SettingsFile {
    /** File Install's own property, with the address of the file. */
    private static final String FILE = "felix.fileinstall.filename";

    private final Path file;

    SettingsFile(Path file) {
        this.file = file;
    }

    /** Empty for a configuration that was made otherwise. */
    static Optional<SettingsFile> of(Dictionary<String, Object> properties) {
        return Optional.ofNullable(properties.get(FILE))
                .map(Object::toString)
                .filter(name -> name.startsWith("file:") && name.endsWith(".cfg"))
                .map(name -> Path.of(URI.create(name)))
                .filter(Files::isRegularFile)
                .map(SettingsFile::new);
    }

    /** Sets values without special characters, in one step; everything else in the file stays as it is. */
    void set(Map<String, String> values) throws IOException {
        Path real = file.toRealPath();
        // bytes for characters: nothing but our lines is looked at
        String text = Files.readString(real, StandardCharsets.ISO_8859_1);
        String changed = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            changed = with(changed, value.getKey(), value.getValue());
        }
        if (changed.equals(text)) {
            return;
        }
        Path fresh = real.resolveSibling(real.getFileName() + ".new");
        // with the permissions of the old one: there may be a password in it
        try {
            Files.copy(real, fresh, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.writeString(fresh, changed, StandardCharsets.ISO_8859_1);
            Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Whether to say nothing means the same: that is not written where nothing is said. */
    static boolean isSilent(String key, String value) {
        return key.equals(ConnectionRunner.PAUSED) && value.equals("false");
    }

    private static String with(String text, String key, String value) {
        String line = key + " = " + value;
        Matcher there = Pattern.compile("(?m)^[ \\t]*" + Pattern.quote(key) + "[ \\t]*[=:].*$")
                .matcher(text);
        if (there.find()) {
            return there.replaceAll(Matcher.quoteReplacement(line));
        }
        return isSilent(key, value) ? text : text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + line + "\n";
    }
}
