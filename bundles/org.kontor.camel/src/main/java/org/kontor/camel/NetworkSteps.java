/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** The first steps of every check of a system on the network: its name, its port, its certificate. Stateless. */
public final class NetworkSteps {
    private NetworkSteps() {}

    /**
     * @param url {@code http} or {@code https}
     * @param timeout for connecting, and for each answer of the handshake
     */
    public static List<CheckStep> of(URI url, Duration timeout) {
        boolean tls = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : tls ? 443 : 80;
        int millis = (int) Math.min(Integer.MAX_VALUE, timeout.toMillis());
        String where = url.getHost() + ":" + port;
        return List.of(
                CheckStep.needed(
                        "name " + url.getHost(),
                        "Check the host in the setting 'url', and the name service of this machine.",
                        () -> resolve(url.getHost())),
                CheckStep.needed(
                        "connect " + where,
                        "Check that the system runs, the port in the setting 'url', and firewalls in between.",
                        () -> connect(url.getHost(), port, millis)),
                CheckStep.needed(
                        "TLS",
                        "Renew the certificate there, or make its issuer known to this Java (truststore).",
                        () -> tls ? handshake(url.getHost(), port, millis) : "not used: the url begins with http:"));
    }

    private static String resolve(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .map(InetAddress::getHostAddress)
                    .limit(5)
                    .collect(Collectors.joining(", "));
        } catch (UnknownHostException e) {
            throw new CheckFailedException("The host '" + host + "' is not known.");
        }
    }

    private static String connect(String host, int port, int millis) {
        try (Socket socket = open(host, port, millis)) {
            return "reached " + socket.getInetAddress().getHostAddress();
        } catch (SocketTimeoutException e) {
            throw new CheckFailedException("No answer in " + millis + " ms.");
        } catch (IOException e) {
            throw new CheckFailedException(e.getMessage());
        }
    }

    private static Socket open(String host, int port, int millis) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setSoTimeout(millis);
            socket.connect(new InetSocketAddress(host, port), millis);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static String handshake(String host, int port, int millis) {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (Socket plain = open(host, port, millis);
                SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket.getSession().getProtocol();
        } catch (SSLException e) {
            throw new CheckFailedException("The handshake failed: " + e.getMessage());
        } catch (IOException e) {
            throw new CheckFailedException("The handshake broke off: " + e.getMessage());
        }
    }
}
