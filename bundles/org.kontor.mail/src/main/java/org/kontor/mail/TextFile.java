/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Files of texts that lie beside a class, in UTF-8. Stateless. */
public final class TextFile {
    private TextFile() {}

    /** @throws IllegalArgumentException when there is none of this name */
    public static String read(Class<?> beside, String name) {
        try (InputStream in = open(beside, name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Texts by name, of a properties file.
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    public static Map<String, String> texts(Class<?> beside, String name) {
        Properties properties = new Properties();
        try (InputStream in = open(beside, name)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }

    private static InputStream open(Class<?> beside, String name) {
        InputStream in = beside.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalArgumentException("There is no file " + name);
        }
        return in;
    }
}
