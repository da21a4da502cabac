/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.core.Variant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.record.BusinessRecord;
import org.kontor.http.Door;
import org.kontor.tabular.RecordLines;

/**
 * Records as a stream of lines: never more than a page of them is in memory. What fails behind the first byte cuts the
 * answer off, so that nobody takes it for whole. Stateless.
 */
final class Export {
    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";
    private static final String CSV_WHOLE = CSV + "; charset=utf-8; header=present";
    private static final int BUFFER = 32 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(Export.class);

    private Export() {}

    /** Makes the writer of lines on a stream. */
    interface Format<T extends BusinessRecord> {
        RecordLines<? super T> on(OutputStream out) throws IOException;
    }

    static boolean asCsv(Request request) {
        Variant chosen = request.selectVariant(Variant.mediaTypes(MediaType.valueOf(NDJSON), MediaType.valueOf(CSV))
                .build());
        return chosen != null && chosen.getMediaType().getSubtype().equals("csv");
    }

    /**
     * @param name of the file without ending
     * @param source gives all records to whom it is given
     */
    static <T extends BusinessRecord> Response answer(
            HttpServletRequest request, String name, boolean csv, Format<T> format, Consumer<Consumer<T>> source) {
        StreamingOutput body = out -> write(request, format, new BufferedOutputStream(out, BUFFER), source);
        return Response.ok(body, csv ? CSV_WHOLE : NDJSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + (csv ? ".csv" : ".ndjson") + "\"")
                .build();
    }

    static <T extends BusinessRecord> void write(
            HttpServletRequest request, Format<T> format, OutputStream out, Consumer<Consumer<T>> source) {
        try {
            RecordLines<? super T> lines = format.on(out);
            source.accept(record -> {
                try {
                    lines.write(record);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            lines.finish();
            out.flush();
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The client went away, correlation {}", Door.correlation(request), e);
            Door.cutOff(request);
        } catch (RuntimeException e) {
            LOG.error("An export broke off, correlation {}", Door.correlation(request), e);
            Door.cutOff(request);
        }
    }
}
