/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.dns.internal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as they stand in the configuration. Stateless. */
final class DnsServers {
    private static final int USUAL_PORT = 53;
    private static final int MAX_PORT = 65_535;
    /** Addresses alone: a name would have to be asked for first. */
    private static final Pattern FORM =
            Pattern.compile("(?:([0-9]{1,3}(?:\\.[0-9]{1,3}){3})|\\[([0-9a-fA-F:.]+)])(?::([0-9]{1,5}))?");

    private DnsServers() {}

    /** @throws IllegalArgumentException when one is no address */
    static List<InetSocketAddress> of(String... settings) {
        return Arrays.stream(settings)
                .flatMap(part -> Arrays.stream(part.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(DnsServers::one)
                .toList();
    }

    private static InetSocketAddress one(String text) {
        Matcher parts = FORM.matcher(text);
        int port = parts.matches() && parts.group(3) != null ? Integer.parseInt(parts.group(3)) : USUAL_PORT;
        if (!parts.matches() || port < 1 || port > MAX_PORT) {
            throw malformed(text);
        }
        try {
            String address = parts.group(1) == null ? parts.group(2) : parts.group(1);
            return new InetSocketAddress(InetAddress.getByName(address), port);
        } catch (UnknownHostException e) {
            throw malformed(text);
        }
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(DnsTextRecords.PID
                + ": a server must be an address like 192.0.2.53, 192.0.2.53:5353 or [2001:db8::53], which '" + text
                + "' is not");
    }
}
