/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tools.openapi;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;

import com.fasterxml.jackson.databind.type.TypeFactory;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

import org.kontor.api.record.RecordType;

/**
 * Choices are schemas with a name of their own: one class in a generated client, not one for each use. Record types are
 * written by their keys, {@code customer}, not by their constants. Stateless.
 */
public final class Enums implements ModelConverter {
    public Enums() {
        ModelResolver.enumsAsRef = true; // swagger has no other switch; the JVM of the build reads only our classes
    }

    @Override
    public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Type java = type.getType();
        if (java == null || TypeFactory.rawClass(java) != RecordType.class) {
            return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        }
        context.defineModel(
                "RecordType",
                new StringSchema()
                        ._enum(Arrays.stream(RecordType.values())
                                .map(RecordType::key)
                                .toList()));
        return new Schema<>().$ref("RecordType");
    }
}
