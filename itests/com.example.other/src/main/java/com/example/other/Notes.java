/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package com.example.other;

import javax.jws.WebMethod;
import javax.jws.WebService;

/** A SOAP service. */
@WebService
public interface Notes {
    /** Keeps a note; tells how many there are. */
    @WebMethod
    long keep(String text);
}
