/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import javax.servlet.http.HttpServletRequest;

import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.service.model.BindingOperationInfo;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

import org.kontor.api.error.ErrorCode;
import org.kontor.http.Door;

/** Notes which operation is called; refuses an empty body, which CXF would take for a failure of the server. Thread-safe. */
final class NamesOperation extends AbstractPhaseInterceptor<Message> {
    NamesOperation() {
        super(Phase.PRE_LOGICAL);
    }

    @Override
    public void handleMessage(Message message) {
        BindingOperationInfo operation = message.getExchange().getBindingOperationInfo();
        if (operation == null) {
            throw Refusal.byClient(ErrorCode.MALFORMED_BODY, "The body of the envelope holds no operation.");
        }
        if (message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest request) {
            Door.calls(request, operation.getName().getLocalPart());
        }
    }
}
