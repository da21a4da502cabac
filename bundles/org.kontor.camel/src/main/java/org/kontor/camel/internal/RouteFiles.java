/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.spi.file.ChangedFiles;

/**
 * The files of {@code etc/kontor/routes/}: each is a connection of its own among the others. Used by one thread at a time, but
 * for {@link #isComplete}.
 */
final class RouteFiles {
    private static final Logger LOG = LoggerFactory.getLogger(RouteFiles.class);
    private static final String KEY = "route:";
    /** Files with their properties; what more there is in the directory is not looked at. */
    private static final int MAX_FILES = 400;

    private final Path directory;
    private final ChangedFiles files;
    private final Map<String, ConnectionRunner> runners;
    private final ManagedConnections managed;
    private final Components components;
    private final Map<Path, ConnectionRunner> deployed = new TreeMap<>();
    private volatile boolean complete;
    private boolean unreadable;

    /** @param runners all connections, by a key of their own; those of route files are added */
    RouteFiles(
            Path directory, Map<String, ConnectionRunner> runners, ManagedConnections managed, Components components) {
        this.directory = directory;
        this.files = new ChangedFiles(
                directory, name -> RouteFile.isName(name) || name.endsWith(RouteFile.PROPERTIES), MAX_FILES);
        this.runners = runners;
        this.managed = managed;
        this.components = components;
    }

    /** Whether all that was there at the beginning was tried. */
    boolean isComplete() {
        return complete;
    }

    /** Brings the routes to what the files say. */
    void look() {
        try {
            ChangedFiles.Changes changes = files.look();
            unreadable = false;
            changes.gone().stream().filter(RouteFiles::isRoute).forEach(this::remove);
            for (Path path : changes.changed()) {
                if (isRoute(path) && !deployed.containsKey(path)) {
                    deployed.put(path, null);
                }
            }
            for (Path path : deployed.keySet()) {
                boolean touched = changes.changed().contains(path)
                        || changes.changed().contains(RouteFile.properties(path))
                        || changes.gone().contains(RouteFile.properties(path));
                bring(path, touched);
            }
        } catch (IOException e) {
            if (!unreadable) {
                LOG.warn("{} cannot be read; routes go on as they are", directory, e);
            }
            unreadable = true;
        }
        complete = true;
    }

    private static boolean isRoute(Path path) {
        return RouteFile.isName(path.getFileName().toString());
    }

    private void bring(Path path, boolean touched) {
        ConnectionRunner runner = deployed.get(path);
        String rival = rival(path);
        String name = rival == null ? RouteFile.base(path) : path.getFileName().toString();
        if (runner == null || !runner.name().equals(name)) {
            retire(path, runner);
            runner = new ConnectionRunner(name, Map.of(ConnectionRunner.CONNECTOR, RouteFile.KIND), components);
            deployed.put(path, runner);
            runners.put(KEY + path.getFileName(), runner);
            managed.show(name, runner.status()::show);
        } else if (!touched) {
            return;
        }
        if (rival != null) {
            runner.status().failed("The name '" + RouteFile.base(path) + "' is taken by " + rival + ".");
            return;
        }
        try {
            RouteFile file = RouteFile.read(path);
            if (!file.isEnabled()) {
                runner.halt();
            } else if (file.isPaused()) {
                runner.pause();
            } else {
                runner.replace(file);
            }
        } catch (RouteTextException e) {
            runner.refuse(path.getFileName() + ", " + e.getMessage());
        }
    }

    /** Who has the name that the file would have; null when nobody. */
    private String rival(Path path) {
        String name = RouteFile.base(path);
        for (Map.Entry<String, ConnectionRunner> other : runners.entrySet()) {
            if (!other.getKey().startsWith(KEY) && other.getValue().name().equals(name)) {
                return "a connection of etc/";
            }
        }
        for (Path other : deployed.keySet()) {
            if (other.compareTo(path) < 0 && RouteFile.base(other).equals(name)) {
                return other.getFileName().toString();
            }
        }
        return null;
    }

    private void remove(Path path) {
        retire(path, deployed.remove(path));
    }

    private void retire(Path path, ConnectionRunner runner) {
        if (runner != null) {
            runners.remove(KEY + path.getFileName(), runner);
            managed.hide(runner.name());
            runner.stop();
        }
    }

    static boolean isKey(String key) {
        return key.startsWith(KEY);
    }

    /** The file that says whether the routes are to run; it is made when there is none. */
    SettingsFile settings(String key) throws IOException {
        Path path = RouteFile.properties(directory.resolve(key.substring(KEY.length())));
        if (!Files.exists(path)) {
            Files.write(path, new byte[0], StandardOpenOption.CREATE_NEW);
        }
        return new SettingsFile(path);
    }
}
