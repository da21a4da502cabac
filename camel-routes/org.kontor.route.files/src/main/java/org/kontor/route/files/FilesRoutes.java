/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.util.URISupport;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;
import org.kontor.camel.KontorHeaders;
import org.kontor.camel.Monitor;

/**
 * Takes every CSV file of the folder in, customers before locations; puts a result file with a line per row into
 * {@code results/} and the file itself into {@code done/} or {@code failed/}. A file that a kill cut off is still in the
 * folder and is taken in again; what was taken in before is unchanged then.
 */
final class FilesRoutes extends RouteBuilder {
    private static final String FILE = "KontorFile";
    private static final String RESULTS = "KontorResults";
    private static final String ROWS = "KontorRows";

    private final Path folder;
    private final Duration poll;
    private final int batch;
    private final Monitor monitor;

    FilesRoutes(Path folder, Duration poll, int batch, Monitor monitor) {
        this.folder = folder;
        this.poll = poll;
        this.batch = batch;
        this.monitor = monitor;
    }

    @Override
    public void configure() throws Exception {
        errorHandler(defaultErrorHandler().logExhausted(false));
        onException(Exception.class)
                .process(this::noteFailure)
                .filter(exchange -> exchange.getMessage().getHeader(KontorHeaders.MESSAGE) != null)
                .to("kontor:run/fail")
                .log(LoggingLevel.WARN, "org.kontor.connection", "File '${file:name}': ${header.KontorMessage}");

        from(source())
                .routeId("files")
                .process(exchange -> monitor.running())
                .process(FilesRoutes::name)
                .to("kontor:run/begin")
                .process(this::open)
                .split(method(this, "batches"))
                .streaming()
                .stopOnException()
                .process(FilesRoutes::records)
                .toD("kontor:upsert/${header.KontorType}?matchByCode=true")
                .process(FilesRoutes::writeResults)
                .end()
                .process(exchange -> results(exchange).finish())
                .to("kontor:run/complete")
                .process(exchange -> monitor.idle());
    }

    /** Sorted by name, so that customers.csv comes before locations.csv; a file that still grows is left alone. */
    private String source() throws Exception {
        String base = "file:" + URISupport.normalizeUri("file:" + folder).substring("file:".length());
        return base + "?delay=" + poll.toMillis() + "&initialDelay=0"
                + "&include=RAW((?i)[^.].*\\.csv)&sortBy=file:name&readLock=changed&readLockMinLength=0&readLockLoggingLevel=OFF"
                + "&readLockCheckInterval=" + Math.min(1000, Math.max(200, poll.toMillis() / 2))
                + "&move=done/${date:now:yyyyMMdd-HHmmssSSS}-${file:name}";
    }

    private static void name(Exchange exchange) {
        exchange.setProperty(FILE, exchange.getMessage().getBody(File.class));
        String name = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class);
        exchange.getMessage().setHeader(KontorHeaders.SOURCE, name);
        exchange.getMessage()
                .setHeader(
                        KontorHeaders.TYPE,
                        CsvFile.type(name).map(RecordType::key).orElse(null));
    }

    private void open(Exchange exchange) throws Exception {
        File file = exchange.getProperty(FILE, File.class);
        exchange.setProperty(RESULTS, new ResultFile(folder.resolve("results"), file.getName()));
        exchange.getMessage().setBody(new CsvFile(file.toPath(), batch));
    }

    /** The file as an iterator of batches; the splitter closes it. */
    public CsvFile batches(Exchange exchange) {
        return exchange.getMessage().getBody(CsvFile.class);
    }

    /** A connection that is being stopped or changed ends after a batch; the next start takes the file up again. */
    private static void records(Exchange exchange) {
        if (exchange.getContext().isStopping()) {
            throw new KontorException(ErrorCode.UNAVAILABLE, "The connection is being stopped.");
        }
        CsvFile.Rows rows = exchange.getMessage().getBody(CsvFile.Rows.class);
        exchange.setProperty(ROWS, rows);
        exchange.getMessage().setBody(rows.records());
    }

    private static void writeResults(Exchange exchange) throws Exception {
        CsvFile.Rows rows = exchange.getProperty(ROWS, CsvFile.Rows.class);
        results(exchange).write(rows, exchange.getMessage().getBody(List.class));
    }

    private static ResultFile results(Exchange exchange) {
        return exchange.getProperty(RESULTS, ResultFile.class);
    }

    private void noteFailure(Exchange exchange) throws Exception {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (exchange.getContext().isStopping()) {
            return; // not the file's fault: it stays where it is
        }
        if (failure instanceof KontorException refusal && refusal.code() == ErrorCode.UNAVAILABLE) {
            monitor.waiting(refusal.getMessage());
            return;
        }
        String message = failure instanceof UnreadableFileException
                ? failure.getMessage()
                : "The file could not be taken in: " + failure.getClass().getSimpleName();
        exchange.getMessage().setHeader(KontorHeaders.MESSAGE, message);
        if (results(exchange) != null) {
            results(exchange).fail(message);
        }
        moveAway(exchange.getProperty(FILE, File.class).toPath());
        monitor.runFailed();
    }

    private void moveAway(Path file) throws IOException {
        Path failed = Files.createDirectories(folder.resolve("failed"));
        Files.move(file, failed.resolve(LocalDateTime.now().format(ResultFile.TIME) + "-" + file.getFileName()));
    }
}
