/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The query parameters that an operation knows; without it, none. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface QueryNames {
    String[] value();
}
