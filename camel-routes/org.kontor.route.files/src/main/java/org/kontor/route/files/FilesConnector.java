/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.imports.FileImports;
import org.kontor.camel.CheckStep;
import org.kontor.camel.Connection;
import org.kontor.camel.Connector;
import org.kontor.camel.SettingException;
import org.kontor.camel.Settings;

/**
 * The connector {@code files}. Settings: {@code folder} (required; made when missing), {@code poll} (2s), {@code batch}
 * (500 rows, 1 to 1000).
 */
@Component
public final class FilesConnector implements Connector {
    private final FileImports imports;

    @Activate
    public FilesConnector(@Reference FileImports imports) {
        this.imports = imports;
    }

    @Override
    public String kind() {
        return "files";
    }

    @Override
    public RoutesBuilder routes(Connection connection) {
        Settings settings = connection.settings();
        Path folder = Path.of(settings.required("folder")).toAbsolutePath();
        Duration poll = poll(settings);
        int batch = batch(settings);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new SettingException("folder", "must be a folder that can be made and written: " + folder);
        }
        return new FilesRoutes(folder, poll, batch, connection, imports);
    }

    @Override
    public List<CheckStep> check(Connection connection, CamelContext scratch) {
        Settings settings = connection.settings();
        Path folder = Path.of(settings.required("folder")).toAbsolutePath();
        poll(settings);
        batch(settings);
        return new FilesCheck(connection, folder, imports).steps();
    }

    private static Duration poll(Settings settings) {
        return settings.duration("poll", Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofHours(24));
    }

    private static int batch(Settings settings) {
        return settings.number("batch", 500, 1, 1000);
    }
}
