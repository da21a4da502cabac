/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;

/** The edges log a fault themselves, in one line; CXF's stack trace of the caller's mistake is not wanted. */
final class QuietFaults implements FaultListener {
    @Override
    public boolean faultOccurred(Exception exception, String description, Message message) {
        return false;
    }
}
