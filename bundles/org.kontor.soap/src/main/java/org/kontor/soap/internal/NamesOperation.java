/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

import org.kontor.api.error.ErrorCode;

/** Refuses an empty body, which CXF would take for a failure of the server. Thread-safe. */
final class NamesOperation extends AbstractPhaseInterceptor<Message> {
    NamesOperation() {
        super(Phase.PRE_LOGICAL);
    }

    @Override
    public void handleMessage(Message message) {
        if (message.getExchange().getBindingOperationInfo() == null) {
            throw Refusal.byClient(ErrorCode.MALFORMED_BODY, "The body of the envelope holds no operation.");
        }
    }
}
