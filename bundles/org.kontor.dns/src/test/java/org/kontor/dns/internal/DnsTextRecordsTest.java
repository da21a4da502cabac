/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.dns.internal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.Test;

import org.kontor.spi.dns.TextRecords.Answer;
import org.kontor.testing.DnsServer;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** Questions to a real server. */
@Shows({"P8", "X3"})
public class DnsTextRecordsTest {
    private static final Answer NONE = new Answer(true, List.of());
    private static final Answer UNREACHED = new Answer(false, List.of());

    @Test
    public void itTellsWhatStandsThere() throws Exception {
        try (DnsServer server = new DnsServer()) {
            server.serve(
                    "_kontor.one.test,kontor-domain=abc",
                    "_kontor.two.test,first",
                    "_kontor.two.test,second",
                    "_kontor.long.test," + "x".repeat(200) + "," + "y".repeat(200));
            DnsTextRecords dns = new DnsTextRecords(5, server.address());
            assertEquals(new Answer(true, List.of("kontor-domain=abc")), dns.at("_kontor.one.test"));
            assertEquals(
                    Set.of("first", "second"),
                    Set.copyOf(dns.at("_kontor.two.test").texts()));
            assertEquals(
                    List.of("x".repeat(200) + "y".repeat(200)),
                    dns.at("_kontor.long.test").texts());
            assertEquals(NONE, dns.at("_kontor.nothing.test"));
            assertEquals("nothing is remembered", NONE, dns.at("_kontor.new.test"));
            server.serve("_kontor.new.test,now");
            assertEquals(List.of("now"), dns.at("_kontor.new.test").texts());
            assertEquals("what the server refuses", UNREACHED, dns.at("_kontor.elsewhere.example"));
            server.close();
            assertEquals(UNREACHED, dns.at("_kontor.new.test"));
            dns.close();
        }
    }

    @Test
    public void aSilentServerIsWaitedForNoLongerThanIsSet() throws Exception {
        try (java.net.DatagramSocket silent = new java.net.DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            DnsTextRecords dns = new DnsTextRecords(1, "127.0.0.1:" + silent.getLocalPort());
            long start = System.nanoTime();
            assertEquals(UNREACHED, dns.at("_kontor.one.test"));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(took.toString(), took.compareTo(Duration.ofSeconds(5)) < 0);
        }
    }

    @Test
    public void addressesOfServersAreTakenAndNothingElse() {
        assertEquals(List.of(), DnsServers.of());
        assertEquals(List.of(), DnsServers.of("", " , "));
        assertEquals(
                List.of(new InetSocketAddress("192.0.2.53", 53), new InetSocketAddress("192.0.2.54", 5353)),
                DnsServers.of("192.0.2.53, 192.0.2.54:5353"));
        assertEquals(
                List.of(new InetSocketAddress("2001:db8::53", 53), new InetSocketAddress("::1", 54)),
                DnsServers.of("[2001:db8::53]", "[::1]:54"));
        for (String no : List.of("dns.example.com", "1.2.3.4:0", "1.2.3.4:65536", "1.2.3.4:x", "2001:db8::53", ":53")) {
            assertThrows(no, IllegalArgumentException.class, () -> DnsServers.of(no));
        }
        for (int seconds : new int[] {0, -1, 31}) {
            assertThrows(IllegalArgumentException.class, () -> new DnsTextRecords(seconds));
        }
    }
}
