/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/org.kontor.soap.cfg}: what address the WSDLs tell. */
@ObjectClassDefinition(name = "Kontor: SOAP")
@interface SoapConfiguration {
    String PID = "org.kontor.soap";

    @AttributeDefinition(
            required = false,
            description =
                    "What clients write before /kontor, for example https://crm.example.com. Empty: taken from the request.")
    String address() default "";

    @AttributeDefinition(
            required = false,
            description =
                    "Whether a proxy stands in front that sets X-Forwarded-Proto, -Host and -Port; then they are believed.")
    boolean forwarded() default false;
}
