/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.screen;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;

import org.kontor.api.record.RecordType;

/** What {@code --json} prints: one document, in UTF-8, with the names that REST uses; what is null is left out. Stateless. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .setDefaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .registerModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(RecordType.class, new KeySerializer()));

    private static final class KeySerializer extends StdSerializer<RecordType> {
        private static final long serialVersionUID = 1L;

        KeySerializer() {
            super(RecordType.class);
        }

        @Override
        public void serialize(RecordType type, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(type.key());
        }
    }

    private Json() {}

    public static void print(PrintStream out, Object document) {
        try {
            out.write(MAPPER.writeValueAsString(document).getBytes(StandardCharsets.UTF_8));
            out.println();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same on one line, for documents that follow each other. */
    public static void printLine(PrintStream out, Object document) {
        try {
            out.write(line(document));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line, with its end. */
    static byte[] line(Object document) throws IOException {
        return (MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
