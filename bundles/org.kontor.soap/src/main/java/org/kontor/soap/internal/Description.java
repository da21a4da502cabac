/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/**
 * Answers GET: with the WSDL as it was written, but for the address, which is the one for the client. CXF would write its
 * own model of it, and take the address of the first request for all. Thread-safe.
 */
final class Description extends AbstractPhaseInterceptor<Message> {
    private static final Pattern LOCATION = Pattern.compile("(<soap(?:12)?:address location=\")[^\"]*\"");

    private final String wsdl;
    private final PublicAddress address;

    Description(URL source, PublicAddress address) {
        super(Phase.RECEIVE);
        this.address = address;
        try (InputStream in = source.openStream()) {
            wsdl = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void handleMessage(Message message) {
        HttpServletRequest request = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        if (request.getMethod().equals("POST")) {
            return;
        }
        HttpServletResponse response = (HttpServletResponse) message.get(AbstractHTTPDestination.HTTP_RESPONSE);
        try {
            if (asksForWsdl(request)) {
                describe(request, response);
            } else {
                refuse(response);
            }
        } catch (IOException e) {
            throw new Fault(e);
        }
        message.getInterceptorChain().abort();
    }

    private static boolean asksForWsdl(HttpServletRequest request) {
        String query = request.getQueryString();
        String method = request.getMethod();
        return (method.equals("GET") || method.equals("HEAD"))
                && query != null
                && query.toLowerCase(Locale.ROOT).matches("(single)?wsdl(=.*)?");
    }

    private void describe(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = at(address.of(request)).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/xml;charset=UTF-8");
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** The description of the service at that address. */
    String at(String address) {
        String escaped = address.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return LOCATION.matcher(wsdl).replaceAll("$1" + Matcher.quoteReplacement(escaped) + "\"");
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        response.setHeader("Allow", "POST");
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream()
                .write("Send SOAP with POST, or read the description at ?wsdl.\n".getBytes(StandardCharsets.UTF_8));
    }
}
