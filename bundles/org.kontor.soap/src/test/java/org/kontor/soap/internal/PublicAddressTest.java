/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import org.junit.Test;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** The address in the WSDL: from the request, from a proxy that is believed, or from configuration. */
@Shows("V2")
public class PublicAddressTest {
    private static final String[] PROXY = {
        "X-Forwarded-Proto", "https", "X-Forwarded-Host", "crm.example.com, inner", "X-Forwarded-Port", "8443"
    };

    @Test
    public void aProxyIsBelievedOnlyWhenConfigured() throws Exception {
        told("", false, "http://127.0.0.1:", PROXY);
        told("", true, "https://crm.example.com:8443/kontor/soap/v1/records", PROXY);
        told(
                "",
                true,
                "https://crm.example.com/",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "crm.example.com:443");
        told("", true, "http://127.0.0.1:", "X-Forwarded-Proto", "gopher", "X-Forwarded-Host", "a/b<c");
    }

    @Test
    public void theConfiguredAddressWins() throws Exception {
        told("https://crm.example.com/", true, "https://crm.example.com/kontor/soap/v1/records");
        told("https://crm.example.com", true, "https://crm.example.com/kontor/soap/v1/records", PROXY);
    }

    @Test
    public void whatIsNoAddressIsRefused() {
        for (String wrong : new String[] {"crm.example.com", "ftp://x", "https://", "https://a?b", "https://u:p@a"}) {
            assertThrows(wrong, IllegalArgumentException.class, () -> new PublicAddress(wrong, false));
        }
    }

    private static void told(String address, boolean forwarded, String expected, String... headers) throws Exception {
        try (TestServer server = new TestServer(0, new TestServer.Settings(address, forwarded))) {
            String wsdl = Raw.get(server.recordsUrl() + "?singlewsdl", headers);
            assertTrue(wsdl.substring(wsdl.indexOf("<wsdl:service")), wsdl.contains(":address location=\"" + expected));
        }
    }
}
