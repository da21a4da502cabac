/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.files;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.util.URISupport;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.imports.FileImports;
import org.kontor.api.imports.FileOptions;
import org.kontor.api.imports.ImportListener;
import org.kontor.api.imports.ImportRequest;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Synchronisation;
import org.kontor.camel.Connection;
import org.kontor.camel.KontorHeaders;
import org.kontor.camel.Monitor;
import org.kontor.camel.component.RunLog;

/**
 * Takes every CSV and XLSX file of the folder in, customers before locations; puts a result file with a line per row into
 * {@code results/} and the file itself into {@code done/} or {@code failed/}. A file that a kill cut off is still in the
 * folder and is taken in again; what was taken in before is unchanged then.
 */
final class FilesRoutes extends RouteBuilder {
    private static final String FILE = "KontorFile";
    private static final String RESULTS = "KontorResults";

    private final Path folder;
    private final Duration poll;
    private final int batch;
    private final String connection;
    private final Monitor monitor;
    private final Synchronisation synchronisation;
    private final FileImports imports;

    FilesRoutes(Path folder, Duration poll, int batch, Connection connection, FileImports imports) {
        this.folder = folder;
        this.poll = poll;
        this.batch = batch;
        this.connection = connection.name();
        this.monitor = connection.monitor();
        this.synchronisation = connection.synchronisation();
        this.imports = imports;
    }

    @Override
    public void configure() throws Exception {
        errorHandler(defaultErrorHandler().logExhausted(false));
        onException(Exception.class)
                .process(this::noteFailure)
                .filter(exchange -> exchange.getMessage().getHeader(KontorHeaders.MESSAGE) != null)
                .log(LoggingLevel.WARN, "org.kontor.connection", "File '${file:name}': ${header.KontorMessage}");

        from(source())
                .routeId("files")
                .process(exchange -> monitor.running())
                .process(this::take)
                .process(exchange -> monitor.idle());
    }

    /** Sorted by name, so that customers.csv comes before locations.csv; a file that still grows is left alone. */
    private String source() throws Exception {
        String base = "file:" + URISupport.normalizeUri("file:" + folder).substring("file:".length());
        return base + "?delay=" + poll.toMillis() + "&initialDelay=0"
                + "&include=RAW((?i)[^.].*\\.(csv|xlsx))&sortBy=file:name&readLock=changed&readLockMinLength=0&readLockLoggingLevel=OFF"
                + "&readLockCheckInterval=" + Math.min(1000, Math.max(200, poll.toMillis() / 2))
                + "&move=done/${date:now:yyyyMMdd-HHmmssSSS}-${file:name}";
    }

    private void take(Exchange exchange) throws IOException {
        File file = exchange.getMessage().getBody(File.class);
        exchange.setProperty(FILE, file);
        RecordType type = type(file.getName()).orElseThrow(() -> unnamed(exchange, file.getName()));
        ResultFile results = new ResultFile(folder.resolve("results"), csv(file.getName()));
        exchange.setProperty(RESULTS, results);
        imports.run(
                synchronisation.caller(connection),
                new ImportRequest(type, connection, file.getName(), FileOptions.DETECT, Map.of(), batch),
                file.toPath(),
                new Listener(results, exchange));
        results.finish();
    }

    /** The result of a spreadsheet is CSV, too. */
    private static String csv(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? name : name + ".csv";
    }

    static Optional<RecordType> type(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.startsWith("customers")) {
            return Optional.of(RecordType.CUSTOMER);
        }
        return name.startsWith("locations") ? Optional.of(RecordType.LOCATION) : Optional.empty();
    }

    private KontorException unnamed(Exchange exchange, String name) {
        String message = "The name '" + name + "' must begin with customers or locations.";
        UUID run = synchronisation.begin(connection, null, name);
        RunLog.tie(exchange, run);
        synchronisation.fail(connection, run, message);
        return new KontorException(ErrorCode.INVALID_INPUT, message);
    }

    /** Writes what became of the rows; a connection that is being stopped or changed ends after a batch. */
    private record Listener(ResultFile results, Exchange exchange) implements ImportListener {
        @Override
        public void begun(UUID run) {
            RunLog.tie(exchange, run);
        }

        @Override
        public void taken(List<RowResult> rows, double done) {
            try {
                results.write(rows);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean goOn() {
            return !exchange.getContext().isStopping();
        }
    }

    private void noteFailure(Exchange exchange) throws Exception {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (exchange.getContext().isStopping()) {
            return; // not the file's fault: it stays where it is
        }
        KontorException refusal = failure instanceof KontorException one ? one : null;
        if (refusal != null
                && (refusal.code() == ErrorCode.UNAVAILABLE || refusal.code() == ErrorCode.TOO_MANY_REQUESTS)) {
            monitor.waiting(refusal.getMessage());
            return;
        }
        String message = refusal != null
                ? refusal.getMessage()
                : "The file could not be taken in: " + failure.getClass().getSimpleName();
        exchange.getMessage().setHeader(KontorHeaders.MESSAGE, message);
        ResultFile results = exchange.getProperty(RESULTS, ResultFile.class);
        if (results != null) {
            results.fail(message);
        }
        moveAway(exchange.getProperty(FILE, File.class).toPath());
        monitor.runFailed();
    }

    private void moveAway(Path file) throws IOException {
        Path failed = Files.createDirectories(folder.resolve("failed"));
        Files.move(file, failed.resolve(LocalDateTime.now().format(ResultFile.TIME) + "-" + file.getFileName()));
    }
}
