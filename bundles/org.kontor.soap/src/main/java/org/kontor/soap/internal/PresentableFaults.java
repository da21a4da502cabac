/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.stream.Collectors;

import javax.servlet.http.HttpServletRequest;
import javax.xml.ws.WebFault;

import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.error.KontorException;
import org.kontor.http.Door;

/**
 * Sees every fault before it goes out: turns it into one that is fit to be shown, and logs it once (INFO what the client
 * got wrong, without its values; WARN what cannot be served now; ERROR what is a failure of ours) instead of CXF. Thread-safe.
 */
final class PresentableFaults implements FaultListener {
    private static final Logger LOG = LoggerFactory.getLogger("org.kontor.soap");

    private final UnreadableRequest unreadable;

    PresentableFaults(Contract contract) {
        unreadable = new UnreadableRequest(contract);
    }

    @Override
    public boolean faultOccurred(Exception exception, String description, Message message) {
        HttpServletRequest request = request(message);
        String correlation = request == null ? "-" : Door.correlation(request);
        Fault presentable = presentable(exception, request, correlation);
        message.setContent(Exception.class, presentable);
        log(presentable, exception, correlation);
        return false;
    }

    private static HttpServletRequest request(Message message) {
        Object request = message.get(AbstractHTTPDestination.HTTP_REQUEST);
        if (request == null
                && message.getExchange() != null
                && message.getExchange().getInMessage() != null) {
            request = message.getExchange().getInMessage().get(AbstractHTTPDestination.HTTP_REQUEST);
        }
        return (HttpServletRequest) request;
    }

    private Fault presentable(Exception exception, HttpServletRequest request, String correlation) {
        if (exception instanceof Refusal refusal) {
            return refusal;
        }
        if (exception instanceof Fault fault && summary(fault.getCause()) != null) {
            fault.setFaultCode(Fault.FAULT_CODE_CLIENT);
            return fault;
        }
        // what fails before an operation is called may be the request's fault; what fails later cannot be
        boolean reading = request != null && !Called.isNoted(request);
        Fault told = reading ? unreadable.fault(exception, correlation) : null;
        return told == null ? Refusal.internal(correlation) : told;
    }

    private static void log(Fault fault, Exception reason, String correlation) {
        String summary = summary(fault.getCause());
        if (summary != null) {
            LOG.info("SOAP call refused: {} [{}]", summary, correlation);
        } else if (fault instanceof Refusal refusal && refusal.internal()) {
            LOG.error("SOAP call failed [{}]", correlation, reason);
        } else if (fault instanceof Refusal refusal && refusal.ours()) {
            LOG.warn("SOAP call not served: {} [{}]", fault.getMessage(), correlation);
        } else {
            LOG.info("SOAP call refused: {} [{}]", fault.getMessage(), correlation);
        }
    }

    /** Code and fields of a typed fault, of which the refusal is the cause; null when it is none. */
    private static String summary(Throwable typed) {
        return typed != null
                        && typed.getClass().isAnnotationPresent(WebFault.class)
                        && typed.getCause() instanceof KontorException refusal
                ? refusal.code().code()
                        + refusal.violations().stream()
                                .limit(5)
                                .map(violation -> " " + violation.field() + "=" + violation.rule())
                                .collect(Collectors.joining())
                : null;
    }
}
