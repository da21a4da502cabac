/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import org.junit.Test;

import org.kontor.api.sync.ConnectionState;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

public class StatusTest {
    private final Status status = new Status("crm", "files");

    @Test
    public void startedIsIdle() {
        status.started();
        assertEquals(ConnectionState.IDLE, status.show().state());
        assertNull("nothing was read yet", status.show().lastSuccess());
    }

    @Test
    public void whatARouteFoundWhileTheOthersStartedStays() {
        status.waiting("no answer");
        status.started();
        assertEquals(ConnectionState.WAITING, status.show().state());
        assertEquals("no answer", status.show().message());
    }

    @Test
    public void failedIsStartedAnew() {
        status.failed("Setting 'folder' is required.");
        status.starting(null);
        status.started();
        assertEquals(ConnectionState.IDLE, status.show().state());
        assertNull(status.show().message());
    }
}
