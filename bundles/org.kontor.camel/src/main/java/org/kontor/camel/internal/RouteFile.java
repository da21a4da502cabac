/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

import org.kontor.camel.Connection;
import org.kontor.camel.Connector;

/**
 * One version of a file of {@code etc/kontor/routes/}, with the values of its placeholders: the connector of the connection
 * that bears the file's name. Immutable.
 */
final class RouteFile implements Connector {
    /** The connector that such connections show. */
    static final String KIND = "route";

    static final String PROPERTIES = ".properties";
    private static final long MAX_LENGTH = 512 * 1024;
    private static final long MAX_PROPERTIES = 64 * 1024;
    private static final Pattern NAME = Pattern.compile("[^.].*\\.(xml|yaml|yml)");

    private final String fileName;
    private final String text;
    private final Properties properties;

    private RouteFile(String fileName, String text, Properties properties) {
        this.fileName = fileName;
        this.text = text;
        this.properties = properties;
    }

    static boolean isName(String fileName) {
        return NAME.matcher(fileName).matches();
    }

    /** The name without its ending: that of the connection. */
    static String base(Path path) {
        String name = path.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** Where the values of the placeholders stand. */
    static Path properties(Path path) {
        return path.resolveSibling(base(path) + PROPERTIES);
    }

    /** @throws RouteTextException when it cannot be read, or its text is not proper XML or YAML */
    static RouteFile read(Path path) throws RouteTextException {
        String name = path.getFileName().toString();
        RouteFile file = new RouteFile(name, text(path, MAX_LENGTH), properties(properties(path), path));
        if (file.isXml()) {
            RouteText.checkXml(file.text);
        } else {
            RouteText.checkYaml(file.text);
        }
        return file;
    }

    private static Properties properties(Path path, Path of) throws RouteTextException {
        Properties properties = new Properties();
        if (Files.exists(path)) {
            try {
                properties.load(new StringReader(text(path, MAX_PROPERTIES)));
            } catch (IOException | IllegalArgumentException e) {
                throw new RouteTextException(base(of) + PROPERTIES + " is not proper: a \\u needs four digits.");
            }
        }
        return properties;
    }

    private static String text(Path path, long max) throws RouteTextException {
        String name = path.getFileName().toString();
        try {
            if (Files.size(path) > max) {
                throw new RouteTextException(name + " is larger than " + max / 1024 + " KiB.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RouteTextException(name + " is not UTF-8.");
        } catch (NoSuchFileException e) {
            throw new RouteTextException(name + " is gone.");
        } catch (IOException e) {
            throw new RouteTextException(name + " cannot be read.");
        }
    }

    private boolean isXml() {
        return fileName.endsWith(".xml");
    }

    String fileName() {
        return fileName;
    }

    boolean isEnabled() {
        return !"false"
                .equalsIgnoreCase(
                        properties.getProperty(ConnectionRunner.ENABLED, "true").strip());
    }

    boolean isPaused() {
        return "true"
                .equalsIgnoreCase(
                        properties.getProperty(ConnectionRunner.PAUSED, "").strip());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public RoutesBuilder routes(Connection connection) {
        return new RoutesBuilder() {
            @Override
            public void addRoutesToCamelContext(CamelContext context) throws Exception {
                context.getPropertiesComponent().setInitialProperties(properties);
                context.setSourceLocationEnabled(true);
                // .yml is not an ending that Camel knows
                String name = isXml() ? fileName : base(Path.of(fileName)) + ".yaml";
                PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(name, text));
            }

            @Override
            public void addTemplatedRoutesToCamelContext(CamelContext context) {
                // templates and what is made of them are read with the routes
            }

            @Override
            public Set<String> updateRoutesToCamelContext(CamelContext context) {
                throw new UnsupportedOperationException("a changed file gets a context of its own");
            }
        };
    }

    /** What is wrong with it, for people; no secret. */
    String explain(Throwable failure, ModelCamelContext context) {
        return fileName + ", " + new RouteFailure(text, properties).explain(failure, context);
    }
}
