/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.Locale;
import java.util.Set;

import javax.servlet.http.HttpServletResponse;

import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

import org.kontor.api.error.ErrorCode;

/** Refuses bodies that do not call themselves XML: attachments and the like are not read here. Thread-safe. */
final class OnlyXml extends AbstractPhaseInterceptor<Message> {
    private static final String SOAP_12 = "application/soap+xml";
    private static final Set<String> READ = Set.of("text/xml", SOAP_12, "application/xml");

    OnlyXml() {
        super(Phase.RECEIVE);
        addAfter(Description.class.getName());
    }

    @Override
    public void handleMessage(Message message) {
        String type = (String) message.get(Message.CONTENT_TYPE);
        if (message instanceof SoapMessage soap && (type == null || !kind(type).equals(SOAP_12))) {
            // until the envelope tells; else what has none would be answered in SOAP 1.2
            soap.setVersion(Soap11.getInstance());
        }
        if (type == null || !READ.contains(kind(type))) {
            Refusal refusal = Refusal.byClient(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the envelope as text/xml.");
            refusal.setStatusCode(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            throw refusal;
        }
    }

    private static String kind(String type) {
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).trim().toLowerCase(Locale.ROOT);
    }
}
