/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;

import javax.ws.rs.Consumes;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.CustomField;

/** Refuses what an operation does not know before it is called: query parameters, and bodies that do not say what they are. */
final class RequestCheck implements ContainerRequestFilter {
    /** Stands for {@code custom.segment} and its like. */
    private static final String CUSTOM = "custom";

    @Context
    private ResourceInfo operation; // a proxy for the current request

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = operation.getResourceMethod();
        QueryNames names = method.getAnnotation(QueryNames.class);
        List<String> known = names == null ? List.of() : List.of(names.value());
        request.getUriInfo().getQueryParameters().forEach((name, given) -> check(known, name, given));
        Consumes consumes = method.getAnnotation(Consumes.class);
        if (consumes != null && !List.of(consumes.value()).contains(kind(request))) {
            throw new KontorException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "The body must be sent as " + String.join(" or ", consumes.value()) + ".");
        }
    }

    private static void check(List<String> known, String name, List<String> given) {
        if (!known.contains(name.startsWith(CustomField.PREFIX) ? CUSTOM : name) || name.equals(CUSTOM)) {
            throw KontorException.invalid(
                    name.length() > 100 ? name.substring(0, 100) + "…" : name,
                    "unknown_parameter",
                    known.isEmpty()
                            ? "There are no parameters here."
                            : "There is no such parameter; known are " + String.join(", ", known) + ".",
                    null);
        }
        if (given.size() > 1) {
            throw KontorException.invalid(name, "too_many", "Must be given once.", null);
        }
    }

    /** The type without its parameters: a missing or broken one would be taken for any by JAX-RS. */
    private static String kind(ContainerRequestContext request) {
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
