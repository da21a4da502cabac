/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP requests as bytes, as no HTTP client would send them. The connection is closed after one answer. */
record Wire(int port, String authorization) {
    /** The whole head of an answer that tells its length. */
    private static final Pattern LENGTH =
            Pattern.compile("(?is)^HTTP/1\\.1 .*?\r\nContent-Length: (\\d+)\r\n(?:.*?\r\n)?\r\n");

    private static final int DEADLINE_MILLIS = 20_000;

    /** @param target what stands in the request line, as it is */
    Api.Answer send(String method, String target, byte[] body, String... headers) throws IOException {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        head.append("Connection: close\r\n");
        if (authorization != null) {
            head.append("Authorization: ").append(authorization).append("\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        if (!head.toString().contains("Transfer-Encoding") && !head.toString().contains("Content-Length")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return exchange(request.toByteArray());
    }

    /** One chunk after the other. */
    Api.Answer chunked(String method, String target, byte[] body, String... headers) throws IOException {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        int size = 16_384;
        for (int at = 0; at < body.length; at += size) {
            int length = Math.min(size, body.length - at);
            chunks.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            chunks.write(body, at, length);
            chunks.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Transfer-Encoding: chunked");
        return send(method, target, chunks.toByteArray(), all.toArray(new String[0]));
    }

    Api.Answer exchange(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(DEADLINE_MILLIS);
            try {
                socket.getOutputStream().write(request);
            } catch (SocketException e) {
                // answered and closed before all was sent; the answer is what counts
            }
            return parse(readAll(socket.getInputStream()));
        }
    }

    private static byte[] readAll(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                all.write(buffer, 0, count);
                if (isWhole(all.toString(StandardCharsets.ISO_8859_1))) {
                    return all.toByteArray();
                }
            }
        } catch (SocketException e) {
            // reset behind the answer
        }
        return all.toByteArray();
    }

    /** A server that still waits for a body does not close. */
    private static boolean isWhole(String answer) {
        Matcher length = LENGTH.matcher(answer);
        return length.find() && answer.length() >= length.end() + Integer.parseInt(length.group(1));
    }

    private static Api.Answer parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.1 ") || end < 0) {
            return new Api.Answer(0, HttpHeaders.of(Map.of(), (name, value) -> true), text);
        }
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, List<String>> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split(": *", 2);
            headers.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1]);
        }
        return new Api.Answer(
                Integer.parseInt(lines[0].substring(9, 12)),
                HttpHeaders.of(headers, (name, value) -> true),
                text.substring(end + 4));
    }
}
