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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
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

    /** One line, with its end. */
    static byte[] line(Object document) throws IOException {
        return (MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A record with its fields by their paths: {@code address.city} is {@code city} inside {@code address}. */
    public static Map<String, Object> record(BusinessRecord record) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", record.id());
        for (Field field : record.values().fields()) {
            Object value = record.values().get(field);
            if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
                place(document, field.path(), value);
            }
        }
        if (!record.crossReferences().isEmpty()) {
            document.put("crossReferences", record.crossReferences());
        }
        document.put("archived", record.archived());
        document.put("version", record.version());
        document.put("created", record.header().created());
        document.put("changed", record.header().changed());
        return document;
    }

    @SuppressWarnings("unchecked") // made here
    private static void place(Map<String, Object> document, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            document.put(path, value);
        } else {
            Map<String, Object> part = (Map<String, Object>)
                    document.computeIfAbsent(path.substring(0, dot), name -> new LinkedHashMap<String, Object>());
            place(part, path.substring(dot + 1), value);
        }
    }
}
